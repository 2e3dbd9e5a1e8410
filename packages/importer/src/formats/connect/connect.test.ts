// The connect format, rule by rule. The ids are those of research/features.md, section 2.
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
import { describeProblem } from "../../words/problem-text";
import { connect } from ".";

describeFormat(connect, { roundTrip: ["fullName", "mustChangePassword"] });

function check(cells: Record<string, string>): CheckedRow {
  return checkOne(connect, Object.entries({ Email: "jane@example.com", ...cells }));
}

function codes(row: CheckedRow): ProblemCode[] {
  return row.problems.map((problem) => problem.code);
}

describe("S2: the header", () => {
  it.each([
    ["as the template has it", "Email,Name,Password,Force Change Password"],
    ["in any order and case", "force change password,PASSWORD,name,eMail"],
    ["without spaces, with _ and -", "E-mail,Name,Password,Force_ChangePassword"],
    ["with a byte order mark", "\uFEFFEmail,Name,Password,Force Change Password"],
  ])("S2-15 is matched %s", (_, header) => {
    const { columns, problems, confidence } = connect.match([{ line: 1, cells: header.split(",") }]);
    expect(columns.map((column) => column.field).sort()).toEqual(
      ["email", "fullName", "mustChangePassword", "password"].sort(),
    );
    expect(problems).toEqual([]);
    expect(confidence).toBe(0.98);
  });

  it("S2-15 needs Email alone", () => {
    expect(connect.match([{ line: 1, cells: ["Email"] }])).toMatchObject({ confidence: 0.98, problems: [] });
    expect(connect.match([{ line: 1, cells: ["Name", "Password"] }]).problems).toMatchObject([
      { code: "file.no-header", params: { missing: "Email" } },
    ]);
  });

  it("leaves other columns out, with an info each, and never stops at them", async () => {
    const { opened, rows, refused } = await readFile(
      "Email,Name,Password,Force Change Password,Office,Floor\na@x.com,A,,TRUE,Oslo,3\n",
    );
    expect(opened?.problems).toMatchObject([
      { code: "column.unknown", severity: "info", column: "Office" },
      { code: "column.unknown", severity: "info", column: "Floor" },
    ]);
    expect([refused, codesOf(rows), rows[0]?.record.attributes]).toEqual([null, [], null]);
  });

  // It commits by itself: better asked for than taken by mistake.
  it.each([
    ["Email,Name", "connect"],
    ["Email,Password,Force Change Password,Office,Floor,Room", "connect"],
    ["Email,Name,Password,Office", "connect"],
    ["Email,Full Name,Password,Department,Send email,Group", "hosted-users"],
    ["Email,Office,Floor,Room", undefined],
    ["Email,Name,Office", undefined],
    ["Email,Ful Name,Password,Department,Send email,Group", undefined],
  ])("S2-09 is recognised by itself only where it is plain: %s", async (header, id) => {
    const read = await readFile(`${header}\na@x.com,,,,,\n`);
    // A mapping may take what is of no format.
    const found = read.opened?.format?.id;
    expect(found === "custom" ? undefined : found).toBe(id);
    expect((await readFile(`${header}\na@x.com\n`, { format: "connect" })).refused).toBeNull();
  });
});

describe("S2: a row", () => {
  it.each<[string, Record<string, string>, Partial<AccountRecord>]>([
    ["S2-15 an address alone", {}, { email: "jane@example.com", fullName: null, password: null }],
    ["S2-15 a name", { Name: " Jane Doe " }, { fullName: "Jane Doe" }],
    ["S2-15 no name is not given", { Name: " " }, { fullName: null }],
    ["S2-15 a password", { Password: "Tidal-Copper-58" }, { password: "Tidal-Copper-58" }],
    ["S2-15 TRUE", { "Force Change Password": "TRUE" }, { mustChangePassword: true }],
    ["S2-15 FALSE", { "Force Change Password": "FALSE" }, { mustChangePassword: false }],
    ["S2-15 any case", { "Force Change Password": " tRue " }, { mustChangePassword: true }],
    ["S2-15 empty is not given", { "Force Change Password": "" }, { mustChangePassword: null }],
    ["S2-04 a distribution list", { Email: "hr@company.com" }, { email: "hr@company.com", kind: null }],
  ])("%s", (_, cells, record) => {
    const row = check(cells);
    expect(row.record).toMatchObject(record);
    expect(codes(row)).toEqual([]);
  });

  it.each([
    "a@x.com b@y.com",
    "a@x.com;b@y.com",
    "a@x.com, b@y.com",
    "a@x.com / b@y.com",
    "a@x.com\nb@y.com",
  ])("S2-13 takes no two addresses in one cell: %j", (Email) => {
    expect(check({ Email }).problems).toMatchObject([
      { code: "email.invalid", params: { reason: "several" } },
    ]);
  });

  it.each<[string, Record<string, string>, ProblemCode, object]>([
    ["S2-15 no address", { Email: "" }, "email.missing", { column: "Email" }],
    ["S2-15 a long name", { Name: "x".repeat(201) }, "name.too-long", { column: "Name" }],
    ["S2-15 a short password", { Password: "short" }, "password.policy", { params: { reason: "too-short" } }],
    [
      "S2-15 neither TRUE nor FALSE",
      { "Force Change Password": "later" },
      "must-change-password.invalid",
      { severity: "error", column: "Force Change Password", params: { value: "later" }, fix: null },
    ],
  ])("%s", (_, cells, code, problem) => {
    const row = check(cells);
    expect(codes(row)).toEqual([code]);
    expect(row.problems[0]).toMatchObject({ line: 2, ...problem });
  });

  it("S2-15 says what may be written, in the file's own header", () => {
    const [problem] = check({ "Force Change Password": "later" }).problems;
    expect(describeProblem(problem!)).toBe("“Force Change Password” must be TRUE or FALSE, not “later”.");
  });

  it.each([
    ["yes", "TRUE"],
    ["Y", "TRUE"],
    ["1", "TRUE"],
    ["on", "TRUE"],
    ["no", "FALSE"],
    ["n", "FALSE"],
    ["0", "FALSE"],
    ["WAHR", "TRUE"],
    ["FALSCH", "FALSE"],
  ])("S2-15 offers for %j to write %s, which then is right", (value, meant) => {
    const { columns } = connect.match([{ line: 1, cells: ["Email", "Force Change Password"] }]);
    const row = checkRow(connect, columns, { line: 2, cells: ["a@x.com", value] });
    expect(row.problems).toMatchObject([
      { code: "must-change-password.invalid", fix: { value: meant, label: `Change to ${meant}` } },
    ]);
    const fixed = checkRow(connect, columns, applyFix(columns, row, row.problems[0]!.fix!));
    expect(fixed.problems).toEqual([]);
    expect(fixed.record.mustChangePassword).toBe(meant === "TRUE");
  });
});

describe("S2: files", () => {
  it("S2-05 reads more than 500 addresses", async () => {
    const rows = Array.from({ length: 1201 }, (_, i) => `p${String(i)}@x.com\n`);
    const { closed, refused } = await readFile(`Email\n${rows.join("")}`);
    expect([closed?.rows, refused]).toEqual([1201, null]);
  });

  it("S2-12 takes primary, alias and group addresses alike, and links none", async () => {
    const { rows } = await readFile("Email,Name\njane@x.com,Jane\nj.doe@x.com,Jane\nsales@x.com,Sales\n");
    expect(rows.map(({ record }) => [record.email, record.aliases, record.groups])).toEqual([
      ["jane@x.com", null, null],
      ["j.doe@x.com", null, null],
      ["sales@x.com", null, null],
    ]);
  });

  it("S2-14 pound.csv: a £ that is not UTF-8 stops the file, with its line and a way out", async () => {
    const file = readFileSync(new URL("./fixtures/pound.csv", import.meta.url));
    expect((await readFile(file)).refused).toMatchObject([
      {
        code: "file.encoding",
        line: 3,
        severity: "error",
        params: { byte: "0xA3", character: "£", offer: "windows-1252" },
      },
    ]);
    const { rows, refused } = await readFile(file, { encoding: "windows-1252" });
    expect([refused, codesOf(rows), rows[1]?.record.password]).toEqual([null, [], "Tidal-£58-Copper"]);
  });

  it("S2-14 reads a £ that is UTF-8", async () => {
    const { rows, refused } = await readFile("Email,Password\na@x.com,Tidal-£58-Copper\n");
    expect([refused, rows[0]?.record.password]).toEqual([null, "Tidal-£58-Copper"]);
  });

  it("S2-10 tells every error of the file, on its line", async () => {
    const { rows } = await readFile(
      "Email,Name,Password,Force Change Password\na@x.com,,,\nbad,,,\nb@x.com c@x.com,,,\nd@x.com,,,perhaps\nA@X.com,,short,\n",
      { duplicates: true },
    );
    expect(codesOf(rows)).toEqual([
      "3 email.invalid",
      "4 email.invalid",
      "5 must-change-password.invalid",
      "6 password.policy",
      "6 email.duplicate",
    ]);
  });
});

describe("S2: what the import is told", () => {
  it("S2-09, S2-10, S2-16 imports by itself, all or nothing, and creates only", () => {
    expect(connect.defaults).toEqual({ mode: "create", strict: true });
    expect(connect.demands).toEqual({ commitsByItself: true });
  });
});

describe("S2: template and export", () => {
  it("S2-02, S2-07 has a template with every column and samples of a person and a list", async () => {
    expect(connect.template(false)).toBe("Email,Name,Password,Force Change Password\r\n");
    const { rows } = await readFile(connect.template(true));
    expect(rows.map(({ record }) => [record.password !== null, record.mustChangePassword])).toEqual([
      [true, true],
      [false, null],
      [false, false],
    ]);
  });

  it("S2-15 exports TRUE and FALSE, and no password", () => {
    const accounts = [
      { email: "a@x.com", fullName: "A", mustChangePassword: true },
      { email: "b@x.com", mustChangePassword: false },
      { email: "c@x.com" },
    ];
    expect(exportOf(connect, accounts)).toBe(
      "Email,Name,Password,Force Change Password\r\na@x.com,A,,TRUE\r\nb@x.com,,,FALSE\r\nc@x.com,,,\r\n",
    );
    expect(connect.exporter({ groups: 0 }).cells(accounts[0]!)).toEqual(["a@x.com", "A", "", true]);
  });
});
