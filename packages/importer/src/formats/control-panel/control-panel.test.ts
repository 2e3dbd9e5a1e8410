// The control-panel format, rule by rule. The ids are those of research/features.md, section 2.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkRow } from "../../check-row";
import type { CheckOptions } from "../../model/check";
import type { ProblemCode } from "../../model/problem-params";
import type { AccountRecord } from "../../model/record";
import type { CheckedRow } from "../../model/row";
import { applyFix } from "../../set-cell";
import { describeFormat, exportOf } from "../../testing/format-contract";
import { codesOf, readFile } from "../../testing/read-file";
import { formatList } from "../registry";
import { controlPanel } from ".";

const domain = "example.com";
const shape = { domain };

describeFormat(controlPanel, {
  roundTrip: [
    "username",
    "plan",
    "givenName",
    "middleName",
    "familyName",
    "role",
    "contactEmail",
    "phone",
    "description",
    "enabled",
  ],
  // Without a header a semicolon in a value could pass for the delimiter.
  read: { domain, missingPasswords: "later", delimiter: "," },
  shape,
  holdable: (account) => ({ ...account, username: account.email.split("@")[0] ?? "" }),
  headerless: true,
});

const { columns } = controlPanel.match([]);

function check(cells: string[], options: CheckOptions = {}): CheckedRow {
  return checkRow(controlPanel, columns, { line: 1, cells }, { domain, ...options });
}

const password = "Tidal-Copper-58";

// The row with one value set, by position counted from 1.
function row(position: number, value: string): string[] {
  const cells = ["User1", password, ...Array.from({ length: 9 }, () => "")];
  cells[position - 1] = value;
  return cells;
}

function codes(checked: CheckedRow): ProblemCode[] {
  return checked.problems.map((problem) => problem.code);
}

const example = readFileSync(new URL("./fixtures/example.csv", import.meta.url), "utf8");

describe("S3: the example of the source", () => {
  const nothing = {
    plan: null,
    givenName: null,
    middleName: null,
    familyName: null,
    role: null,
    description: null,
    enabled: null,
  };
  const four = [
    { ...nothing, username: "User1", email: "User1@example.com" },
    { ...nothing, username: "User2", email: "User2@example.com", plan: "plan1" },
    {
      ...nothing,
      username: "User3",
      email: "User3@example.com",
      givenName: "firstname",
      familyName: "lastname",
      role: "ADMINISTRATOR",
      description: "user 3 description",
      enabled: true,
    },
    { ...nothing, username: "User4", email: "User4@example.com", plan: "plan2", enabled: false },
  ];

  it.each([
    ["as it is", example],
    ["with CRLF", example.replaceAll("\n", "\r\n")],
    ["without the last line's end", example.trimEnd()],
    ["with blank lines between", example.replaceAll("\n", "\n\n")],
    ["as the source prints it, with blank lines and CRLF", `\r\n${example.replaceAll("\n", "\r\n\r\n")}`],
    ["with every value in quotes", example.replace(/[^,\n]+/gu, '"$&"')],
    [
      "with all eleven values",
      example
        .replace(/^.*$/gmu, (line) => line + ",".repeat(10 - (line.match(/,/gu) ?? []).length))
        .replace(/\n,+\n?$/u, "\n"),
    ],
    ["with a byte order mark", `\uFEFF${example}`],
    ["with spaces around values", example.replaceAll(",", " , ")],
    ["with semicolons", example.replaceAll(",", ";")],
  ])("S3-06 gives exactly its four accounts: %s", async (_, file) => {
    const read = { domain, passwordPolicy: { minLength: 3, maxLength: 64 }, duplicates: true };
    const { opened, rows, refused } = await readFile(file, read);
    expect(refused).toBeNull();
    expect(opened?.format?.id).toBe("control-panel");
    expect(opened?.problems).toEqual([]);
    expect(rows.map(({ record }) => record)).toMatchObject(four);
    expect(rows.map(({ record, key }) => [record.password, record.fullName, key])).toEqual(
      [1, 2, 3, 4].map((i) => ["pwd", null, `user${String(i)}@example.com`]),
    );
    // The one password for all of them is only worth a warning.
    expect(rows.flatMap(({ problems }) => problems).filter(({ severity }) => severity === "error")).toEqual(
      [],
    );
  });
});

describe("S3: a row", () => {
  it.each<[string, string[], Partial<AccountRecord>]>([
    ["S3-02 two values", ["User1", password], { username: "User1", email: "User1@example.com", password }],
    ["S3-05 trailing values left off", ["User1", password, "Plan"], { plan: "Plan", phone: null }],
    ["S3-07 fifteen characters", row(1, "abcdefghijkl123"), { username: "abcdefghijkl123" }],
    ["S3-07 one digit", row(1, "7"), { email: "7@example.com" }],
    ["S3-07 white space around", row(1, " User1 "), { username: "User1" }],
    ["S3-09 a plan, as it is written", row(3, " Gold plan "), { plan: "Gold plan" }],
    ["S3-10 any first name", row(4, "Anna, “Ann”"), { givenName: "Anna, “Ann”", fullName: null }],
    ["S3-10 any middle name", row(5, "van"), { middleName: "van" }],
    ["S3-10 any last name", row(6, "O'Neill"), { familyName: "O'Neill" }],
    ...["true", "TRUE", "1", "yes", "Yes"].map((value): [string, string[], Partial<AccountRecord>] => [
      `S3-11 an administrator: ${value}`,
      row(7, value),
      { role: "ADMINISTRATOR", adminRole: null },
    ]),
    ...["false", "False", "0", "no", "NO"].map((value): [string, string[], Partial<AccountRecord>] => [
      `S3-11 a user: ${value}`,
      row(7, value),
      { role: "USER" },
    ]),
    ["S3-11 empty is not given", row(7, ""), { role: null }],
    ["S3-12 a contact address", row(8, "Info@Acme.com"), { contactEmail: "Info@Acme.com" }],
    ["S3-13 any phone number", row(9, "+64 21 555 2624"), { phone: "+64 21 555 2624" }],
    ["S3-13 a phone number of 64 characters", row(9, "0".repeat(64)), { phone: "0".repeat(64) }],
    ["S3-14 any description", row(10, "line 1\nline 2"), { description: "line 1\nline 2" }],
    [
      "S3-14 a description of 2,000 characters",
      row(10, "😀".repeat(2000)),
      { description: "😀".repeat(2000) },
    ],
    ...["true", "1", "YES"].map((value): [string, string[], Partial<AccountRecord>] => [
      `S3-15 enabled: ${value}`,
      row(11, value),
      { enabled: true },
    ]),
    ...["false", "0", "No"].map((value): [string, string[], Partial<AccountRecord>] => [
      `S3-15 disabled: ${value}`,
      row(11, value),
      { enabled: false },
    ]),
    ["S3-15 empty is not given", row(11, ""), { enabled: null }],
    ["S3-05 empty values behind the eleventh", [...row(3, "P"), "", " "], { plan: "P" }],
  ])("%s", (_, cells, record) => {
    const checked = check(cells);
    expect(checked.record).toMatchObject(record);
    expect(codes(checked)).toEqual([]);
  });

  it.each<[string, string[], ProblemCode, object]>([
    ["S3-05 one value", ["User1"], "row.too-few-values", { params: { values: 1, needed: 2 } }],
    ["S3-05 one that is no user name either", ["a b c"], "row.too-few-values", {}],
    [
      "S3-05 twelve values",
      [...row(3, ""), "x"],
      "row.too-many-values",
      { params: { values: 12, columns: 11 } },
    ],
    ["S3-07 no user name", row(1, " "), "username.missing", { column: "Username", field: "username" }],
    ["S3-07 sixteen characters", row(1, "abcdefghijklm123"), "username.invalid", { fix: null }],
    ["S3-07 a dot", row(1, "jane.doe"), "username.invalid", { params: { value: "jane.doe" }, fix: null }],
    ["S3-07 a letter beyond ASCII", row(1, "zoë"), "username.invalid", { fix: null }],
    ["S3-07 a space inside", row(1, "jane doe"), "username.invalid", { fix: { value: "janedoe" } }],
    ["S3-07 the whole address", row(1, "jane@example.com"), "username.invalid", { fix: { value: "jane" } }],
    ["S3-07 an address elsewhere", row(1, "jane@other.com"), "username.invalid", { fix: null }],
    ["S3-08 no password", row(2, ""), "password.missing", { column: "Password", severity: "error" }],
    ["S3-08 a short password", row(2, "pwd"), "password.policy", { params: { reason: "too-short" } }],
    [
      "S3-08 the own address",
      row(2, "User1@example.com"),
      "password.policy",
      { params: { reason: "own-address" } },
    ],
    [
      "S3-10 a long name",
      row(6, "x".repeat(201)),
      "name.too-long",
      { column: "Last name", field: "familyName" },
    ],
    ["S3-11 neither", row(7, "maybe"), "admin.invalid", { column: "Admin?", field: "role", fix: null }],
    ["S3-11 another word", row(7, "y"), "admin.invalid", { fix: { field: "role", value: "true" } }],
    ["S3-11 a role", row(7, "off"), "admin.invalid", { fix: { field: "role", value: "false" } }],
    [
      "S3-12 no address",
      row(8, "acme.com"),
      "contact-email.invalid",
      { params: { reason: "no-at" }, fix: null },
    ],
    ["S3-12 mailto:", row(8, "mailto:a@acme.com"), "contact-email.invalid", { fix: { value: "a@acme.com" } }],
    ["S3-12 quotes", row(8, "“a@acme.com”"), "contact-email.invalid", { fix: { value: "a@acme.com" } }],
    [
      "S3-12 two",
      row(8, "a@acme.com b@acme.com"),
      "contact-email.invalid",
      { params: { reason: "several" } },
    ],
    [
      "S3-13 a long phone number",
      row(9, "0".repeat(65)),
      "phone.too-long",
      { params: { length: 65, limit: 64 } },
    ],
    [
      "S3-14 a long description",
      row(10, "x".repeat(2001)),
      "description.too-long",
      { params: { limit: 2000 } },
    ],
    ["S3-15 neither", row(11, "sometimes"), "enabled.invalid", { column: "Enabled?", fix: null }],
    ["S3-15 another word", row(11, "Nein"), "enabled.invalid", { fix: { field: "enabled", value: "false" } }],
    [
      "S3-03 brackets around a plan",
      row(3, "[plan1]"),
      "brackets.typed",
      { severity: "warning", fix: { field: "plan", value: "plan1" } },
    ],
    ["S3-03 both", row(4, "[<Jane>]"), "brackets.typed", { fix: { field: "givenName", value: "Jane" } }],
    [
      "S3-03 around a password, which is not repeated",
      row(2, `<${password}>`),
      "brackets.typed",
      { column: "Password", fix: null, params: {} },
    ],
  ])("%s", (_, cells, code, problem) => {
    const checked = check(cells);
    expect(codes(checked)).toEqual([code]);
    expect(checked.problems[0]).toMatchObject({ line: 1, ...problem });
  });

  it("S3-03 takes the brackets off a user name, which without them is one", () => {
    const checked = check(row(1, "<User1>"));
    expect(codes(checked)).toEqual(["username.invalid", "brackets.typed"]);
    for (const { fix } of checked.problems)
      expect(check(applyFix(columns, checked, fix!).cells).problems).toEqual([]);
  });

  it.each([row(1, "jane doe"), row(7, "y"), row(8, "mailto:a@acme.com"), row(11, "Nein"), row(3, "<p>")])(
    "leaves nothing wrong behind a fix: %j",
    (...cells) => {
      const checked = check(cells);
      expect(check(applyFix(columns, checked, checked.problems[0]!.fix!).cells).problems).toEqual([]);
    },
  );

  it("S3-08 leaves missing passwords to the plan, which knows whose account exists", () => {
    expect(codes(check(row(2, ""), { missingPasswords: "later" }))).toEqual([]);
  });

  it("S3-08 compares a password with the given and the family name", () => {
    const checked = check(["User1", "jane-maria-doe", "", "Jane Maria", "", "Doe"]);
    expect(checked.problems).toMatchObject([{ code: "password.policy", params: { reason: "own-name" } }]);
  });

  it.each([
    [undefined, null],
    [null, null],
    ["Exämple.de", "user1@xn--exmple-cua.de"],
    ["no domain", null],
  ])("S3-07 makes the address of the domain %j", (given, key) => {
    expect(check(row(3, ""), { domain: given ?? null }).key).toBe(key);
  });
});

describe("S3: the file", () => {
  it("S3-07 says once that there is no domain, and goes on", async () => {
    const { opened, rows } = await readFile(example, {
      passwordPolicy: { minLength: 3, maxLength: 64 },
      reusedPasswords: false,
    });
    expect(opened?.problems).toMatchObject([{ code: "domain.missing", severity: "warning", line: null }]);
    expect(rows.map(({ record, key }) => [record.email, key])).toEqual(rows.map(() => [null, null]));
    expect(codesOf(rows)).toEqual([]);
  });

  it("S3-07 ends there where a domain must be given", async () => {
    const { opened, refused } = await readFile(example, { domainMissing: "error" });
    expect([opened, refused]).toMatchObject([null, [{ code: "domain.missing", severity: "error" }]]);
  });

  it.each([
    "Username,Password",
    "username,password,plan",
    "User name,Password,Plan name,Firstname,Middlename,Lastname,Admin?,Email,Phone,Description,Enabled?",
    "USERNAME,PASSWORD,PLAN,FIRST NAME,MIDDLE NAME,LAST NAME,ADMIN,EMAIL,PHONE,DESCRIPTION,ENABLED",
    "Login;Pwd",
  ])("S3-01 skips a first line that names the values: %s", async (header) => {
    const delimiter = header.includes(";") ? ";" : ",";
    const { opened, rows } = await readFile(`${header}\n${["User1", password].join(delimiter)}\n`, {
      domain,
    });
    expect(opened).toMatchObject({ format: { id: "control-panel", confidence: 0.96 }, header: { line: 1 } });
    expect(opened?.problems).toMatchObject([{ code: "row.header-skipped", severity: "info", line: 1 }]);
    expect(rows.map((one) => [one.line, one.key])).toEqual([[2, "user1@example.com"]]);
    expect(codesOf(rows)).toEqual([]);
  });

  it("S3-16 tells the later of two rows with one user name, and skips blank ones", async () => {
    const file = `User1,${password}\n\nUser2,Harbour-Violet-31\nUSER1,Willow-Signal-77,,,,,true\n`;
    const { rows, closed } = await readFile(file, { domain, duplicates: true, format: "control-panel" });
    expect(codesOf(rows)).toEqual(["4 username.duplicate"]);
    expect(closed).toMatchObject({ rows: 3, blankRows: 1 });
  });

  it("S3-04, S3-05 tells bad rows among good ones, each on its line", async () => {
    const file = `${example}User5\nUser6,pwd,,,,,,,,,,12th\nUser 7,pwd\n`;
    const read = { domain, passwordPolicy: { minLength: 3, maxLength: 64 }, reusedPasswords: false };
    const { opened, rows } = await readFile(file, read);
    expect(opened?.format?.id).toBe("control-panel");
    expect(codesOf(rows)).toEqual(["5 row.too-few-values", "6 row.too-many-values", "7 username.invalid"]);
  });

  // Its first row looked like a header: no digit over user names that all have one, a user name or plan that columns are called.
  it.each([
    ["no digit in the first row", ["adm", ",Gold,Jane,,Doe,TRUE,,,,TRUE"]],
    ["a user name that columns are called", ["manager", ",Gold,,,,FALSE,,,,TRUE"]],
    ["a plan that columns are called", ["adm", ",Type,,,,FALSE,,,,FALSE"]],
  ])("an export, without passwords: %s", async (_, [name = "", values = ""]) => {
    const rows = [`${name},${values}`, "n0,,Gold,,,,FALSE,,,,TRUE", "n1,,Gold,,,,FALSE,,,,TRUE"];
    const { opened, rows: read } = await readFile(`${rows.join("\r\n")}\r\n`, { domain });
    expect(opened?.format?.id).toBe("control-panel");
    expect(read).toHaveLength(3);
  });

  it("never shows a password in its samples", async () => {
    const { opened } = await readFile(example, { domain });
    expect(JSON.stringify(opened?.sample)).not.toContain("pwd");
    expect(opened?.facts[0]).toContain("No header · 11 positional values, column 7 is true/false");
  });
});

describe("S3-01: what is none of it", () => {
  it.each([
    [
      "Google",
      "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required]\nAnna,Ek,anna@x.com,****,/\n",
    ],
    ["Google, downloaded", "First Name,Last Name,Email Address,Status\nAnna,Ek,anna@x.com,Active\n"],
    [
      "Entra",
      "userPrincipalName,displayName,surname,mail,givenName,id,userType\nanna@x.com,Anna Ek,Ek,anna@x.com,Anna,8d1,Member\n",
    ],
    [
      "switches under their names",
      "item,kind,a,b,c,d,Public,,,,Active\nn1,x,,,,,TRUE,,,,TRUE\nn2,x,,,,,TRUE,,,,TRUE\n",
    ],
    ["Entra, short", "id,displayName,accountEnabled\n8d12ab,Anna,true\n9e12ab,Bert,true\n"],
    ["Okta", "login,email,firstName,lastName\nanna@x.com,anna@x.com,Anna,Ek\n"],
    [
      "Okta, other logins",
      "login,email,firstName,lastName\nanna,anna@x.com,Anna,Ek\nbert,bert@x.com,Bert,Berg\n",
    ],
    ["names and phones", "Name,Phone\nAnna,123456\nBert,234567\n"],
    ["departments", "Department,Head\nSales,Anna\nIT,Bert\n"],
    ["goods", "Fruit,Colour\nApple,red\nPear,green\n"],
    ["figures", "Fruit,Weight\nApple,3a2b1c\nPear,4a2b1c\n"],
    ["names and addresses without a header", "anna,Anna Ek,anna@x.com\nbert,Bert Berg,bert@x.com\n"],
    ["addresses without a header", "anna@x.com,Tidal-Copper-58\nbert@x.com,Harbour-Violet-31\n"],
    ["user names as headers of something else", "username,email,role\nanna,anna@x.com,admin\n"],
  ])("%s", async (_, file) => {
    const { opened } = await readFile(file, { domain });
    expect(opened?.format?.id).not.toBe("control-panel");
  });

  it.each(
    formatList.filter(({ id }) => id !== "control-panel").map((format) => [format.id, format] as const),
  )("templates of %s", (_, format) => {
    for (const sample of [false, true]) {
      const rows = format
        .template(sample)
        .split("\r\n")
        .map((line, i) => ({ line: i + 1, cells: line.split(",") }));
      expect(controlPanel.match(rows).confidence).toBe(0);
    }
  });

  const folders = readdirSync(new URL("..", import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "control-panel")
    .flatMap(({ name }) => {
      const folder = new URL(`../${name}/fixtures/`, import.meta.url);
      if (!existsSync(folder)) return [];
      const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));
      return files.map((file) => [`${name}/${file}`, new URL(file, folder)] as const);
    });
  it.each(folders)("%s", async (_, file) => {
    const { opened } = await readFile(readFileSync(file), { encoding: "windows-1252", domain });
    expect(opened?.format?.id).not.toBe("control-panel");
  });

  it("but whoever chooses the format reads any file", async () => {
    const { opened, rows } = await readFile("Apple,red\nPear,green\n", { domain, format: "control-panel" });
    expect(opened).toMatchObject({ format: { id: "control-panel", confidence: 0 }, problems: [] });
    expect(rows.map(({ record }) => record.username)).toEqual(["Apple", "Pear"]);
  });
});

describe("S3: what the import is told", () => {
  it("S3-04, S3-16 needs a domain, a password and a plan, and creates only", () => {
    expect(controlPanel.demands).toEqual({ domain: true, password: true, plan: true });
    expect(controlPanel.defaults).toEqual({ mode: "create", strict: false });
  });
});

describe("S3: template and export", () => {
  it("S3-02 has samples without a header, and an empty template that names the values", () => {
    expect(controlPanel.template(true).startsWith("molsen,")).toBe(true);
    expect(controlPanel.template(false)).toBe(
      "Username,Password,Plan name,First name,Middle name,Last name,Admin?,Email,Phone,Description,Enabled?\r\n",
    );
  });

  it("S3-02 exports eleven values, no password, no header", () => {
    const accounts = [
      { email: "User1@Example.com" },
      {
        email: "u2@example.com",
        plan: "P, large",
        givenName: "A",
        middleName: "B",
        familyName: "C",
        role: "ADMINISTRATOR" as const,
        contactEmail: "a@b.org",
        phone: "+64 21",
        description: "d",
        enabled: false,
      },
    ];
    expect(exportOf(controlPanel, accounts, { shape, raw: true })).toBe(
      'User1,,,,,,,,,,\r\nu2,,"P, large",A,B,C,TRUE,a@b.org,+64 21,d,FALSE\r\n',
    );
    expect(controlPanel.exporter({ groups: 0, domain }).header).toEqual([]);
  });

  it.each(["u1@other.com", "first.last@example.com", "abcdefghijklm123@example.com", "nobody"])(
    "S3-07 refuses what it cannot hold: %s",
    (email) => {
      expect(() => controlPanel.exporter({ groups: 0, domain }).cells({ email })).toThrow(RangeError);
      expect(controlPanel.canExport?.({ email }, { groups: 0, domain })).toBe(false);
    },
  );

  it("S3-07 says which accounts an export can hold", () => {
    expect(controlPanel.canExport?.({ email: "User1@EXAMPLE.com" }, { groups: 0, domain })).toBe(true);
    expect(controlPanel.canExport?.({ email: "User1@example.com" }, { groups: 0 })).toBe(false);
  });

  it("S3-07 refuses to export without a domain", () => {
    expect(() => controlPanel.exporter({ groups: 0 })).toThrow(RangeError);
  });
});

it("an export keeps the user name as the account has it, or importing it again would change its case", () => {
  const account = { email: "Jane@example.com", username: "jane" };
  const cells = (username: string | null) =>
    controlPanel.exporter({ domain: "example.com", groups: 0 }).cells({ ...account, username })[0];
  expect(cells("jane")).toBe("jane");
  expect(cells(null)).toBe("Jane");
  expect(cells("somebody")).toBe("Jane");
});
