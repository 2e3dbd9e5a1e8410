// Mappings: what a mapping file may say, where it puts columns, what is suggested and why.
import { describe, expect, it } from "vitest";
import { checkRow } from "../check-row";
import { custom } from "../formats/custom";
import type { Mapping } from "../model/mapping";
import type { Row } from "../model/row";
import { applyMapping } from "./apply-mapping";
import { describeColumns } from "./describe-columns";
import { headerFingerprint } from "./header-fingerprint";
import { parseMapping } from "./parse-mapping";
import { suggestMapping } from "./suggest-mapping";

const email = { from: "Mail", to: "email" as const };

function rowsOf(...lines: string[]): Row[] {
  return lines.map((line, i) => ({ line: i + 1, cells: line.split(",") }));
}

function recordOf(mapping: Mapping, ...lines: string[]): object {
  const rows = rowsOf(...lines);
  const { columns } = applyMapping(mapping, rows);
  return checkRow(custom, columns, rows.at(-1) ?? { line: 1, cells: [] }, { mapping }).record;
}

describe("parseMapping", () => {
  it("reads INTERFACE.md's example", () => {
    const example = {
      name: "HR June",
      version: 1,
      header: 1,
      columns: [
        { from: "E-Mail-Adresse", to: "email" },
        { from: "Vorname", to: "givenName" },
        { from: "Team", to: "group" },
        { from: "Desk", to: "attribute:desk" },
        { from: "x", to: null },
      ],
      values: { role: { Mgr: "ADMINISTRATOR" } },
      defaults: { department: "Sales" },
      blank: { phone: "clear" },
    };
    expect(parseMapping(example)).toMatchObject({ ok: true, mapping: { columns: example.columns } });
  });

  it.each<[string, unknown, string]>([
    ["no object", [], ""],
    ["a word that is not known", { columns: [email], colums: [] }, "colums"],
    ["no columns", { columns: [] }, "columns"],
    ["no address", { columns: [{ from: "A", to: "phone" }] }, "columns"],
    ["an unknown field", { columns: [email, { from: "A", to: "shoe" }] }, "columns[1].to"],
    ["an attribute without a name", { columns: [email, { from: "A", to: "attribute: " }] }, "columns[1].to"],
    ["column 0", { columns: [{ from: 0, to: "email" }] }, "columns[0].from"],
    ["a header where there is none", { header: null, columns: [email] }, "columns[0].from"],
    ["one field twice", { columns: [email, { from: "B", to: "email" }] }, "columns[1].to"],
    [
      "one number twice",
      { columns: [email, { from: 2, to: "phone" }, { from: 2, to: null }] },
      "columns[2].from",
    ],
    [
      "a split of a phone",
      { columns: [email, { from: "B", to: "phone", split: "given-family" }] },
      "columns[1].split",
    ],
    ["a default password", { columns: [email], defaults: { password: "x" } }, "defaults.password"],
    ["a rule that is none", { columns: [email], blank: { phone: "drop" } }, "blank.phone"],
    ["a value that is no text", { columns: [email], values: { role: { a: 1 } } }, "values.role.a"],
    ["unknown columns for nothing", { columns: [email], unknown: "drop" }, "unknown"],
    ["a header's line that is none", { header: 1.5, columns: [email] }, "header"],
  ])("refuses %s and says where", (_, json, path) => {
    const parsed = parseMapping(json);
    expect(parsed).toMatchObject({ ok: false, path });
    if (!parsed.ok) expect(parsed.message).toMatch(/^[A-Z“].+\.$/u);
  });

  it("takes __proto__ for a key like others", () => {
    const parsed = parseMapping(
      JSON.parse('{"columns":[{"from":"Mail","to":"email"}],"values":{"role":{"__proto__":"USER"}}}'),
    );
    expect(parsed.ok).toBe(true);
    expect(({} as Record<string, unknown>)["USER"]).toBeUndefined();
  });
});

describe("applyMapping", () => {
  const base = { name: "M", version: 1, header: 1 };

  it("joins several full names, splits where asked, and reads values and defaults", () => {
    const mapping: Mapping = {
      ...base,
      columns: [
        email,
        { from: "A", to: "fullName", split: "given-family" },
        { from: 3, to: "group" },
        { from: "R", to: "role" },
      ],
      values: { role: { MGR: "Administrator" }, group: { x: "Extra" } },
      defaults: { group: "Staff", department: "Sales" },
    };
    expect(recordOf(mapping, "Mail,A,G,R", "a@x.com,Ludwig van Dyke,,mgr")).toMatchObject({
      fullName: "Ludwig van Dyke",
      givenName: "Ludwig",
      familyName: "van Dyke",
      groups: ["Staff"],
      department: "Sales",
      role: "ADMINISTRATOR",
    });
    expect(recordOf(mapping, "Mail,A,G,R", "a@x.com,A,X,")).toMatchObject({ groups: ["Extra"] });
    const joined: Mapping = {
      ...base,
      columns: [email, { from: "A", to: "fullName" }, { from: "B", to: "fullName" }],
    };
    expect(recordOf(joined, "Mail,A,B", "a@x.com,Jane,Doe")).toMatchObject({ fullName: "Jane Doe" });
  });

  it("names what the file lacks", () => {
    const { problems } = applyMapping(
      { ...base, columns: [email, { from: "Shoe", to: "phone" }, { from: 9, to: "note" }] },
      rowsOf("Mail,A"),
    );
    expect(problems[0]).toMatchObject({
      code: "column.missing",
      severity: "error",
      params: { missing: "column 9, “Shoe”" },
    });
  });

  it.each([
    ["ignore", null, ["column.unknown info"]],
    ["attribute", "attributes", []],
    ["stop", null, ["column.unknown error"]],
  ] as const)("%s: what becomes of a column that is named nowhere", (unknown, field, told) => {
    const { columns, problems } = applyMapping({ ...base, columns: [email], unknown }, rowsOf("Mail,Desk"));
    expect(columns[1]?.field).toBe(field);
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(told);
  });

  it("never keeps a column of passwords as an attribute", () => {
    const { columns } = applyMapping(
      { ...base, columns: [email], unknown: "attribute" },
      rowsOf("Mail,Kennwort"),
    );
    expect(columns[1]?.field).toBeNull();
  });

  it("goes by number without a header, and below a title by the header's line", () => {
    const numbered: Mapping = { ...base, header: null, columns: [{ from: 2, to: "email" }] };
    expect(applyMapping(numbered, rowsOf("A,a@x.com"))).toMatchObject({ header: null, dataAfterLine: 0 });
    expect(
      applyMapping({ ...base, header: 2, columns: [email] }, rowsOf("Title", "Mail", "a@x.com"))
        .dataAfterLine,
    ).toBe(2);
  });
});

describe("headerFingerprint", () => {
  it("is the same in any order and case, and another for other headers", () => {
    expect(headerFingerprint(["E-Mail", "Full Name"])).toBe(headerFingerprint(["full_name", "EMAIL", ""]));
    expect(headerFingerprint(["E-Mail"])).not.toBe(headerFingerprint(["E-Mails"]));
  });
});

describe("suggestMapping", () => {
  it.each<[string, string, (string | null)[]]>([
    [
      "English",
      "Work mail,First name,Surname,Org unit,Team 1,Team 2,Mobile",
      ["email", "givenName", "familyName", "department", "group", "group", "phone"],
    ],
    [
      "German",
      "E-Mail-Adresse,Vorname,Nachname,Abteilung,Gruppe,Handy,Kennwort",
      ["email", "givenName", "familyName", "department", "group", "phone", "password"],
    ],
    ["German, Name for the family name", "Name,Vorname,E-Mail", ["familyName", "givenName", "email"]],
    [
      "French",
      "Nom,Prénom,Courriel,Service,Téléphone",
      ["familyName", "givenName", "email", "department", "phone"],
    ],
    [
      "Spanish",
      "Nombre,Apellidos,Correo electrónico,Teléfono",
      ["givenName", "familyName", "email", "phone"],
    ],
    ["Italian", "Nome,Cognome,Indirizzo e-mail,Reparto", ["givenName", "familyName", "email", "department"]],
    ["Dutch", "Voornaam,Achternaam,E-mailadres,Afdeling", ["givenName", "familyName", "email", "department"]],
    ["Portuguese", "Nome completo,Endereço de e-mail,Setor", ["fullName", "email", "department"]],
    ["Polish", "Imię,Nazwisko,Adres e-mail,Dział", ["givenName", "familyName", "email", "department"]],
    [
      "Swedish",
      "Förnamn,Efternamn,E-postadress,Avdelning",
      ["givenName", "familyName", "email", "department"],
    ],
    ["slips of the hand", "Emial adress,First nmae,Surnmae", ["email", "givenName", "familyName"]],
    ["nothing like it", "Mail,Badge colour", ["email", "attribute:Badge colour"]],
  ])("%s", (_, header, targets) => {
    expect(suggestMapping(rowsOf(header)).mapping.columns.map(({ to }) => to)).toEqual(targets);
  });

  it("goes by content where headers say nothing, and says why", () => {
    const { mapping, reasons } = suggestMapping(
      rowsOf("Q1,Q2,Q3", "a@x.com,Jane Doe,+47 900 55 018", "b@x.com,Bob Roe,+27 82 555 0143"),
    );
    expect(mapping.columns.map(({ to }) => to)).toEqual(["email", "fullName", "phone"]);
    expect(reasons).toEqual(["All 2 are addresses", "Looks like names", "Looks like phone numbers"]);
  });

  it("asks before ja means Yes, and before a near attribute becomes another", () => {
    const rows = rowsOf("Mail,Mail them?,telephonenumbr2", "a@x.com,ja,1", "b@x.com,nein,2");
    const { mapping, reasons } = suggestMapping(rows, { attributes: ["telephonenumber2"] });
    expect(mapping.values).toEqual({ sendWelcome: { ja: "Yes", nein: "No" } });
    expect(reasons[1]).toBe("Read ja as Yes, nein as No?");
    expect(mapping.columns[2]?.to).toBe("attribute:telephonenumber2");
  });

  it("makes what parseMapping takes, without a header too", () => {
    for (const rows of [
      rowsOf("Mail,Name,Name", "a@x.com,A,B"),
      rowsOf("a@x.com,Jane Doe", "b@x.com,Bob Roe"),
    ])
      expect(parseMapping(suggestMapping(rows).mapping)).toMatchObject({ ok: true });
  });
});

describe("describeColumns", () => {
  it("gives three samples, fill rate and how many differ, and no password", () => {
    const rows = rowsOf("A,secret-1", "B,secret-2", ",secret-3", "A,", "C,x", "D,x").slice(0);
    const columns = [
      { index: 0, header: "G", field: "groups" as const, reason: "" },
      { index: 1, header: "P", field: "password" as const, reason: "" },
    ];
    const stats = describeColumns(rows, columns);
    expect(stats[0]).toEqual({ index: 0, samples: ["A", "B", "C"], rows: 6, filled: 0.833, distinct: 4 });
    expect(JSON.stringify(stats)).not.toContain("secret");
  });
});
