// The hosted-users format, rule by rule. The ids are those of research/features.md, section 2.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CheckOptions } from "../../model/check";
import type { ProblemCode } from "../../model/problem-params";
import type { AccountRecord } from "../../model/record";
import type { CheckedRow } from "../../model/row";
import { applyFix } from "../../set-cell";
import { checkRow } from "../../check-row";
import { checkOne } from "../../testing/check-one";
import { describeFormat, exportOf } from "../../testing/format-contract";
import { codesOf, readFile } from "../../testing/read-file";
import { describeProblem } from "../../words/problem-text";
import { csvExport } from "../csv-export";
import { hostedUsers } from ".";

describeFormat(hostedUsers, { roundTrip: ["fullName", "department", "groups"] });

const good = { Email: "jane@example.com", "Full Name": "Jane Doe", "Send email": "Yes" };

function check(cells: Record<string, string>, options: CheckOptions = {}): CheckedRow {
  return checkOne(hostedUsers, Object.entries({ ...good, ...cells }), options);
}

function codes(row: CheckedRow): ProblemCode[] {
  return row.problems.map((problem) => problem.code);
}

describe("S0: the header", () => {
  it.each([
    ["as the template has it", "Email,Full Name,Password,Department,Send email,Group"],
    ["in any order", "Group,Send email,Department,Password,Full Name,Email"],
    ["in any case", "EMAIL,full name,PassWord,DEPARTMENT,send Email,GROUP"],
    ["without spaces", "Email,FullName,Password,Department,Sendemail,Group"],
    ["with _ and -", "E-mail,full_name,pass-word,Department,SEND_EMAIL,Group"],
    ["with spaces around", " Email , Full Name ,Password\t,Department, Send email,Group "],
    ["with a byte order mark", "\uFEFFEmail,Full Name,Password,Department,Send email,Group"],
    ["with trailing empty columns", "Email,Full Name,Password,Department,Send email,Group,,,"],
  ])("S0-20 is matched %s", (_, header) => {
    const { columns, problems, confidence } = hostedUsers.match([{ line: 1, cells: header.split(",") }]);
    expect(columns.map((column) => column.field).sort()).toEqual(
      ["department", "email", "fullName", "groups", "password", "sendWelcome"].sort(),
    );
    expect(problems).toEqual([]);
    expect(confidence).toBe(0.98);
  });

  it("S0-14 has Group as often as needed, with a number or without", () => {
    const header = ["Email", "Full Name", "Group", "Group", "Group 1", "group2", "GROUP_03"];
    const { columns } = hostedUsers.match([{ line: 1, cells: header }]);
    expect(columns.filter((column) => column.field === "groups").map((column) => column.index)).toEqual([
      2, 3, 4, 5, 6,
    ]);
  });

  it.each([
    ["Email", ["Full Name", "Group"], "Full Name, Group"],
    ["Full Name", ["Email", "Name"], "Email, Name"],
    ["Email, Full Name", ["Group"], "Group"],
  ])("S0-09, S0-10 names the missing column %s and what was found", (missing, header, found) => {
    const { problems } = hostedUsers.match([{ line: 3, cells: header }]);
    expect(problems).toMatchObject([{ code: "file.no-header", line: 3, params: { missing, found } }]);
  });

  it("does not repeat a row of data in place of the header, which may hold a password", () => {
    const { problems } = hostedUsers.match([{ line: 1, cells: ["jane@example.com", "Jane", "Secret-1"] }]);
    expect(problems).toMatchObject([{ code: "file.no-header", params: { found: "" } }]);
  });

  it("S0-05 leaves unknown columns out, a Role among them, with one info each", async () => {
    const { opened, rows } = await readFile(
      "Email,Full Name,Role,Send email,Cost centre,,X\na@x.com,A,ADMIN,Yes,7\n",
    );
    expect(opened?.problems).toMatchObject([
      {
        code: "column.unknown",
        severity: "info",
        line: 1,
        column: "Role",
        params: { header: "Role", position: 3 },
      },
      { code: "column.unknown", column: "Cost centre", params: { position: 5 } },
      { code: "column.unknown", column: null, params: { header: "no header", position: 6 } },
      { code: "column.unknown", column: "X" },
    ]);
    expect(rows[0]?.record).toMatchObject({ role: "USER", attributes: null });
    expect(rows[0]?.problems).toEqual([]);
  });

  it("reads the first of two Email columns and says so", () => {
    const { columns, problems } = hostedUsers.match([{ line: 1, cells: ["Email", "Full Name", "E-Mail"] }]);
    expect(columns[2]?.field).toBeNull();
    expect(problems).toMatchObject([
      { code: "column.repeated", severity: "warning", params: { position: 3, first: 1 } },
    ]);
  });

  it("takes headers like __proto__ for ordinary unknown ones (A27)", async () => {
    const header = "Email,Full Name,__proto__,constructor,prototype,toString,hasOwnProperty,__proto__";
    const { rows, opened } = await readFile(`${header}\na@x.com,A,1,2,3,4,5,6\n`);
    expect(opened?.columns.filter((column) => column.field === null)).toHaveLength(6);
    expect(rows[0]?.record.fullName).toBe("A");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("S0: a row", () => {
  it.each<[string, Record<string, string>, Partial<AccountRecord>]>([
    ["S0-05 everyone is a User", {}, { role: "USER", adminRole: null }],
    [
      "S0-09 the address is kept as typed",
      { Email: " Jane.Doe@Example.COM " },
      { email: "Jane.Doe@Example.COM" },
    ],
    ["S0-09 Unicode forms are put right", { Email: "jane＠example.com" }, { email: "jane@example.com" }],
    [
      "S0-10 the name is trimmed and never split",
      { "Full Name": " Jane  van Doe " },
      { fullName: "Jane  van Doe" },
    ],
    ["S0-11 a password", { Password: "Tidal-Copper-58" }, { password: "Tidal-Copper-58" }],
    ["S0-11 no password", { Password: " " }, { password: null }],
    ["S0-12 a department", { Department: " Sales " }, { department: "Sales" }],
    ["S0-12 no department", { Department: "" }, { department: null }],
    ["S0-13 Yes in any case", { "Send email": "yEs" }, { sendWelcome: true }],
    ["S0-13 No in any case", { "Send email": "NO", Password: "Tidal-Copper-58" }, { sendWelcome: false }],
    ["S0-13 empty means No", { "Send email": "", Password: "Tidal-Copper-58" }, { sendWelcome: false }],
    ["S0-14 no group", {}, { groups: null }],
    ["a name in another script", { "Full Name": "Ελένη Παπαδοπούλου" }, { fullName: "Ελένη Παπαδοπούλου" }],
    ["a name with an apostrophe", { "Full Name": "'t Hooft" }, { fullName: "'t Hooft" }],
  ])("%s", (_, cells, record) => {
    const row = check(cells);
    expect(row.record).toMatchObject(record);
    expect(codes(row)).toEqual([]);
  });

  it("S0-13 without the column nothing is given", () => {
    const row = checkOne(hostedUsers, [
      ["Email", "a@x.com"],
      ["Full Name", "A"],
      ["Password", "Tidal-Copper-58"],
    ]);
    expect(row.record.sendWelcome).toBeNull();
    expect(row.record.password).toBe("Tidal-Copper-58");
    expect(codes(row)).toEqual([]);
  });

  it("S0-14 takes one group a column, blanks left out, the same once", () => {
    const groups = ["Staff", "", " Night  shift ", "STAFF", "night shift", "Drivers"];
    const pairs = [...Object.entries(good), ...groups.map((group) => ["Group", group] as [string, string])];
    const row = checkOne(hostedUsers, pairs);
    expect(row.record.groups).toEqual(["Staff", "Night  shift", "Drivers"]);
    expect(codes(row)).toEqual([]);
  });

  it.each<[string, Record<string, string>, ProblemCode, object]>([
    [
      "S0-09 no address",
      { Email: " " },
      "email.missing",
      { column: "Email", field: "email", severity: "error" },
    ],
    [
      "S0-09 no @",
      { Email: "jane.example.com" },
      "email.invalid",
      { params: { value: "jane.example.com", reason: "no-at" } },
    ],
    [
      "S0-09 two addresses",
      { Email: "a@x.com; b@y.com" },
      "email.invalid",
      { params: { reason: "several" }, fix: null },
    ],
    ["S0-09 a bad domain", { Email: "jane@example" }, "email.invalid", { params: { reason: "domain" } }],
    [
      "S0-09 a bad local part",
      { Email: "ja..ne@example.com" },
      "email.invalid",
      { params: { reason: "local" }, fix: { value: "ja.ne@example.com" } },
    ],
    [
      "S0-09 too long",
      { Email: `jane@${"example.".repeat(40)}com` },
      "email.invalid",
      { params: { reason: "too-long" } },
    ],
    [
      "S0-09 a name before it",
      { Email: "Jane <jane@example.com>" },
      "email.invalid",
      { fix: { value: "jane@example.com" } },
    ],
    [
      "S0-09 mailto:",
      { Email: "mailto:jane@example.com" },
      "email.invalid",
      { fix: { value: "jane@example.com" } },
    ],
    [
      "S0-09 a comma for a dot",
      { Email: "jane@example,com" },
      "email.invalid",
      { fix: { value: "jane@example.com" } },
    ],
    [
      "S0-09 a dot at the end",
      { Email: "jane@example.com." },
      "email.invalid",
      { fix: { value: "jane@example.com", label: "Change to jane@example.com" } },
    ],
    [
      "S0-09 (at)",
      { Email: "jane (at) example.com" },
      "email.invalid",
      { fix: { value: "jane@example.com" } },
    ],
    [
      "S0-09 a space inside",
      { Email: "li na@example.com" },
      "email.spaces",
      { fix: { kind: "set", field: "email", value: "lina@example.com", label: "Take the spaces out" } },
    ],
    [
      "S0-09 a space of another kind",
      { Email: "li\u00a0na@example.com" },
      "email.spaces",
      { fix: { value: "lina@example.com" } },
    ],
    [
      "S0-09 quotes",
      { Email: "“jane@example.com”" },
      "email.quoted",
      { fix: { value: "jane@example.com", label: "Take the quotes off" } },
    ],
    [
      "S0-09 single quotes",
      { Email: "'jane@example.com'" },
      "email.quoted",
      { fix: { value: "jane@example.com" } },
    ],
    [
      "S0-09 a look-alike letter",
      { Email: "jаne@example.com" },
      "email.confusable",
      { severity: "warning", params: { reason: "mixed-script", part: "jаne" } },
    ],
    [
      "S0-09 an invisible character",
      { Email: "ja\u200bne@example.com" },
      "email.confusable",
      { severity: "warning", fix: { value: "jane@example.com" } },
    ],
    ["S0-10 no name", { "Full Name": "\u00a0" }, "name.missing", { column: "Full Name", field: "fullName" }],
    [
      "S0-10 a name of 201 characters",
      { "Full Name": "x".repeat(201) },
      "name.too-long",
      { params: { length: 201, limit: 200 } },
    ],
    [
      "S0-11 a short password",
      { Password: "short" },
      "password.policy",
      { column: "Password", params: { reason: "too-short", minLength: 12, maxLength: 1024 } },
    ],
    [
      "S0-11 a common password",
      { Password: "Password1234" },
      "password.policy",
      { params: { reason: "common" }, fix: null },
    ],
    [
      "S0-11 the own address",
      { Password: "Jane@Example.com" },
      "password.policy",
      { params: { reason: "own-address" } },
    ],
    [
      "S0-11 the own name",
      { Password: "jane-maria-doe", "Full Name": "Jane Maria Doe" },
      "password.policy",
      { params: { reason: "own-name" } },
    ],
    [
      "S0-12 a long department",
      { Department: "x".repeat(201) },
      "department.too-long",
      { column: "Department" },
    ],
    [
      "S0-14 a long group",
      { Group: "x".repeat(201) },
      "group.too-long",
      { column: "Group", field: "groups" },
    ],
    [
      "S0-13 no password and No",
      { "Send email": "No" },
      "password.no-way-in",
      {
        severity: "warning",
        column: "Send email",
        fix: { kind: "set", field: "sendWelcome", value: "Yes", label: "Send a welcome mail" },
      },
    ],
    ["S0-13 no password and empty", { "Send email": "" }, "password.no-way-in", { severity: "warning" }],
    [
      "S0-13 neither Yes nor No",
      { "Send email": "maybe" },
      "send-email.invalid",
      { params: { value: "maybe" }, fix: null },
    ],
    [
      "a control character",
      { Department: "Sa\u0007les" },
      "row.control-character",
      { column: "Department", params: { character: "U+0007" } },
    ],
    [
      "a letter lost by another program",
      { "Full Name": "J\uFFFDrgen" },
      "row.control-character",
      { severity: "warning", column: "Full Name", params: { character: "U+FFFD" } },
    ],
    [
      "a NUL behind a lost letter",
      { "Full Name": "J\uFFFDrgen\0" },
      "row.control-character",
      { severity: "error", params: { character: "U+0000" } },
    ],
    [
      "half a surrogate pair",
      { Department: "Sa\ud800les" },
      "row.control-character",
      { params: { character: "U+D800" } },
    ],
    [
      "a C1 control",
      { Department: "Sa\u0085les" },
      "row.control-character",
      { params: { character: "U+0085" } },
    ],
  ])("%s", (_, cells, code, problem) => {
    const row = check(cells);
    expect(codes(row)).toEqual([code]);
    expect(row.problems[0]).toMatchObject({ line: 2, ...problem });
  });

  it.each([
    ["y", "Yes"],
    ["TRUE", "Yes"],
    ["1", "Yes"],
    ["si", "Yes"],
    ["Sí", "Yes"],
    ["ja", "Yes"],
    ["x", "Yes"],
    ["n", "No"],
    ["false", "No"],
    ["0", "No"],
    ["nein", "No"],
    ["-", "No"],
  ])("S0-13 offers for %j to write %s", (value, meant) => {
    const row = check({ "Send email": value, Password: "Tidal-Copper-58" });
    expect(row.problems).toMatchObject([
      {
        code: "send-email.invalid",
        fix: { kind: "set", field: "sendWelcome", value: meant, label: `Change to ${meant}` },
      },
    ]);
  });

  it("tells of five such cells at most, so that a row is never a thousand problems", () => {
    const pairs = [
      ...Object.entries(good),
      ...Array.from({ length: 20 }, () => ["Group", "\u0001"] as const),
    ];
    expect(codes(checkOne(hostedUsers, pairs))).toHaveLength(5);
  });

  it("takes tabs and line breaks inside quotes", () => {
    expect(codes(check({ "Full Name": "Jane\tvan\r\nDoe" }))).toEqual([]);
  });

  it("takes names of exactly 200 characters, however many units they are", () => {
    expect(
      codes(check({ "Full Name": "😀".repeat(200), Department: "x".repeat(200), Group: "x".repeat(200) })),
    ).toEqual([]);
  });

  it("tells everything that is wrong with a row, in the order of the rules", () => {
    const row = check({ Email: "li na@example.com", "Full Name": "", Password: "x", "Send email": "?" });
    expect(codes(row)).toEqual(["email.spaces", "name.missing", "password.policy", "send-email.invalid"]);
  });

  it("follows the organisation's own password policy", () => {
    expect(codes(check({ Password: "pwd" }, { passwordPolicy: { minLength: 3, maxLength: 64 } }))).toEqual(
      [],
    );
  });
});

describe("S0: the organisation's domains", () => {
  const domains = ["Haldenmoor.com", "moorlogistics.eu", "exämple.de"];

  it.each([
    ["one of them", "a@haldenmoor.com", null],
    ["one of them in another case", "a@HALDENMOOR.com", null],
    ["one of them as ASCII", "a@xn--exmple-cua.de", null],
    ["one letter off", "Aiko@haldenmor.com", "Aiko@haldenmoor.com"],
    ["another", "a@gmail.com", ""],
  ])("S0-09 are compared: %s", (_, Email, fix) => {
    const row = check({ Email }, { domains });
    if (fix === null) expect(codes(row)).toEqual([]);
    else
      expect(row.problems).toMatchObject([
        {
          code: "email.foreign-domain",
          severity: "warning",
          fix: fix === "" ? null : { value: fix, label: "Change to @haldenmoor.com" },
        },
      ]);
  });

  it("are not compared while there are none", () => {
    expect(codes(check({ Email: "a@anything.example" }))).toEqual([]);
  });
});

describe("S0: one-click fixes", () => {
  it.each<[Record<string, string>]>([
    [{ Email: "li na@example.com" }],
    [{ Email: '"jane@example.com"' }],
    [{ Email: "ja\u200bne@example.com" }],
    [{ "Send email": "ja" }],
    [{ "Send email": "No" }],
  ])("leave nothing wrong: %j", (cells) => {
    const pairs = Object.entries({ ...good, ...cells });
    const { columns } = hostedUsers.match([{ line: 1, cells: pairs.map(([header]) => header) }]);
    let row: CheckedRow = checkRow(hostedUsers, columns, { line: 2, cells: pairs.map(([, cell]) => cell) });
    for (const { fix } of row.problems) row = checkRow(hostedUsers, columns, applyFix(columns, row, fix!));
    expect(row.problems).toEqual([]);
  });

  it("S0-13 work where the file has no such column", () => {
    const { columns } = hostedUsers.match([{ line: 1, cells: ["Email", "Full Name"] }]);
    const row = checkRow(hostedUsers, columns, { line: 2, cells: ["a@x.com", "A"] });
    expect(row.problems).toMatchObject([{ code: "password.no-way-in", column: null }]);
    const fixed = checkRow(hostedUsers, columns, applyFix(columns, row, row.problems[0]!.fix!));
    expect(fixed).toMatchObject({ problems: [], cells: ["a@x.com", "A"], added: { sendWelcome: "Yes" } });
    expect(fixed.record.sendWelcome).toBe(true);
  });
});

describe("S0: several rows", () => {
  it("S0-20 tells the later of two rows with one address, whatever its case or Unicode form", async () => {
    const file =
      "Email,Full Name,Send email\na@x.com,A,Yes\nb@x.com,B,Yes\nA@X.com,A,Yes\nａ@x.com,A,Yes\nbad,C,Yes\nbad,D,Yes\n";
    const { rows } = await readFile(file, { duplicates: true });
    expect(codesOf(rows)).toEqual([
      "4 email.duplicate",
      "5 email.duplicate",
      "6 email.invalid",
      "7 email.invalid",
    ]);
    expect(rows[2]?.problems[0]).toMatchObject({
      params: { value: "a@x.com", firstLine: 2 },
      column: "Email",
    });
    expect(codesOf((await readFile(file)).rows)).toEqual(["6 email.invalid", "7 email.invalid"]);
  });

  it("warns of a password on several rows, and may leave it", async () => {
    const file =
      "Email,Full Name,Password\na@x.com,A,Tidal-Copper-58\nb@x.com,B,Tidal-Copper-59\nc@x.com,C,Tidal-Copper-58\n";
    const { rows } = await readFile(file);
    expect(codesOf(rows)).toEqual(["4 password.reused"]);
    expect(rows[2]?.problems[0]).toMatchObject({ severity: "warning", params: { firstLine: 2 } });
    expect(codesOf((await readFile(file, { reusedPasswords: false })).rows)).toEqual([]);
  });
});

describe("S0: template and export", () => {
  it("S0-04 has samples: without a password and mailed, with one, with two groups", async () => {
    const { rows } = await readFile(hostedUsers.template(true));
    const seen = rows.map(({ record }) => [
      record.password !== null,
      record.sendWelcome,
      record.groups?.length,
    ]);
    expect(seen).toEqual([
      [false, true, 1],
      [true, false, 1],
      [false, true, 2],
    ]);
    expect(hostedUsers.template(false)).toBe(
      "Email,Full Name,Password,Department,Send email,Group,Group\r\n",
    );
  });

  it("S0-02 exports the same columns, without passwords, and quotes as RFC 4180 does", () => {
    const accounts = [
      { email: "a@x.com", fullName: 'Anna "Ann", MD', department: null, groups: ["B", "A\nB"] },
      { email: "b@x.com", fullName: "=cmd()", department: "+1", groups: [] },
      { email: "c@x.com" },
    ];
    expect(exportOf(hostedUsers, accounts)).toBe(
      "Email,Full Name,Password,Department,Send email,Group,Group\r\n" +
        'a@x.com,"Anna ""Ann"", MD",,,,B,"A\nB"\r\n' +
        "b@x.com,'=cmd(),,'+1,,,\r\n" +
        "c@x.com,,,,,,\r\n",
    );
    expect(exportOf(hostedUsers, accounts, { raw: true })).toContain("b@x.com,=cmd(),,+1,,,\r\n");
  });

  it("S0-02 writes a Group column even where nobody is in one, and refuses to drop groups", () => {
    const exporter = hostedUsers.exporter({ groups: 0 });
    expect(csvExport(exporter).header()).toBe("Email,Full Name,Password,Department,Send email,Group\r\n");
    expect(() => exporter.cells({ email: "a@x.com", groups: ["A", "B"] })).toThrow(RangeError);
  });
});

describe("S0: files as people have them", () => {
  const fixture = (name: string): Uint8Array => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));

  it("excel-german.csv: Windows-1252, semicolons, CRLF, names with accents", async () => {
    const refused = await readFile(fixture("excel-german.csv"));
    expect(refused.refused).toMatchObject([
      { code: "file.encoding", line: 3, params: { byte: "0xFC", character: "ü", offer: "windows-1252" } },
    ]);
    const { rows, closed } = await readFile(fixture("excel-german.csv"), { encoding: "windows-1252" });
    expect(rows.map((row) => [row.line, row.record.fullName, row.record.department])).toEqual([
      [2, "Anna Schmidt", "Vertrieb"],
      [3, "Jürgen Groß", "Einkauf – €"],
      [5, "Søren Ødegård", "Vertrieb"],
    ]);
    expect(closed).toMatchObject({ rows: 3, blankRows: 1 });
  });

  it("excel-unicode-text.txt: UTF-16 with a byte order mark, tabs", async () => {
    const { opened, rows } = await readFile(fixture("excel-unicode-text.txt"));
    expect(opened).toMatchObject({ encoding: "utf-16le", bom: true, delimiter: "\t" });
    expect(rows.map((row) => row.record.fullName)).toEqual(["Zoë Żółć", "山田 太郎"]);
    expect(codesOf(rows)).toEqual([]);
  });

  it("forty-mistakes.csv: every rule of S0 broken at least once, each on its line", async () => {
    const { rows, opened } = await readFile(fixture("forty-mistakes.csv"), {
      duplicates: true,
      domains: ["haldenmoor.com", "moorlogistics.eu"],
    });
    const problems = [...(opened?.problems ?? []), ...rows.flatMap((row) => row.problems)];
    const told = problems.map((problem) => {
      const fix = problem.fix === null ? "" : ` [${problem.fix.label}]`;
      return `${String(problem.line)} ${problem.severity} ${problem.code}: ${describeProblem(problem)}${fix}\n`;
    });
    await expect(told.join("")).toMatchFileSnapshot("./fixtures/forty-mistakes.expected.txt");
    expect(problems.length).toBeGreaterThan(40);
  });
});
