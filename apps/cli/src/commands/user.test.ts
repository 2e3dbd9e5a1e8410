import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rollcall as run, rollcallProcess, type Ran } from "../testing/run-cli";

const folder = mkdtempSync(join(tmpdir(), "rollcall-user-"));
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const place = () => ({ folder, env: { DATABASE_URL: database.url, DATA_DIR: join(folder, "data") } });
const rollcall = (words: readonly string[]): Promise<Ran> => run(words, place());

// One story, in order: each step needs the one before.
test("the first administrator is made from the terminal, with a password that stands in no command", async () => {
  const words = [
    "user",
    "create",
    "maren@example.com",
    "--name",
    "Maren Olsen",
    "--admin-role",
    "master",
    "--password-stdin",
    "--json",
  ];
  const { code, stdout } = await rollcallProcess(words, { ...place(), stdin: "a sentence of my own\n" });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    email: "maren@example.com",
    fullName: "Maren Olsen",
    role: "ADMINISTRATOR",
    adminRole: "MASTER",
    hasPassword: true,
    mustChangePassword: true,
    status: "active",
    source: "MANUAL",
  });
  expect(stdout).not.toContain("sentence");
});

test("an account without a name is wrong usage", async () => {
  expect(await rollcall(["user", "create", "nobody@example.com"])).toMatchObject({
    ...{
      code: 2,
      stdout: "",
      stderr: expect.stringContaining("--name is missing: the full name.") as string,
    },
  });
});

test("a User is made, with department and groups", async () => {
  const words = [
    "user",
    "create",
    "ann@example.com",
    "--name",
    "Ann Alder",
    "--department",
    "Sales",
    "--group",
    "EMEA",
    "--group",
    "Staff",
    "--welcome",
  ];
  expect(await rollcall(words)).toMatchObject({ code: 0, stdout: "Created Ann Alder <ann@example.com>.\n" });
  const shown = await rollcall(["user", "show", "ANN@example.com", "--json"]);
  expect(JSON.parse(shown.stdout)).toMatchObject({
    department: "Sales",
    groups: ["EMEA", "Staff"],
    status: "invited",
    role: "USER",
  });
});

test.each([
  [
    "the address is taken",
    ["user", "create", "ann@example.com", "--name", "Ann Again"],
    1,
    "already belongs",
  ],
  [
    "there is nobody of that address",
    ["user", "show", "nobody@example.com"],
    1,
    "No account has the address",
  ],
  ["no address at all", ["user", "show", "nobody"], 2, "no mail address"],
  ["the last Master stays Master", ["user", "set-role", "maren@example.com", "user"], 1, "last Master"],
  ["no such role", ["user", "set-role", "ann@example.com", "boss"], 2, "ROLE must be user, master"],
])("declined: %s", async (_why, words, code, message) => {
  const ran = await rollcall(words);
  expect(ran).toMatchObject({ code, stdout: "" });
  expect(ran.stderr).toContain(message);
});

test("disable, enable, set-role, delete", async () => {
  const status = async () => {
    const { stdout } = await rollcall(["user", "list", "ann", "--json"]);
    const { users } = JSON.parse(stdout) as { users: { status: string; adminRole: string | null }[] };
    return users.map(({ status: state, adminRole }) => [state, adminRole]);
  };
  expect(await rollcall(["user", "disable", "ann@example.com"])).toMatchObject({
    code: 0,
    stdout: "Disabled ann@example.com.\n",
  });
  expect(await status()).toEqual([["disabled", null]]);
  await rollcall(["user", "enable", "ann@example.com"]);
  await rollcall(["user", "set-role", "ann@example.com", "helpdesk"]);
  expect(await status()).toEqual([["invited", "HELPDESK"]]);
  expect(await rollcall(["user", "delete", "ann@example.com"])).toMatchObject({ code: 0 });
  expect(await status()).toEqual([]);
});

test("groups, departments, settings, audit and doctor answer", async () => {
  expect(await rollcall(["group", "create", "Night shift"])).toMatchObject({ code: 0 });
  const groups = await rollcall(["group", "list", "--json"]);
  expect(
    (JSON.parse(groups.stdout) as { groups: { name: string }[] }).groups.map(({ name }) => name),
  ).toContain("Night shift");
  expect(await rollcall(["department", "list"])).toMatchObject({ code: 0 });
  expect(await rollcall(["settings", "set", "password.minLength", "14"])).toMatchObject({ code: 0 });
  expect(await rollcall(["settings", "get", "password.minLength"])).toMatchObject({
    code: 0,
    stdout: "14\n",
  });
  expect(await rollcall(["settings", "set", "password.minLength", "many"])).toMatchObject({
    code: 1,
    stdout: "",
  });
  expect(await rollcall(["settings", "set", "password.length", "14"])).toMatchObject({ code: 2, stdout: "" });
  const verified = await rollcall(["audit", "verify", "--json"]);
  expect(verified.code).toBe(0);
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, firstBroken: null });
  const doctor = await rollcall(["doctor", "--json"]);
  expect(JSON.parse(doctor.stdout)).toMatchObject({ ok: true });
});
