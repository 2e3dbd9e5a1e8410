// The mobile-security format, rule by rule. The ids are those of research/features.md, section 2.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkRow } from "../../check-row";
import type { ProblemCode } from "../../model/problem-params";
import type { AccountRecord } from "../../model/record";
import type { CheckedRow } from "../../model/row";
import { applyFix } from "../../set-cell";
import { checkOne } from "../../testing/check-one";
import { describeFormat, exportOf } from "../../testing/format-contract";
import { codesOf, readFile } from "../../testing/read-file";
import { mobileSecurity } from ".";

describeFormat(mobileSecurity, { roundTrip: ["fullName", "groups", "role", "exchange"] });

const good = { "Email ID": "jane@example.com", Name: "Jane Doe" };

function check(cells: Record<string, string>): CheckedRow {
  return checkOne(mobileSecurity, Object.entries({ ...good, ...cells }));
}

function codes(row: CheckedRow): ProblemCode[] {
  return row.problems.map((problem) => problem.code);
}

describe("S1: the header", () => {
  it.each([
    ["as the template has it", "Email ID,Name,Group,Role,Exchange domain,Exchange username"],
    ["in any order and case", "ROLE,exchange USERNAME,group,Exchange Domain,name,email id"],
    ["without spaces", "EmailID,Name,Group,Role,ExchangeDomain,ExchangeUsername"],
    ["with _ and -", "email_id,name,group,role,exchange-domain,exchange_username"],
  ])("S1-10 is matched %s", (_, header) => {
    const { columns, problems, confidence } = mobileSecurity.match([{ line: 1, cells: header.split(",") }]);
    const seen = columns.map(({ field, part }) => (part === undefined ? field : `${field ?? ""}.${part}`));
    expect(seen.sort()).toEqual(
      ["email", "exchange.domain", "exchange.username", "fullName", "groups", "role"].sort(),
    );
    expect(problems).toEqual([]);
    expect(confidence).toBe(0.98);
  });

  it.each([
    ["Email ID", ["Name", "Role"]],
    ["Name", ["Email ID", "Group"]],
    ["Email ID, Name", ["Group"]],
  ])("S1-04, S1-05 names the missing column %s", (missing, cells) => {
    expect(mobileSecurity.match([{ line: 1, cells }]).problems).toMatchObject([
      { code: "file.no-header", params: { missing } },
    ]);
  });

  it("is told from hosted-users, which has an Email and a Group too", async () => {
    const seen = async (header: string): Promise<unknown> => (await readFile(header)).opened?.format?.id;
    expect(await seen("Email ID,Name,Group\na@x.com,A,G\n")).toBe("mobile-security");
    expect(await seen("Email,Full Name,Group\na@x.com,A,G\n")).toBe("hosted-users");
  });

  it("leaves other columns out, with an info each", async () => {
    const { opened } = await readFile("Email ID,Name,Phone\na@x.com,A,1\n");
    expect(opened?.problems).toMatchObject([{ code: "column.unknown", severity: "info", column: "Phone" }]);
  });
});

describe("S1: a row", () => {
  it.each<[string, Record<string, string>, Partial<AccountRecord>]>([
    ["S1-04 the address", { "Email ID": " Jane@Example.com " }, { email: "Jane@Example.com" }],
    ["S1-05 the name", { Name: " Jane Doe " }, { fullName: "Jane Doe", givenName: null }],
    ["S1-06 a group", { Group: " Field staff " }, { groups: ["Field staff"] }],
    ["S1-06 no group", { Group: "" }, { groups: null }],
    [
      "S1-07 an administrator, of no particular kind",
      { Role: "Administrator" },
      { role: "ADMINISTRATOR", adminRole: null },
    ],
    ["S1-07 any case", { Role: "aDMINistrator" }, { role: "ADMINISTRATOR" }],
    ["S1-07 a user", { Role: "USER" }, { role: "USER" }],
    ["S1-07 empty is not given", { Role: " " }, { role: null }],
    ["S1-07 no column", {}, { role: null }],
    [
      "S1-08 an Exchange account",
      { "Exchange domain": "EXAMPLE", "Exchange username": "jdoe" },
      { exchange: { domain: "EXAMPLE", username: "jdoe" } },
    ],
    ["S1-08 none", { "Exchange domain": "", "Exchange username": " " }, { exchange: null }],
  ])("%s", (_, cells, record) => {
    const row = check(cells);
    expect(row.record).toMatchObject(record);
    expect(codes(row)).toEqual([]);
  });

  it("S1-06 takes several Group columns, the same group once", () => {
    const pairs = [...Object.entries(good), ["Group", "A"], ["Group", ""], ["Group 3", "a"], ["group2", "B"]];
    expect(checkOne(mobileSecurity, pairs as [string, string][]).record.groups).toEqual(["A", "B"]);
  });

  it.each<[string, Record<string, string>, ProblemCode, object]>([
    ["S1-04 no address", { "Email ID": "" }, "email.missing", { column: "Email ID", severity: "error" }],
    ["S1-04 no valid address", { "Email ID": "jane" }, "email.invalid", { params: { reason: "no-at" } }],
    ["S1-05 no name", { Name: " " }, "name.missing", { column: "Name" }],
    [
      "S1-05 a long name",
      { Name: "x".repeat(201) },
      "name.too-long",
      { params: { length: 201, limit: 200 } },
    ],
    ["S1-06 a long group", { Group: "x".repeat(201) }, "group.too-long", { column: "Group" }],
    ["S1-07 no role of ours", { Role: "Boss" }, "role.invalid", { column: "Role", field: "role", fix: null }],
    [
      "S1-07 nor a stronger one",
      { Role: "Master" },
      "role.invalid",
      { params: { value: "Master" }, fix: null },
    ],
    [
      "S1-08 a domain alone",
      { "Exchange domain": "EXAMPLE", "Exchange username": "" },
      "exchange.incomplete",
      { severity: "warning", column: "Exchange username", params: { missing: "user name" } },
    ],
    [
      "S1-08 a user name alone, without the column of the other",
      { "Exchange username": "jdoe" },
      "exchange.incomplete",
      { severity: "warning", column: null, params: { missing: "domain" } },
    ],
  ])("%s", (_, cells, code, problem) => {
    const row = check(cells);
    expect(codes(row)).toEqual([code]);
    expect(row.problems[0]).toMatchObject({ line: 2, ...problem });
  });

  it.each([
    ["admin", "Administrator"],
    ["ADMIN", "Administrator"],
    ["Administrators", "Administrator"],
    ["Adminstrator", "Administrator"],
    ["users", "User"],
    ["Usre", "User"],
    ["Benutzer", "User"],
  ])("S1-07 offers for %j to write %s, which then is right", (Role, meant) => {
    const { columns } = mobileSecurity.match([{ line: 1, cells: ["Email ID", "Name", "Role"] }]);
    const row = checkRow(mobileSecurity, columns, { line: 2, cells: ["a@x.com", "A", Role] });
    expect(row.problems).toMatchObject([
      { code: "role.invalid", fix: { field: "role", value: meant, label: `Change to ${meant}` } },
    ]);
    const fixed = checkRow(mobileSecurity, columns, applyFix(columns, row, row.problems[0]!.fix!));
    expect(fixed.problems).toEqual([]);
    expect(fixed.record.role).toBe(meant.toUpperCase());
  });
});

describe("S1: template and export", () => {
  it("S1-12 has a template with the fields of the form", () => {
    expect(mobileSecurity.template(false)).toBe(
      "Email ID,Name,Group,Role,Exchange domain,Exchange username\r\n",
    );
  });

  it("S1-10 exports what an import can update, and refuses to drop groups", () => {
    const accounts = [
      { email: "a@x.com", fullName: "A", role: "ADMINISTRATOR", groups: ["G", "H"] } as const,
      { email: "b@x.com", fullName: "B", role: "USER", exchange: { domain: "D", username: "b" } } as const,
      { email: "c@x.com" },
    ].map((account) => ({ ...account, groups: "groups" in account ? [...account.groups] : [] }));
    expect(exportOf(mobileSecurity, accounts)).toBe(
      "Email ID,Name,Group,Group,Role,Exchange domain,Exchange username\r\n" +
        "a@x.com,A,G,H,Administrator,,\r\n" +
        "b@x.com,B,,,User,D,b\r\n" +
        "c@x.com,,,,,,\r\n",
    );
    expect(() => mobileSecurity.exporter({ groups: 1 }).cells(accounts[0]!)).toThrow(RangeError);
  });
});

describe("S1: files as people have them", () => {
  it("S1-13 openoffice.csv: semicolons, every cell in quotes", async () => {
    const file = readFileSync(new URL("./fixtures/openoffice.csv", import.meta.url));
    const { opened, rows } = await readFile(file);
    expect(opened).toMatchObject({ delimiter: ";", format: { id: "mobile-security" } });
    expect(rows.map(({ record }) => [record.fullName, record.role, record.exchange])).toEqual([
      ["Schmidt, Anna", "USER", { domain: "EXAMPLE", username: "aschmidt" }],
      ["Zoë Żółć", "ADMINISTRATOR", null],
    ]);
    expect(codesOf(rows)).toEqual([]);
  });

  it("S1-15 tells which rows need attention, and reads the others", async () => {
    const { rows } = await readFile(
      "Email ID,Name,Role\na@x.com,A,User\n,B,User\nc@x.com,,User\nd@x.com,D,Chef\nA@x.com,A,\n",
      { duplicates: true },
    );
    expect(codesOf(rows)).toEqual([
      "3 email.missing",
      "4 name.missing",
      "5 role.invalid",
      "6 email.duplicate",
    ]);
    expect(rows).toHaveLength(5);
  });
});

describe("S1: what the import is told", () => {
  it("S1-10, S1-15, S1-16 creates and updates as chosen, good rows without the bad, nothing by itself", () => {
    expect(mobileSecurity.defaults).toEqual({ mode: "create", strict: false });
    expect(mobileSecurity.demands).toEqual({});
  });
});
