// The rollcall format: every field by its canonical name, and an export that is read again as the same records.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressKey } from "../../address/address-key";
import { nameKey } from "../../address/name-key";
import { clearMark } from "../../checks/check-blanks";
import { flattenRecord } from "../../flatten-record";
import type { CheckOptions } from "../../model/check";
import type { ExportAccount, ExportShape } from "../../model/format";
import { lengths } from "../../model/limits";
import type { ProblemCode } from "../../model/problem-params";
import { emptyRecord, type AccountRecord } from "../../model/record";
import type { CheckedRow } from "../../model/row";
import { recogniseSheets } from "../../recognise-sheets";
import { checkRow } from "../../check-row";
import { applyFix } from "../../set-cell";
import { checkOne } from "../../testing/check-one";
import { describeFormat } from "../../testing/format-contract";
import { codesOf, readFile } from "../../testing/read-file";
import { csvExport } from "../csv-export";
import { columns } from "./columns";
import { allRules } from "./rules";
import { rollcall } from ".";

describeFormat(rollcall, {
  roundTrip: [
    "fullName",
    "givenName",
    "middleName",
    "familyName",
    "department",
    "groups",
    "role",
    "plan",
    "phone",
    "contactEmail",
    "description",
    "enabled",
    "mustChangePassword",
    "exchange",
  ],
});

const good = { email: "jane@example.com", fullName: "Jane Doe" };

function check(cells: Record<string, string>, options: CheckOptions = {}): CheckedRow {
  return checkOne(rollcall, Object.entries({ ...good, ...cells }), options);
}

function codes(row: CheckedRow): ProblemCode[] {
  return row.problems.map((problem) => problem.code);
}

function attributes(values: Record<string, string>): Record<string, string> {
  return Object.assign(Object.create(null) as Record<string, string>, values);
}

describe("rollcall: the header", () => {
  it("has the canonical field names, each field of the record once", () => {
    expect(columns.map(({ header }) => header).sort()).toEqual(
      (
        "email username fullName givenName middleName familyName department group alias delegate role adminRole plan " +
        "phone contactEmail description enabled lockedOut mustChangePassword passwordNeverExpires pop submit " +
        "exchangeDomain exchangeUsername accountCode attribute:Desk sendWelcome kind note password"
      )
        .split(" ")
        .sort(),
    );
    expect(new Set(columns.map(({ field }) => field))).toEqual(new Set(Object.keys(emptyRecord())));
    expect(rollcall.holds.length).toBe(Object.keys(emptyRecord()).length - 2);
  });

  it.each([
    ["in any case", "EMAIL,FULLNAME,exchangedomain"],
    ["with spaces and signs", "E-mail,Full Name,exchange_domain"],
    ["with a byte order mark", "\uFEFFemail,fullName,exchangeDomain"],
  ])("is matched %s", (_, header) => {
    const match = rollcall.match([{ line: 1, cells: header.split(",") }]);
    expect(match.problems).toEqual([]);
    expect(match.columns.map(({ field, part }) => [field, part])).toEqual([
      ["email", undefined],
      ["fullName", undefined],
      ["exchange", "domain"],
    ]);
  });

  it("has lists as repeated columns, with a number or without", () => {
    const cells = ["email", "fullName", "group", "Group", "group 2", "groups", "alias", "alias2", "delegate"];
    const { columns: matched, problems } = rollcall.match([{ line: 1, cells }]);
    expect(problems).toEqual([]);
    expect(matched.slice(2).map(({ field }) => field)).toEqual([
      ...["groups", "groups", "groups", "groups"],
      ...["aliases", "aliases", "delegates"],
    ]);
  });

  it.each([
    ["attribute:Desk", "Desk"],
    ["Attribute: Cost  Centre ", "Cost  Centre"],
    ["attribute:a:b", "a:b"],
    ["attribute:__proto__", "__proto__"],
    ["attribute:attribute:x", "attribute:x"],
    ["attribute:E-Mail", "E-Mail"],
    ["attribute:two\nlines", "two\nlines"],
  ])("%j is the attribute %j, every character of it", (header, part) => {
    const { columns: matched, problems } = rollcall.match([
      { line: 1, cells: ["email", "fullName", header] },
    ]);
    expect(matched[2]).toMatchObject({ field: "attributes", part });
    expect(problems).toEqual([]);
  });

  it("reads one attribute from one column, and says what is not used", () => {
    const cells = ["email", "fullName", "attribute:Desk", "attribute:DESK", "attribute:", "Cost centre"];
    const { columns: matched, problems } = rollcall.match([{ line: 1, cells }]);
    expect(matched.map(({ field }) => field)).toEqual(["email", "fullName", "attributes", null, null, null]);
    expect(problems).toMatchObject([
      { code: "column.unknown", params: { header: "attribute:", position: 5 } },
      { code: "column.unknown", params: { position: 6 } },
      { code: "column.repeated", params: { position: 4, first: 3 } },
    ]);
  });

  it.each([
    ["no email", ["fullName", "phone"], "email"],
    ["no name", ["email", "phone", "attribute:Desk"], "fullName"],
  ])("needs an address and a name: %s", (_, cells, missing) => {
    const match = rollcall.match([{ line: 2, cells }]);
    expect(match.problems).toMatchObject([{ code: "file.no-header", line: 2, params: { missing } }]);
    expect(match.confidence).toBeLessThan(0.5);
  });

  it.each([["fullName"], ["givenName"], ["familyName"]])("is content with %s for a name", (name) => {
    expect(rollcall.match([{ line: 1, cells: ["email", name] }]).problems).toEqual([]);
  });

  it("is told from the other formats by its own names", async () => {
    const header = csvExport(rollcall.exporter({ groups: 1 })).header();
    expect((await readFile(`${header}a@x.com,,A\r\n`)).opened?.format).toMatchObject({
      id: "rollcall",
      confidence: 0.98,
    });
  });

  it("is found in a workbook too", () => {
    const head = [{ line: 1, cells: ["email", "fullName", "attribute:Desk"] }];
    const found = recogniseSheets("xlsx", [{ name: "Accounts", hidden: false, rows: 1, head }], {});
    expect(found).toMatchObject({ format: { id: "rollcall" }, problems: [] });
  });
});

describe("rollcall: a row", () => {
  it("gives nothing for empty cells: null is keep", () => {
    const empty = Object.fromEntries(
      columns.map(({ header }) => [header, ""]).filter(([header]) => header !== "email"),
    ) as Record<string, string>;
    const row = check({ ...empty, fullName: "Jane Doe" });
    expect(row.record).toEqual({ ...emptyRecord(), ...good });
    expect(codes(row)).toEqual([]);
    expect(flattenRecord(row)).toBeNull();
  });

  it.each<[Record<string, string>, Partial<AccountRecord>]>([
    [{ username: " j.doe@old " }, { username: "j.doe@old" }],
    [
      { fullName: "", givenName: "Jane" },
      { fullName: null, givenName: "Jane" },
    ],
    [
      { fullName: "", familyName: "Doe" },
      { fullName: null, familyName: "Doe" },
    ],
    [{ role: "administrator" }, { role: "ADMINISTRATOR", adminRole: null }],
    [{ role: "USER" }, { role: "USER" }],
    [{ adminRole: "MASTER" }, { role: "ADMINISTRATOR", adminRole: "MASTER" }],
    [
      { role: "ADMINISTRATOR", adminRole: "HELPDESK" },
      { role: "ADMINISTRATOR", adminRole: "HELPDESK" },
    ],
    [{ kind: "LIST" }, { kind: "LIST" }],
    [{ kind: "distribution list" }, { kind: "LIST" }],
    [{ kind: "Person" }, { kind: "PERSON" }],
    [{ exchangeDomain: "X", exchangeUsername: "j" }, { exchange: { domain: "X", username: "j" } }],
    [{ sendWelcome: "TRUE" }, { sendWelcome: true }],
    [{ sendWelcome: "no" }, { sendWelcome: false }],
    [{ note: "x".repeat(100) }, { note: "x".repeat(100) }],
    [{ password: "Tidal-Copper-58" }, { password: "Tidal-Copper-58" }],
    [{ group: "Staff", "group 2": "", "group 3": "STAFF" }, { groups: ["Staff"] }],
    [{ alias: "a@x.com", alias2: "A@x.com", alias3: "b@x.com" }, { aliases: ["a@x.com", "b@x.com"] }],
  ])("%j", (cells, record) => {
    const row = check(cells);
    expect(row.record).toMatchObject(record);
    expect(codes(row)).toEqual([]);
  });

  const switches = [
    ["enabled", "enabled.invalid"],
    ["lockedOut", "locked-out.invalid"],
    ["mustChangePassword", "must-change-password.invalid"],
    ["passwordNeverExpires", "password-never-expires.invalid"],
    ["pop", "pop.invalid"],
    ["submit", "submit.invalid"],
    ["sendWelcome", "send-email.invalid"],
  ] as const;

  it.each(switches)("%s is true or false as exports, spreadsheets and people write it", (field, code) => {
    for (const text of ["TRUE", "true", "yes", "Y", "1", "on"])
      expect(check({ [field]: text }).record[field]).toBe(true);
    for (const text of ["FALSE", "false", "No", "n", "0", "off"])
      expect(check({ [field]: text }).record[field]).toBe(false);
    expect(codes(check({ [field]: "maybe" }))).toEqual([code]);
  });

  it.each<[string, Record<string, string>, ProblemCode, object]>([
    ["no address", { email: "" }, "email.missing", {}],
    ["no name at all", { fullName: "" }, "name.missing", { severity: "error", column: "fullName" }],
    ["a middle name alone", { fullName: "", middleName: "M" }, "name.missing", {}],
    ["a long user name", { username: "x".repeat(65) }, "username.too-long", { params: { limit: 64 } }],
    ["a long given name", { givenName: "x".repeat(201) }, "name.too-long", { column: "givenName" }],
    ["a long note", { note: "x".repeat(101) }, "note.too-long", { params: { length: 101, limit: 100 } }],
    ["a long account code", { accountCode: "x".repeat(65) }, "account-code.too-long", {}],
    [
      "a long attribute",
      { "attribute:Desk": "x".repeat(2001) },
      "attribute.too-long",
      { column: "attribute:Desk" },
    ],
    ["a kind that is none", { kind: "robot" }, "kind.invalid", { params: { value: "robot" }, fix: null }],
    ["a mailing list", { kind: "Mailing list" }, "kind.invalid", { fix: { field: "kind", value: "list" } }],
    ["a role that is none", { role: "Boss" }, "role.invalid", {}],
    ["an administrator's role that is none", { adminRole: "Boss" }, "admin-role.invalid", {}],
    [
      "a User with an administrator's role",
      { role: "User", adminRole: "Full" },
      "admin-role.of-user",
      { column: "adminRole", params: { value: "Full" } },
    ],
    ["an alias that is none", { alias: "x" }, "alias.invalid", { column: "alias" }],
    [
      "the own address as an alias",
      { alias: "JANE@example.com" },
      "alias.own-address",
      { severity: "warning" },
    ],
    ["a delegate that is none", { delegate: "x" }, "delegate.invalid", {}],
    ["half an Exchange account", { exchangeDomain: "X" }, "exchange.incomplete", { severity: "warning" }],
    ["a weak password", { password: "short" }, "password.policy", {}],
    ["a contact address that is none", { contactEmail: "x" }, "contact-email.invalid", {}],
  ])("tells %s", (_, cells, code, problem) => {
    const row = check(cells);
    expect(codes(row)).toEqual([code]);
    expect(row.problems[0]).toMatchObject({ line: 2, ...problem });
  });

  it("tells POP outside the organisation's domains", () => {
    const domains = ["example.org"];
    expect(codes(check({ pop: "true", submit: "1" }, { domains }))).toEqual([
      "email.foreign-domain",
      "pop.external",
      "submit.external",
    ]);
  });

  it.each([
    [{ kind: "mailing list" }],
    [{ adminRole: "Helpdeks" }],
    [{ sendWelcome: "ja", password: "Tidal-Copper-58" }],
    [{ alias: "in fo@x.com" }],
    [{ delegate: "<b@x.com>" }],
  ])("has fixes that leave nothing wrong: %j", (cells) => {
    const pairs = Object.entries({ ...good, ...cells });
    const { columns: matched } = rollcall.match([{ line: 1, cells: pairs.map(([header]) => header) }]);
    let row = checkRow(rollcall, matched, { line: 2, cells: pairs.map(([, cell]) => cell) });
    expect(row.problems).toHaveLength(1);
    for (const { fix } of row.problems) row = checkRow(rollcall, matched, applyFix(matched, row, fix!));
    expect(row.problems).toEqual([]);
  });

  it.each([
    ["the second of two aliases", { alias: "a@x.com", alias2: "in fo@x.com" }, "info@x.com"],
    ["the second of two delegates", { delegate: "a@x.com", delegate2: "in fo@x.com" }, "info@x.com"],
    ["the second of two groups", { group: "Staff", group2: "“Night”" }, "Night"],
    ["the second of two attributes", { "attribute:a": "1", "attribute:b": "“2”" }, "2"],
    ["the user name of an exchange account", { exchangeDomain: "CORP", exchangeUsername: "“ann”" }, "ann"],
  ])("puts a fix into its own cell: %s", (_, cells, better) => {
    const pairs = Object.entries({ ...good, ...cells });
    const { columns: matched } = rollcall.match([{ line: 1, cells: pairs.map(([header]) => header) }]);
    const row = checkRow(rollcall, matched, { line: 2, cells: pairs.map(([, cell]) => cell) });
    const fix = row.problems.find((problem) => problem.fix !== null)?.fix;
    expect(applyFix(matched, row, fix!).cells).toEqual([...row.cells.slice(0, -1), better]);
  });

  it("takes attributes that a mapping gives to every row", () => {
    const mapping = { defaults: { "attribute:site": "Hull", "attribute:desk": "none" }, values: {} };
    const { record } = check({ "attribute:Desk": "7" }, { mapping });
    expect({ ...record.attributes }).toEqual({ Desk: "7", site: "Hull" });
    expect({ ...check({ "attribute:Desk": "" }, { mapping }).record.attributes }).toEqual({
      Desk: "none",
      site: "Hull",
    });
  });

  it("keeps no password for a distribution list, and asks nothing of it", () => {
    for (const password of ["Tidal-Copper-58", "short"]) {
      const row = check({ ...good, kind: "list", password });
      expect(codes(row)).toEqual(["password.ignored"]);
      expect(row.record.password).toBeNull();
    }
    expect(codes(check({ ...good, kind: "list" }, { mail: "never" }))).toEqual([]);
  });

  it.each([
    ["nobody is mailed and there is no password", { mail: "never" }, {}, ["password.no-way-in"]],
    [
      "nobody is mailed, whatever the file says",
      { mail: "never" },
      { sendWelcome: "yes" },
      ["password.no-way-in"],
    ],
    ["nobody is mailed, but there is a password", { mail: "never" }, { password: "Tidal-Copper-58" }, []],
    ["the file says who is mailed", { mail: "file" }, {}, []],
    ["everybody is mailed", { mail: "always" }, {}, []],
  ] as const)("tells who has no way in: %s", (_, options, cells, expected) => {
    expect(codes(check({ ...good, ...cells }, options))).toEqual(expected);
  });

  it("tells {clear} where nothing can be cleared, and not also that the value is missing", () => {
    const { problems } = check({ email: "a@x.com", fullName: "{clear}" });
    expect(problems).toMatchObject([{ code: "row.blank-not-allowed", params: { marked: 1 } }]);
  });

  it("has a rule for every field that a column goes into", () => {
    const row = checkOne(
      { ...rollcall, rules: allRules },
      columns.map(({ header, field }) => {
        const values: Partial<Record<string, string>> = {
          email: "a@x.com",
          role: "Administrator",
          adminRole: "Basic",
          kind: "person",
          aliases: "b@x.com",
          delegates: "c@x.com",
          contactEmail: "d@x.com",
          password: "Tidal-Copper-58",
        };
        const isSwitch = /^(?:enabled|lockedOut|must|passwordN|pop|submit|send)/u.test(field);
        return [header, values[field] ?? (isSwitch ? "yes" : "x")] as const;
      }),
    );
    expect(codes(row)).toEqual([]);
    expect(Object.entries(row.record).filter(([, value]) => value === null)).toEqual([]);
  });
});

describe("rollcall: what is exported is read again as the same", () => {
  const shapeOf = (accounts: readonly ExportAccount[]): ExportShape => ({
    groups: Math.max(0, ...accounts.map(({ groups }) => groups?.length ?? 0)),
    aliases: Math.max(0, ...accounts.map(({ aliases }) => aliases?.length ?? 0)),
    delegates: Math.max(0, ...accounts.map(({ delegates }) => delegates?.length ?? 0)),
    attributes: [...new Set(accounts.flatMap((account) => Object.keys(account.attributes ?? {})))],
  });

  // Text as the console would have stored it: trimmed, not blank, without control characters, not the mark that clears.
  const awkward = "= + - @ ' \" , ; : \n \r\n \t | a É 漢 😀 sep= attribute: __proto__ é \u2028 \u00a0".split(
    " ",
  );
  const textOf = (most: number) =>
    fc
      .oneof(
        fc
          .array(fc.constantFrom(...awkward, " "), { minLength: 1, maxLength: 12 })
          .map((parts) => parts.join("")),
        fc.string({ unit: "grapheme", maxLength: 40 }),
      )
      .map((value) =>
        // eslint-disable-next-line no-control-regex -- what the console refuses
        value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/gu, "").trim(),
      )
      .filter((value) => value !== "" && value !== clearMark && value.length <= most);
  const address = fc.constantFrom(
    "a@x.com",
    "B.c@Example.ORG",
    "zoë@exämple.de",
    "o'neil+x@x.com",
    "=1@x.com",
  );
  const list = <T>(one: fc.Arbitrary<T>, key: (value: T) => string) =>
    fc.option(fc.uniqueArray(one, { minLength: 1, maxLength: 4, selector: key }));
  const keyed = (value: string): string => addressKey(value) ?? value;
  // Two names of one attribute cannot both exist, so a file of several accounts has each under one name.
  const names = fc.uniqueArray(
    fc.oneof(
      fc.constantFrom("__proto__", "constructor", "a:b", "two\nlines", "toString", "Email", "=1", "Desk"),
      textOf(200).filter((name) => nameKey(name) !== ""),
    ),
    { maxLength: 4, selector: nameKey },
  );
  const accountWith = (known: readonly string[]): fc.Arbitrary<ExportAccount> =>
    fc
      .record({
        fullName: textOf(200),
        username: fc.option(textOf(64)),
        givenName: fc.option(textOf(200)),
        middleName: fc.option(textOf(200)),
        familyName: fc.option(textOf(200)),
        department: fc.option(textOf(200)),
        groups: list(textOf(200), nameKey),
        aliases: list(address, keyed),
        delegates: list(address, keyed),
        plan: fc.option(textOf(200)),
        phone: fc.option(textOf(lengths.phone)),
        contactEmail: fc.option(address),
        description: fc.option(textOf(lengths.description)),
        enabled: fc.option(fc.boolean()),
        lockedOut: fc.option(fc.boolean()),
        mustChangePassword: fc.option(fc.boolean()),
        passwordNeverExpires: fc.option(fc.boolean()),
        pop: fc.option(fc.boolean()),
        submit: fc.option(fc.boolean()),
        exchange: fc.option(
          fc
            .record({ domain: fc.option(textOf(200)), username: fc.option(textOf(200)) })
            .filter(({ domain, username }) => domain !== null || username !== null),
        ),
        accountCode: fc.option(textOf(64)),
        kind: fc.option(fc.constantFrom("PERSON" as const, "LIST" as const)),
        note: fc.option(textOf(lengths.note)),
        authority: fc.constantFrom(
          { role: null, adminRole: null },
          { role: "USER" as const, adminRole: null },
          { role: "ADMINISTRATOR" as const, adminRole: null },
          ...(["MASTER", "MIGRATION", "SUPER", "FULL", "BASIC", "HELPDESK", "GATEWAY"] as const).map(
            (adminRole) => ({ role: "ADMINISTRATOR" as const, adminRole }),
          ),
        ),
        values: fc.tuple(...known.map(() => fc.option(textOf(lengths.attribute)))),
      })
      .map(({ authority, values, ...account }) => {
        const given = known.flatMap((name, i) => {
          const value = values[i] ?? null;
          return value === null ? [] : [[name, value] as const];
        });
        const held = given.length === 0 ? null : attributes({});
        for (const [name, value] of given) if (held !== null) held[name] = value;
        return { email: "", ...account, ...authority, attributes: held };
      });
  const files = names.chain((known) =>
    fc
      .array(accountWith(known), { minLength: 1, maxLength: 4 })
      .map((accounts) =>
        accounts.map((account, i) => ({ ...account, email: `person${String(i)}@example.com` })),
      ),
  );

  it("every field of any account, as text", async () => {
    await fc.assert(
      fc.asyncProperty(files, async (accounts) => {
        const exporter = csvExport(rollcall.exporter(shapeOf(accounts)));
        const text = exporter.header() + accounts.map((account) => exporter.row(account)).join("");
        const { rows, refused, opened } = await readFile(text);
        expect(refused).toBeNull();
        expect(opened?.format?.id).toBe("rollcall");
        expect(opened?.problems).toEqual([]);
        expect(rows.map(({ record }) => record)).toEqual(
          accounts.map((account) => ({ ...emptyRecord(), ...account })),
        );
        expect(
          rows.flatMap(({ problems }) => problems).filter(({ severity }) => severity === "error"),
        ).toEqual([]);
        expect(rows.flatMap(({ clears }) => clears ?? [])).toEqual([]);
      }),
    );
  });

  it("every field of any account, as the cells of a workbook", () => {
    fc.assert(
      fc.property(files, (accounts) => {
        const exporter = rollcall.exporter(shapeOf(accounts));
        const { columns: matched } = rollcall.match([{ line: 1, cells: [...(exporter.header[0] ?? [])] }]);
        const records = accounts.map((account, i) => {
          const cells = exporter
            .cells(account)
            .map((cell) => (typeof cell === "string" ? cell : String(cell)));
          return checkRow(rollcall, matched, { line: i + 2, cells }).record;
        });
        expect(records).toEqual(accounts.map((account) => ({ ...emptyRecord(), ...account })));
      }),
    );
  });

  it("writes booleans as booleans, lists in their own columns, attributes under their names", () => {
    const exporter = rollcall.exporter({ groups: 2, attributes: ["Desk", "__proto__"] });
    const header = exporter.header[0] ?? [];
    const cells = exporter.cells({
      email: "a@x.com",
      enabled: false,
      pop: true,
      groups: ["A"],
      attributes: attributes({ Desk: "7" }),
    });
    const at = (name: string): unknown => cells[header.indexOf(name)];
    expect([at("enabled"), at("pop"), at("lockedOut")]).toEqual([false, true, ""]);
    expect(header.filter((name) => name === "group")).toHaveLength(2);
    expect([at("attribute:Desk"), at("attribute:__proto__")]).toEqual(["7", ""]);
    expect(cells).toHaveLength(header.length);
  });

  it.each([
    ["groups", { groups: ["A", "B"] }],
    ["aliases", { aliases: ["a@x.com", "b@x.com"] }],
    ["delegates", { delegates: ["a@x.com", "b@x.com"] }],
  ])("refuses to drop %s", (_, more) => {
    expect(() => rollcall.exporter({ groups: 1 }).cells({ email: "x@x.com", ...more })).toThrow(RangeError);
  });

  it("has samples: a person, a first password, a list", async () => {
    const { rows } = await readFile(rollcall.template(true));
    expect(codesOf(rows)).toEqual([]);
    expect(
      rows.map(({ record }) => [record.kind, record.password !== null, record.groups?.length ?? 0]),
    ).toEqual([
      ["PERSON", false, 2],
      [null, true, 1],
      ["LIST", false, 0],
    ]);
  });
});
