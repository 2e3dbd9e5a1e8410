// Every format from a file to accounts, through the command line against a real database; and each export says unchanged.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "@rollcall/db/testing";
import { rollcall } from "../testing/run-cli";

const folder = mkdtempSync(join(tmpdir(), "rollcall-formats-"));
let base: TestDatabase;
let env: Record<string, string>;

beforeAll(async () => {
  base = await testDatabase();
  env = { DATABASE_URL: base.url, DATA_DIR: folder, ADMIN_EMAIL: "" };
  await done("user", "create", "master@acme.example", "--name", "Mo Master", "--admin-role", "master");
});
afterAll(async () => {
  await base.drop();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

async function done(...words: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await rollcall([...words, "--json"], { folder, env });
  expect({ words, code, stderr: code === 0 ? "" : stderr }).toEqual({ words, code: 0, stderr: "" });
  return JSON.parse(stdout) as Record<string, unknown>;
}

async function tried(
  ...words: string[]
): Promise<{ code: number | null; codes: string[]; summary: unknown }> {
  const { code, stdout } = await rollcall([...words, "--json"], { folder, env });
  const document = JSON.parse(stdout) as { problems?: { code: string }[]; summary?: unknown };
  return { code, codes: (document.problems ?? []).map((problem) => problem.code), summary: document.summary };
}

describe("control-panel (sources/003)", () => {
  const example = file(
    "four.csv",
    [
      "User1,pwd",
      "User2,pwd,plan1",
      "User3,pwd,,firstname,,lastname,true,,,user 3 description,true",
      "User4,pwd,plan2,,,,,,,,false",
    ].join("\r\n"),
  );

  test("needs its domain, its plans, and a policy that lets its passwords pass", async () => {
    expect((await tried("import", example)).code).toBe(1);
    await done("domain", "create", "acme.example");
    const policy = await tried("import", example, "--domain", "acme.example", "--dry-run");
    expect(policy.codes).toContain("password.policy");
    await done("settings", "set", "password.minLength", "3");
    const plans = await tried("import", example, "--domain", "acme.example", "--dry-run");
    expect(plans.codes.sort()).toEqual(
      expect.arrayContaining(["plan.missing", "plan.unknown", "role.grant-not-confirmed"]),
    );
  });

  test("S3-06 the example creates exactly its four accounts", async () => {
    await done("plan", "create", "Basic services", "--default");
    await done("plan", "create", "plan1");
    await done("plan", "create", "plan2");
    const held = await tried("import", example, "--domain", "acme.example", "--dry-run");
    expect(held.codes.filter((code) => code !== "password.reused")).toEqual(["role.grant-not-confirmed"]);
    const imported = await done("import", example, "--domain", "acme.example", "--grant-roles");
    expect(imported["summary"]).toEqual({ create: 4, update: 0, unchanged: 0, skip: 0, problem: 0 });
    const accounts = await Promise.all(
      ["User1", "User2", "User3", "User4"].map((name) => done("user", "show", `${name}@acme.example`)),
    );
    expect(
      accounts.map(({ plan, role, adminRole, enabled, givenName, familyName, description, hasPassword }) => ({
        plan,
        role,
        adminRole,
        enabled,
        givenName,
        familyName,
        description,
        hasPassword,
      })),
    ).toEqual([
      {
        plan: "Basic services",
        role: "USER",
        adminRole: null,
        enabled: true,
        givenName: null,
        familyName: null,
        description: null,
        hasPassword: true,
      },
      {
        plan: "plan1",
        role: "USER",
        adminRole: null,
        enabled: true,
        givenName: null,
        familyName: null,
        description: null,
        hasPassword: true,
      },
      {
        plan: "Basic services",
        role: "ADMINISTRATOR",
        adminRole: "BASIC",
        enabled: true,
        givenName: "firstname",
        familyName: "lastname",
        description: "user 3 description",
        hasPassword: true,
      },
      {
        plan: "plan2",
        role: "USER",
        adminRole: null,
        enabled: false,
        givenName: null,
        familyName: null,
        description: null,
        hasPassword: true,
      },
    ]);
    await done("settings", "set", "password.minLength", "12");
  });
});

test("mobile-security (sources/001): roles, groups and the Exchange account", async () => {
  const source = file(
    "mobile.csv",
    "Email ID,Name,Group,Role,Exchange domain,Exchange username\r\nann@acme.example,Ann One,Field,User,CORP,ann\r\nbo@acme.example,Bo Two,,,,\r\n",
  );
  const imported = await done("import", source);
  expect(imported["summary"]).toMatchObject({ create: 2, problem: 0 });
  expect(await done("user", "show", "ann@acme.example")).toMatchObject({
    role: "USER",
    groups: ["Field"],
    exchange: { domain: "CORP", username: "ann" },
  });
});

test("connect (sources/002): any error stops the whole file; clean, it goes in", async () => {
  const bad = file(
    "connect-bad.csv",
    "Email,Name,Password,Force Change Password\r\nhr@acme.example,,,TRUE\r\nnobody,X,,\r\n",
  );
  expect((await tried("import", bad)).code).toBe(1);
  const good = file(
    "connect.csv",
    "Email,Name,Password,Force Change Password\r\nhr@acme.example,,Tidal-Copper-58-Lantern,TRUE\r\n",
  );
  expect((await done("import", good))["summary"]).toMatchObject({ create: 1 });
  expect(await done("user", "show", "hr@acme.example")).toMatchObject({
    fullName: "hr",
    mustChangePassword: true,
    hasPassword: true,
  });
});

test("directory-spreadsheet (sources/004): aliases, switches, attributes; and who may what", async () => {
  const source = file(
    "directory.csv",
    "Staff list,,,,,\r\n,email,name,password,alias1,telephonenumber,pop\r\n,cy@acme.example,Cy Three,,cyrus@acme.example,+64 21 555,yes\r\n",
  );
  const imported = await done("import", source, "--note", "Intake of June");
  expect(imported["summary"]).toMatchObject({ create: 1 });
  expect(imported["creates"]).toMatchObject({ attributes: ["telephonenumber"] });
  expect(await done("user", "show", "cyrus@acme.example")).toMatchObject({
    email: "cy@acme.example",
    aliases: ["cyrus@acme.example"],
    attributes: { telephonenumber: "+64 21 555" },
    pop: true,
    note: "Intake of June",
  });
  await done("user", "create", "basic@acme.example", "--name", "Basic Bea", "--admin-role", "basic");
  const code = file(
    "codes.csv",
    "email,name,remoteaccountcode,adminrole\r\ncy@acme.example,Cy Three,C1A1,Basic\r\n",
  );
  const refused = await tried("import", code, "--as", "basic@acme.example", "--grant-roles");
  expect(refused.code).toBe(1);
  expect(refused.codes).toEqual(expect.arrayContaining(["account-code.forbidden", "admin-role.forbidden"]));
});

test("custom: any table by a mapping file", async () => {
  const source = file("hr.csv", "Mail;Vorname;Nachname;Desk\r\ndi@acme.example;Di;Four;12\r\n");
  const map = file(
    "hr.json",
    JSON.stringify({
      name: "HR",
      version: 1,
      header: 1,
      columns: [
        { from: "Mail", to: "email" },
        { from: "Vorname", to: "givenName" },
        { from: "Nachname", to: "familyName" },
        { from: "Desk", to: "attribute:Desk" },
      ],
    }),
  );
  expect((await done("import", source, "--map", map))["summary"]).toMatchObject({ create: 1 });
  expect(await done("user", "show", "di@acme.example")).toMatchObject({
    fullName: "Di Four",
    attributes: { Desk: "12" },
  });
});

describe("an export imported again says unchanged for every row", () => {
  test.each([
    ["rollcall", []],
    ["hosted-users", []],
    ["mobile-security", []],
    ["connect", []],
    ["directory-spreadsheet", []],
    ["control-panel", ["--domain", "acme.example"]],
  ])("%s", async (format, words) => {
    for (const ending of ["csv", "xlsx"]) {
      const path = join(folder, `out-${format}.${ending}`);
      await done("export", "--format", format, ...words, "--output", path);
      const again = await tried(
        "import",
        path,
        "--format",
        format,
        ...words,
        "--mode",
        "upsert",
        "--grant-roles",
      );
      expect({ format, ending, codes: again.codes }).toMatchObject({
        codes: [],
      });
      expect(again.summary).toMatchObject({ create: 0, update: 0, problem: 0 });
    }
  });
});

test("a long text of letters beyond the basic plane is cut nowhere in two, or PostgreSQL would refuse the whole file", async () => {
  for (const before of ["", "x"]) {
    const rows = `email,fullName,description,note\nlong${before}@acme.example,Long,${before}${"😀".repeat(1500)},${"😀".repeat(100)}\n`;
    expect(await done("import", file("smileys.csv", rows))).toMatchObject({
      summary: { create: 1, problem: 0 },
    });
  }
});

test.each([
  [
    "NUL in a cell and in an address",
    Buffer.from("email,fullName,attribute:Desk\nnul\0@acme.example,A\0B,x\0\n"),
  ],
  ["NUL in a heading", Buffer.from("email,name,De\0sk\nn1@acme.example,A,1\n")],
  [
    "half a letter in UTF-16",
    Buffer.from("\ufeffEmail,Full Name,X\ud83d\nn2@acme.example,A\ud83dB,1\n", "utf16le"),
  ],
  [
    "the text of an escape",
    Buffer.from('email,fullName,attribute:Path\nn3@acme.example,A,"C:\\u0000 \\ud83d"\n'),
  ],
])("%s: rows and their problems, never a file that did not arrive", async (_why, bytes) => {
  writeFileSync(join(folder, "hostile.csv"), bytes);
  const { stdout } = await rollcall(["import", "hostile.csv", "--dry-run", "--json"], { folder, env });
  expect(JSON.parse(stdout)).toMatchObject({ rows: 1, import: { status: "cancelled" } });
});
