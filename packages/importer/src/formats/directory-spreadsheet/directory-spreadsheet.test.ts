// The directory-spreadsheet format, rule by rule. The ids are those of research/features.md, section 2.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CheckOptions } from "../../model/check";
import type { ExportAccount } from "../../model/format";
import type { ProblemCode } from "../../model/problem-params";
import type { AccountRecord } from "../../model/record";
import type { CheckedRow, Row } from "../../model/row";
import { recogniseSheets } from "../../recognise-sheets";
import { checkRow } from "../../check-row";
import { checkOne } from "../../testing/check-one";
import { describeFormat } from "../../testing/format-contract";
import { codesOf, readFile } from "../../testing/read-file";
import { describeProblem } from "../../words/problem-text";
import { csvExport } from "../csv-export";
import { rollcall } from "../rollcall";
import { columnLetters } from "./checkpoint";
import { isAttributeHeading, numbered } from "./headings";
import { directorySpreadsheet } from ".";

describeFormat(directorySpreadsheet, { roundTrip: ["fullName", "mustChangePassword"] });

const good = { email: "jane@example.com", name: "Jane Doe" };

function check(cells: Record<string, string>, options: CheckOptions = {}): CheckedRow {
  return checkOne(directorySpreadsheet, Object.entries({ ...good, ...cells }), options);
}

function codes(row: CheckedRow): ProblemCode[] {
  return row.problems.map((problem) => problem.code);
}

/** Rows as a sheet has them, blank ones left out, each with its line. */
function sheet(...lines: (readonly string[])[]): Row[] {
  return lines.flatMap((cells, i) =>
    cells.every((cell) => cell === "") ? [] : [{ line: i + 1, cells: [...cells] }],
  );
}

/** A sheet with the heading row at a line and a position. */
function headingsAt(line: number, at: number, headings: readonly string[]): Row[] {
  return [{ line, cells: [...Array.from({ length: at }, () => ""), ...headings] }];
}

describe("S4: the checkpoint", () => {
  it.each([
    ["A1", 1, 0],
    ["B7", 7, 1],
    ["M99", 99, 12],
    ["A99", 99, 0],
    ["M1", 1, 12],
  ])("S4-03 is found in %s", (place, line, at) => {
    const match = directorySpreadsheet.match(headingsAt(line, at, ["email", "name"]));
    expect(match).toMatchObject({ dataAfterLine: line, problems: [] });
    expect(match.reason).toContain(place);
    expect(match.columns.map(({ index, field }) => [index, field])).toEqual([
      [at, "email"],
      [at + 1, "fullName"],
    ]);
  });

  it.each([
    ["below line 99", headingsAt(100, 0, ["email", "name"])],
    ["right of column M", headingsAt(1, 13, ["email", "name"])],
    ["in capitals", headingsAt(1, 0, ["EMAIL", "name"])],
    ["with a capital", headingsAt(1, 0, ["Email", "name"])],
    ["with a space behind it", headingsAt(1, 0, ["email ", "name"])],
    ["as a part of the cell", headingsAt(1, 0, ["email address", "name"])],
    ["nowhere", headingsAt(1, 0, ["address", "name"])],
    ["in no row", []],
  ])("S4-03 is missing %s", (_, rows) => {
    const match = directorySpreadsheet.match(rows);
    expect(match.problems).toMatchObject([{ code: "file.checkpoint-missing", severity: "error" }]);
    expect(match).toMatchObject({ header: null, columns: [] });
    expect(match.confidence).toBeLessThan(0.3);
  });

  it.each([
    ["Email", "name", { near: "Email", cell: "B2" }],
    ["EMAIL ", "NAME", { near: "EMAIL ", cell: "B2" }],
    ["email address", "name", {}],
    ["Email", "phone", {}],
  ])("S4-03 says where it nearly is: %s beside %s", (email, name, params) => {
    const match = directorySpreadsheet.match(sheet(["x"], ["", email, name]));
    expect(match.problems).toMatchObject([{ code: "file.checkpoint-missing", params }]);
  });

  it("S4-03 is the first in reading order", () => {
    const rows = sheet(["x", "", "email", "name", "email"], ["email", "name"]);
    const match = directorySpreadsheet.match(rows);
    expect(match.columns[0]).toMatchObject({ index: 2, field: "email" });
    expect(match.dataAfterLine).toBe(1);
    expect(match.problems).toMatchObject([{ code: "column.repeated", params: { position: 5, first: 3 } }]);
  });

  it("S4-03 everything above and left of it is ignored", async () => {
    const file = [
      "Staff list,June,,,",
      "prepared by jane@example.com,,,,",
      ",,,,",
      "No.,Unit,email,name,Desk",
      "1,North,a@x.com,A,7",
      "2,North,,,",
      "3,South,b@x.com,B,",
      ",,c@x.com,C,9",
    ].join("\n");
    const { opened, rows, closed } = await readFile(file);
    expect(opened?.format).toMatchObject({ id: "directory-spreadsheet", confidence: 0.99 });
    expect(opened?.sample.map(({ cells }) => cells)).toEqual([
      ["", "", "a@x.com", "A", "7"],
      ["", "", "", "", ""],
      ["", "", "b@x.com", "B", ""],
      ["", "", "c@x.com", "C", "9"],
    ]);
    expect(rows.map(({ line, record }) => [line, record.email, record.fullName])).toEqual([
      [5, "a@x.com", "A"],
      [7, "b@x.com", "B"],
      [8, "c@x.com", "C"],
    ]);
    expect(codesOf(rows)).toEqual([]);
    expect(closed).toMatchObject({ rows: 3 });
    expect(rows[0]?.record.attributes).toEqual(Object.assign(Object.create(null), { Desk: "7" }));
  });

  it("S4-03 what stands left of it may be anything, characters that cannot be stored too", () => {
    const [row] = headingsAt(1, 1, ["email", "name"]);
    const { columns } = directorySpreadsheet.match([row!]);
    const checked = (cells: string[]) => checkRow(directorySpreadsheet, columns, { line: 2, cells });
    expect(codes(checked(["a\0", "a@x.com", "A"]))).toEqual([]);
    expect(codes(checked(["", "a@x.com", "A\0"]))).toEqual(["row.control-character"]);
  });

  it("S4-03 lines are the file's, blank rows and quoted line breaks counted", async () => {
    const above = (count: number): string => "\n".repeat(count);
    expect((await readFile(`${above(98)}email,name\na@x.com,A\n`)).rows[0]?.line).toBe(100);
    expect(
      (await readFile(`${above(99)}email,name\na@x.com,A\n`, { format: "directory-spreadsheet" })).refused,
    ).toMatchObject([{ code: "file.checkpoint-missing" }]);
    expect((await readFile(`"Staff\nlist",\nemail,name\na@x.com,A\n`)).rows[0]?.line).toBe(4);
  });

  it.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
    ["pipes", "|"],
  ])("S4-03 is found below a title in a file with %s", async (_, delimiter) => {
    const lines = ["Staff list", "", "email,name,pop,Desk", "a@x.com,A,yes,7", "b@x.com,B,no,8", ""];
    const { rows } = await readFile(lines.join("\n").replaceAll(",", delimiter));
    expect(rows.map(({ record }) => [record.email, record.pop])).toEqual([
      ["a@x.com", true],
      ["b@x.com", false],
    ]);
  });

  it("S4-08 of a workbook the first sheet that has one is read, hidden ones last", () => {
    const named = (name: string, rows: Row[], hidden = false) => ({ name, hidden, rows: 3, head: rows });
    const list = sheet(["Staff"], ["", "email", "name"], ["", "a@x.com", "A"]);
    const found = recogniseSheets(
      "xls",
      [named("Draft", list, true), named("Notes", sheet(["Read me"])), named("People", list)],
      {},
    );
    expect(found).toMatchObject({ sheet: "People", format: { id: "directory-spreadsheet" }, problems: [] });
    expect(found.sheets.map(({ format }) => format?.id ?? null)).toEqual([
      "directory-spreadsheet",
      null,
      "directory-spreadsheet",
    ]);
  });

  it.each([
    ["S4-11 its own headings", "email,name,pop,alias1"],
    ["S4-11 no others", "email,name"],
    ["S4-11 and a password", "email,name,password"],
    ["S4-11 and attributes", "email,name,telephonenumber,Physical Address"],
  ])("%s: it is this format, by lower case and place", async (_, header) => {
    const { opened } = await readFile(`${header}\na@x.com,A\n`);
    expect(opened?.format?.id).toBe("directory-spreadsheet");
  });
});

describe("S4: other lists", () => {
  it.each([
    ["connect's headings in lower case", "email,name,password,force change password", "connect"],
    ["hosted-users' headings in lower case", "email,full name,password", "hosted-users"],
    [
      "our own export",
      csvExport(rollcall.exporter({ groups: 1 }))
        .header()
        .trim(),
      "rollcall",
    ],
  ])("%s are not this format", async (_, header, id) => {
    expect((await readFile(`${header}\na@x.com,A\n`)).opened?.format?.id).toBe(id);
  });

  it("groups or roles beside email and name make it doubtful, unless something else is its own", () => {
    const sureness = (...headings: string[]): number =>
      directorySpreadsheet.match([{ line: 1, cells: ["email", "name", ...headings] }]).confidence;
    expect(sureness("department", "group")).toBeLessThan(0.5);
    expect(sureness("department", "group", "pop")).toBe(0.99);
    expect(sureness("department")).toBe(0.9);
  });
});

describe("S4: the headings", () => {
  it.each([
    ["something else", ["email", "phone", "name"], "phone"],
    ["in another case", ["email", "Name"], "Name"],
    ["one column away", ["email", "", "name"], ""],
    ["not there", ["email"], ""],
  ])("S4-05 name is %s", (_, headings, found) => {
    const match = directorySpreadsheet.match(headingsAt(3, 1, headings));
    expect(match.problems).toMatchObject([{ code: "file.name-column", line: 3, params: { found } }]);
    expect(match.confidence).toBeLessThan(0.4);
    expect(match.columns).toEqual([]);
  });

  it("S4-05 a row of data is not repeated, which may hold a password", () => {
    const { problems } = directorySpreadsheet.match(headingsAt(1, 0, ["email", "Secret-1", "a@x.com"]));
    expect(problems).toMatchObject([{ code: "file.name-column", params: { found: "" } }]);
  });

  it("S4-06 password is right of name", async () => {
    const { opened, rows } = await readFile("email,name,password\na@x.com,A,Tidal-Copper-58\nb@x.com,B,\n");
    expect(rows.map(({ record }) => record.password)).toEqual(["Tidal-Copper-58", null]);
    expect(JSON.stringify(opened)).not.toContain("Tidal");
  });

  it.each([
    ["further right", "email,name,pop,password", "a@x.com,A,yes,Tidal-Copper-58", "D"],
    ["twice", "email,name,password,password", "a@x.com,A,,Tidal-Copper-58", "D"],
    ["left of email", "password,email,name", "Tidal-Copper-58,a@x.com,A", "A"],
  ])("S4-06 password %s stops the file and is not read", async (_, header, row, column) => {
    const options = { format: "directory-spreadsheet" } as const;
    const { refused, rows } = await readFile(`${header}\n${row}\n`, options);
    expect(rows).toEqual([]);
    expect(refused).toMatchObject([{ code: "file.password-column", column: "password", params: { column } }]);
    const match = directorySpreadsheet.match([{ line: 1, cells: header.split(",") }]);
    expect(match.columns.some(({ part }) => part === "password")).toBe(false);
    const seen = recogniseSheets(
      "xls",
      [{ name: "S", hidden: false, rows: 2, head: sheet(header.split(","), row.split(",")) }],
      options,
    );
    expect(JSON.stringify(seen)).not.toContain("Tidal");
  });

  it.each(["Password", "PASSWORD", "password ", "pass word", "Kennwort", "initial pwd", "Wachtwoord"])(
    "S4-06 %j is no attribute: it is said, and never read or shown",
    async (heading) => {
      const { opened, rows } = await readFile(`email,name,${heading}\na@x.com,A,Tidal-Copper-58\n`, {
        format: "directory-spreadsheet",
      });
      expect(opened?.problems).toMatchObject([
        { code: "column.near-miss", severity: "warning", params: { meant: "password" } },
      ]);
      expect(rows[0]?.record).toMatchObject({ password: null, attributes: null });
      expect(JSON.stringify(opened)).not.toContain("Tidal");
    },
  );

  it("S4-21 further headings stand in any order", () => {
    const headings = [
      "submit",
      "delegate1",
      "telephonenumber",
      "accountlockedout",
      "alias2",
      "adminrole",
      "pop",
      "passwordneverexpire",
      "remoteaccountcode",
      "alias1",
      "changepassword",
    ];
    const { columns, problems } = directorySpreadsheet.match(
      headingsAt(1, 0, ["email", "name", ...headings]),
    );
    expect(problems).toEqual([]);
    expect(columns.slice(2).map(({ field }) => field)).toEqual([
      "submit",
      "delegates",
      "attributes",
      "lockedOut",
      "aliases",
      "adminRole",
      "pop",
      "passwordNeverExpires",
      "accountCode",
      "aliases",
      "mustChangePassword",
    ]);
  });

  it.each([
    ["Email", "email"],
    ["E-Mail", "email"],
    ["Pop", "pop"],
    ["SUBMIT", "submit"],
    ["Alias 1", "alias1"],
    ["alias", "alias1"],
    ["Delegate3", "delegate3"],
    ["adminroles", "adminrole"],
    ["remoteacountcode", "remoteaccountcode"],
    ["accountlocked out", "accountlockedout"],
    ["telephonenumbr", "telephonenumber"],
    ["Departmnt", "department"],
  ])("S4-21, S4-28 %s is an attribute, with a warning that it looks like %s", (heading, meant) => {
    const { columns, problems } = directorySpreadsheet.match(headingsAt(2, 0, ["email", "name", heading]));
    expect(columns[2]).toMatchObject({ field: "attributes", part: heading });
    expect(problems).toMatchObject([
      {
        code: "column.near-miss",
        severity: "warning",
        line: 2,
        column: heading,
        params: { header: heading, meant },
      },
    ]);
  });

  it.each(["ChangePassword", "passwordneverexpires"])(
    "S4-21 %s is not read: it names a password, and looks like a known heading",
    (heading) => {
      const { columns, problems } = directorySpreadsheet.match(headingsAt(1, 0, ["email", "name", heading]));
      expect(columns[2]?.field).toBeNull();
      expect(problems).toMatchObject([
        { code: "column.near-miss", params: { meant: heading.toLowerCase().replace(/s$/u, "") } },
      ]);
    },
  );

  it.each([
    "telephonenumber",
    "Physical Address",
    "Telephone Number",
    "telephonenumber2",
    "dob",
    "top",
    "Passport number",
    "Secretary",
    "Companyid",
    "Costcentre",
    "__proto__",
    "constructor",
    "a:b",
  ])("S4-28 any other heading is an attribute: %s", (heading) => {
    const { columns, problems } = directorySpreadsheet.match(headingsAt(1, 0, ["email", "name", heading]));
    expect(columns[2]).toMatchObject({ field: "attributes", part: heading });
    expect(problems).toEqual([]);
  });

  it("S4-28 one attribute has one column, whatever its case; a column without a heading is not used", () => {
    const headings = ["email", "name", "Desk", "", "DESK", "pop", "pop", ""];
    const { columns, problems } = directorySpreadsheet.match(headingsAt(1, 0, headings));
    expect(columns.map(({ field }) => field)).toEqual([
      "email",
      "fullName",
      "attributes",
      null,
      null,
      "pop",
      null,
    ]);
    expect(problems).toMatchObject([
      { code: "column.unknown", params: { header: "no header", position: 4 } },
      { code: "column.repeated", params: { header: "DESK", position: 5, first: 3 } },
      { code: "column.repeated", params: { header: "pop", position: 7, first: 6 } },
    ]);
  });

  it.each([
    ["alias", "alias.too-many", "aliases"],
    ["delegate", "delegate.too-many", "delegates"],
  ] as const)("S4-27 %s1 to %s10; what is beyond is told once and stops the file", (name, code, field) => {
    const headings = ["email", "name", ...numbered(name, 13), `${name}200`];
    const { columns, problems } = directorySpreadsheet.match(headingsAt(1, 0, headings));
    expect(columns.filter((column) => column.field === field)).toHaveLength(10);
    expect(columns.filter((column) => column.field === null)).toHaveLength(4);
    expect(problems).toMatchObject([{ code, severity: "error", column: `${name}11`, params: { limit: 10 } }]);
  });

  it("names columns as spreadsheets do", () => {
    expect([0, 12, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      "A",
      "M",
      "Z",
      "AA",
      "AZ",
      "BA",
      "ZZ",
      "AAA",
    ]);
  });
});

describe("S4: a row", () => {
  const switches = [
    ["S4-22", "changepassword", "mustChangePassword", "must-change-password.invalid"],
    ["S4-23", "passwordneverexpire", "passwordNeverExpires", "password-never-expires.invalid"],
    ["S4-24", "accountlockedout", "lockedOut", "locked-out.invalid"],
    ["S4-25", "pop", "pop", "pop.invalid"],
    ["S4-26", "submit", "submit", "submit.invalid"],
  ] as const;
  const values = [
    ...["yes", "Y", "true", "TRUE", "on", "1", " Yes "].map((value) => [value, true] as const),
    ...["no", "N", "False", "OFF", "0"].map((value) => [value, false] as const),
    ["", null] as const,
    [" ", null] as const,
  ];

  it.each(switches.flatMap((one) => values.map(([value, expected]) => [...one, value, expected] as const)))(
    "%s, S4-32 %s (%s, %s) takes %j for %j",
    (_, heading, field, _code, value, expected) => {
      const row = check({ [heading]: value });
      expect(row.record[field]).toBe(expected);
      expect(codes(row)).toEqual([]);
    },
  );

  it.each(switches)("%s %s is no other word", (_, heading, field, code) => {
    const row = check({ [heading]: "maybe" });
    expect(row.record[field]).toBeNull();
    expect(row.problems).toMatchObject([
      { code, column: heading, field, params: { value: "maybe" }, fix: null },
    ]);
    expect(check({ [heading]: "ja" }).problems).toMatchObject([
      { code, fix: { kind: "set", field, value: "yes", label: "Change to yes" } },
    ]);
  });

  it.each<[string, Record<string, string>, Partial<AccountRecord>]>([
    ["S4-03 the primary address", { email: " Jane@Example.com " }, { email: "Jane@Example.com" }],
    ["S4-05 the name", { name: " Jane  Doe " }, { fullName: "Jane  Doe" }],
    ["S4-21 what is not given is null", {}, { pop: null, aliases: null, attributes: null, role: null }],
    ["S4-29 the account code", { remoteaccountcode: " C1A1 " }, { accountCode: "C1A1" }],
    ["S4-30 no administrator", { adminrole: "" }, { adminRole: null, role: null }],
    ["S4-02 a delegate", { delegate1: "Bob@x.com" }, { delegates: ["Bob@x.com"] }],
    [
      "S4-02 delegates with gaps, each once",
      { delegate2: "b@x.com", delegate5: "c@x.com", delegate7: "B@X.com" },
      { delegates: ["b@x.com", "c@x.com"] },
    ],
    ["S4-27 an alias", { alias1: "info@company.com" }, { aliases: ["info@company.com"] }],
    [
      "S4-27 aliases with gaps, each once",
      { alias2: "", alias3: "b@x.com", alias10: "c@x.com", alias4: "B@x.com" },
      { aliases: ["b@x.com", "c@x.com"] },
    ],
  ])("%s", (_, cells, record) => {
    const row = check(cells);
    expect(row.record).toMatchObject(record);
    expect(codes(row)).toEqual([]);
  });

  it.each([
    ["Basic", "BASIC"],
    ["basic administrator", "BASIC"],
    ["Administrator", "BASIC"],
    ["Helpdesk", "HELPDESK"],
    ["Help Desk Administrator", "HELPDESK"],
    ["GATEWAY", "GATEWAY"],
    ["full", "FULL"],
    ["Super administrator", "SUPER"],
    ["Migration", "MIGRATION"],
    ["Master Administrator", "MASTER"],
  ])("S4-30 adminrole %s is %s, and makes an administrator", (value, adminRole) => {
    const row = check({ adminrole: value });
    expect(row.record).toMatchObject({ role: "ADMINISTRATOR", adminRole });
    expect(codes(row)).toEqual([]);
  });

  it.each<[string, Record<string, string>, ProblemCode, object]>([
    ["S4-03 no address", { email: "" }, "email.missing", { column: "email" }],
    ["S4-04 a space", { email: "li na@x.com" }, "email.spaces", { fix: { value: "lina@x.com" } }],
    ["S4-04 quotes", { email: '"a@x.com"' }, "email.quoted", { fix: { value: "a@x.com" } }],
    ["S4-03 no address but a word", { email: "jane" }, "email.invalid", { params: { reason: "no-at" } }],
    [
      "S4-05 an empty name keeps the one there is",
      { name: " " },
      "name.missing",
      { severity: "warning", column: "name", field: "fullName" },
    ],
    ["S4-05 a long name", { name: "x".repeat(201) }, "name.too-long", { severity: "error" }],
    [
      "S4-27 no alias",
      { alias3: "info" },
      "alias.invalid",
      { column: "alias3", field: "aliases", fix: null, params: { value: "info", reason: "no-at" } },
    ],
    [
      "S4-27 an alias with a space",
      { alias1: "in fo@x.com" },
      "alias.invalid",
      { fix: { field: "aliases", value: "info@x.com" } },
    ],
    [
      "S4-27 an alias in quotes",
      { alias1: "'info@x.com'" },
      "alias.invalid",
      { fix: { value: "info@x.com" } },
    ],
    [
      "S4-27 the own address as an alias",
      { alias2: "JANE@example.com" },
      "alias.own-address",
      { severity: "warning", column: "alias2" },
    ],
    [
      "S4-02 no delegate",
      { delegate2: "Bob" },
      "delegate.invalid",
      { column: "delegate2", field: "delegates" },
    ],
    [
      "S4-29 a long account code",
      { remoteaccountcode: "C".repeat(65) },
      "account-code.too-long",
      { params: { length: 65, limit: 64 } },
    ],
    [
      "S4-30 no administrator's role",
      { adminrole: "Boss" },
      "admin-role.invalid",
      { column: "adminrole", params: { value: "Boss" }, fix: null },
    ],
    [
      "S4-30 a slip in one",
      { adminrole: "Helpdeks" },
      "admin-role.invalid",
      { fix: { field: "adminRole", value: "Helpdesk" } },
    ],
    [
      "S4-28 a long attribute",
      { "Physical Address": "x".repeat(2001) },
      "attribute.too-long",
      { column: "Physical Address", field: "attributes", params: { length: 2001, limit: 2000 } },
    ],
  ])("%s", (_, cells, code, problem) => {
    const row = check(cells);
    expect(codes(row)).toEqual([code]);
    expect(row.problems[0]).toMatchObject({ line: 2, ...problem });
  });

  it("S4-05 an empty name is not given, and an invalid role none", () => {
    expect(check({ name: "" }).record.fullName).toBeNull();
    expect(check({ adminrole: "Boss" }).record).toMatchObject({ role: null, adminRole: null });
  });

  it("S4-27 the own address is left out of the aliases, the others kept", () => {
    expect(check({ alias1: "jane@EXAMPLE.com", alias2: "j@x.com" }).record.aliases).toEqual(["j@x.com"]);
    expect(check({ alias1: "jane@EXAMPLE.com" }).record.aliases).toBeNull();
  });

  it("S4-28 attributes keep their names and values, and blank ones are not given", () => {
    const { record } = checkOne(directorySpreadsheet, [
      ["email", "a@x.com"],
      ["name", "A"],
      ["telephonenumber", " 020 7946 0018 "],
      ["Physical Address", "1 High St\nLondon"],
      ["Desk", " "],
      ["__proto__", "p"],
      ["constructor", "c"],
    ]);
    expect(Object.entries(record.attributes ?? {})).toEqual([
      ["telephonenumber", "020 7946 0018"],
      ["Physical Address", "1 High St\nLondon"],
      ["__proto__", "p"],
      ["constructor", "c"],
    ]);
    expect(({} as Record<string, unknown>)["p"]).toBeUndefined();
  });

  it.each([
    ["S4-25", "pop", "pop.external"],
    ["S4-26", "submit", "submit.external"],
  ] as const)("%s %s is for the organisation's own domains", (_, field, code) => {
    const domains = ["Example.com"];
    const outside = check({ email: "a@gmail.com", [field]: "yes" }, { domains });
    expect(outside.problems).toMatchObject([
      { code: "email.foreign-domain" },
      { code, severity: "error", column: field, field, params: { domain: "gmail.com" }, fix: { value: "" } },
    ]);
    expect(codes(check({ email: "a@gmail.com", [field]: "no" }, { domains }))).toEqual([
      "email.foreign-domain",
    ]);
    expect(codes(check({ email: "a@gmail.com", [field]: "" }, { domains }))).toEqual([
      "email.foreign-domain",
    ]);
    expect(codes(check({ email: "a@EXAMPLE.com", [field]: "yes" }, { domains }))).toEqual([]);
    expect(codes(check({ email: "a@gmail.com", [field]: "yes" }))).toEqual([]);
  });

  it("S4-07 a password that breaks the policy is told, and stops the whole file", () => {
    const row = check({ password: "Hush-1" });
    expect(row.problems).toMatchObject([{ code: "password.policy", column: "password" }]);
    expect(JSON.stringify(row.problems)).not.toContain("Hush");
    expect(directorySpreadsheet.demands.stopsOn).toEqual(["password.policy"]);
    expect(directorySpreadsheet.defaults).toEqual({ mode: "upsert", strict: true });
  });
});

describe("S4: several rows", () => {
  it("S4-27 an address is one account's: alias against alias and against primary, either way round", async () => {
    const file = [
      "email,name,alias1,alias2",
      "a@x.com,A,info@x.com,a2@x.com",
      "b@x.com,B,INFO@x.com,b2@x.com",
      "a2@x.com,C,,",
      "d@x.com,D,,b@X.com",
      "A@x.com,E,a2@x.com,",
      "f@x.com,F,f2@x.com,f2@x.com",
    ].join("\n");
    const { rows } = await readFile(file, { duplicates: true });
    expect(codesOf(rows)).toEqual([
      "3 alias.duplicate",
      "4 email.duplicate",
      "5 alias.duplicate",
      "6 email.duplicate",
      "6 alias.duplicate",
    ]);
    const problems = rows.flatMap((row) => row.problems);
    expect(problems.map(({ column, params }) => [column, params["firstLine"]])).toEqual([
      ["alias1", 2],
      ["email", 2],
      ["alias2", 3],
      ["email", 2],
      ["alias1", 2],
    ]);
    expect(codesOf((await readFile(file)).rows)).toEqual([]);
  });
});

describe("S4: template and export", () => {
  const account: ExportAccount = {
    email: "a@x.com",
    fullName: "A",
    role: "ADMINISTRATOR",
    adminRole: "HELPDESK",
    mustChangePassword: true,
    passwordNeverExpires: false,
    lockedOut: false,
    pop: true,
    submit: null,
    aliases: ["a2@x.com", "a3@x.com"],
    accountCode: "C1A1",
    delegates: ["b@x.com"],
    attributes: Object.assign(Object.create(null) as Record<string, string>, {
      "Physical Address": "1 High St\nLondon",
      __proto__: "p",
      pop: "lost",
    }),
  };
  const shape = {
    groups: 0,
    aliases: 2,
    delegates: 1,
    attributes: ["Physical Address", "__proto__", "=x", "pop", "email", "alias11", "Password hint"],
  };

  it("exports what it imports: every field it holds, attributes whose names mean something else left out", async () => {
    const exporter = csvExport(directorySpreadsheet.exporter(shape));
    const { rows, opened } = await readFile(
      exporter.header() + exporter.row(account) + exporter.row({ email: "b@x.com" }),
    );
    expect(opened?.problems).toEqual([]);
    expect(opened?.columns.flatMap(({ part }) => part ?? [])).toEqual([
      "Physical Address",
      "__proto__",
      "=x",
    ]);
    const { attributes, ...rest } = account;
    expect(rows[0]?.record).toMatchObject(rest);
    expect(rows[0]?.record.attributes?.["Physical Address"]).toBe(attributes?.["Physical Address"]);
    expect(codesOf(rows)).toEqual(["4 name.missing"]);
  });

  it("writes yes and no, Basic for any administrator, and no password", () => {
    const exporter = directorySpreadsheet.exporter({ groups: 0 });
    expect(exporter.header).toEqual([
      "email,name,password,changepassword,passwordneverexpire,accountlockedout,pop,submit,alias1,remoteaccountcode,adminrole,delegate1".split(
        ",",
      ),
    ]);
    const cells = exporter.cells({ email: "a@x.com", role: "ADMINISTRATOR", pop: true, submit: false });
    expect(cells.join(",")).toBe("a@x.com,,,,,,yes,no,,,Basic,");
  });

  it("refuses to drop aliases and delegates", () => {
    expect(() => directorySpreadsheet.exporter({ groups: 0, aliases: 11 })).toThrow(RangeError);
    const exporter = directorySpreadsheet.exporter({ groups: 0, aliases: 1 });
    expect(() => exporter.cells(account)).toThrow(RangeError);
  });

  it.each([
    ["Desk", true],
    ["Physical Address", true],
    ["Email", true],
    ["email", false],
    ["password", false],
    ["Password hint", false],
    ["alias11", false],
    ["delegate10", false],
    [" ", false],
  ])("S4-28 %s as an attribute's heading: %j", (heading, can) => {
    expect(isAttributeHeading(heading)).toBe(can);
  });
});

describe("S4: a file with every mistake", () => {
  it("every-mistake.csv: each rule broken at least once, each on its line", async () => {
    const fixture = readFileSync(new URL("./fixtures/every-mistake.csv", import.meta.url));
    const { rows, opened } = await readFile(fixture, { duplicates: true, domains: ["haldenmoor.com"] });
    expect(opened?.format?.id).toBe("directory-spreadsheet");
    const problems = [...(opened?.problems ?? []), ...rows.flatMap((row) => row.problems)];
    const told = problems.map((problem) => {
      const fix = problem.fix === null ? "" : ` [${problem.fix.label}]`;
      return `${String(problem.line)} ${problem.severity} ${problem.code}: ${describeProblem(problem)}${fix}\n`;
    });
    await expect(told.join("")).toMatchFileSnapshot("./fixtures/every-mistake.expected.txt");
    expect(problems.length).toBeGreaterThan(25);
  });
});
