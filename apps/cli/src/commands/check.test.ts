import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { rollcall, rollcallProcess } from "../testing/run-cli";

const folder = mkdtempSync(join(tmpdir(), "rollcall-check-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const messy = [
  "Email,Full Name,Password,Department,Send email,Group,Group",
  "a@example.com,Ann One,,Sales,Yes,EMEA,Staff",
  "nobody.example.com,Bob Two,,,No,,",
  "a@EXAMPLE.com,Ann Again,correct horse battery,Sales,No,emea,",
  "",
].join("\r\n");

describe("check", () => {
  test("--json has the shape of INTERFACE.md, member by member, and no other", async () => {
    const { code, stdout } = await rollcall(["check", file("messy.csv", messy), "--json"], { folder });
    const { problems, ...rest } = JSON.parse(stdout) as Record<string, unknown> & {
      problems: Record<string, unknown>[];
    };
    expect(code).toBe(1);
    expect(rest).toEqual({
      file: {
        name: "messy.csv",
        bytes: Buffer.byteLength(messy),
        sha256: createHash("sha256").update(messy).digest("hex"),
        encoding: "utf-8",
        container: "csv",
        delimiter: ",",
        sheet: null,
      },
      format: {
        id: "hosted-users",
        confidence: expect.any(Number) as number,
        reason: expect.any(String) as string,
      },
      rows: 3,
      summary: { create: 1, update: 0, unchanged: 0, skip: 0, problem: 2 },
      creates: { departments: ["Sales"], groups: ["EMEA", "Staff"], attributes: [] },
    });
    expect(problems[0]).toEqual({
      line: 3,
      column: "Email",
      field: "email",
      code: "email.invalid",
      severity: "error",
      message: expect.any(String) as string,
      fix: null,
    });
    expect(problems.map(({ line, code: what }) => [line, what])).toEqual([
      [3, "email.invalid"],
      [3, "password.no-way-in"],
      [4, "email.duplicate"],
    ]);
  });

  test("--records prints each row's meaning, null where the file said nothing, never a password", async () => {
    const { stdout } = await rollcall(["check", file("messy.csv", messy), "--json", "--records"], { folder });
    const { records } = JSON.parse(stdout) as { records: Record<string, unknown>[] };
    expect(records).toHaveLength(3);
    expect(Object.keys(records[2] ?? {})).toEqual(
      (
        "line email username fullName givenName middleName familyName hasPassword department groups aliases role adminRole plan " +
        "phone contactEmail description enabled lockedOut mustChangePassword passwordNeverExpires pop submit exchange " +
        "accountCode delegates attributes sendWelcome kind note"
      ).split(" "),
    );
    expect(records[2]).toMatchObject({
      line: 4,
      fullName: "Ann Again",
      hasPassword: true,
      phone: null,
      sendWelcome: false,
    });
    expect(stdout).not.toContain("horse");
  });

  test.each([
    ["0 for a good file", "Email,Full Name,Send email\na@example.com,Ann,Yes\n", 0],
    ["0 with warnings only (nobody could sign in)", "Email,Full Name\na@example.com,Ann\n", 0],
    [
      "1 with one bad row among good ones",
      "Email,Full Name,Send email\na@example.com,Ann,Yes\nb,Bob,Yes\n",
      1,
    ],
    ["1 for a file that is no table of accounts", "hello\n", 1],
    ["1 for an empty file", "", 1],
    ["1 for a quote that never ends", 'Email,Full Name\n"a@example.com,Ann\n', 1],
    ["1 for something else altogether", "%PDF-1.7\n", 1],
  ])("exits %s, and the JSON is whole", async (_why, content, code) => {
    const ran = await rollcall(["check", file("one.csv", content), "--json"], { folder });
    expect(ran.code).toBe(code);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      file: { name: "one.csv", bytes: Buffer.byteLength(content) },
    });
    expect(ran.stderr).toBe("");
  });

  test("a person sees the problems by line and what an import would make", async () => {
    const { stdout, stderr } = await rollcall(["check", file("messy.csv", messy)], { folder });
    expect(stdout).toContain("line 3      error    Email: ");
    expect(stdout).toContain("3 rows, 1 good one, 2 with errors");
    expect(stdout).toContain("Departments  Sales");
    expect(stderr).toBe("");
  });

  test("many problems are capped for people and complete for machines", async () => {
    const many = `Email,Full Name\n${"x,Ann\n".repeat(300)}`;
    const people = await rollcall(["check", file("many.csv", many)], { folder });
    expect(people.stdout.split("\n").length).toBeLessThan(50);
    expect(people.stdout).toContain("more problems (--json lists them all)");
    const machines = await rollcall(["check", "many.csv", "--json"], { folder });
    expect((JSON.parse(machines.stdout) as { problems: unknown[] }).problems).toHaveLength(600);
  });

  test("- is stdin", async () => {
    const ran = await rollcallProcess(["check", "-", "--json"], { folder, stdin: messy });
    expect(JSON.parse(ran.stdout)).toMatchObject({
      file: { name: "stdin", bytes: Buffer.byteLength(messy) },
      rows: 3,
    });
  });
});

describe("wrong usage: exit code 2, nothing on stdout but with --json the same as a document, what is right on stderr", () => {
  test.each([
    ["no such file", ["check", "nowhere.csv"], "There is no file nowhere.csv."],
    ["a folder", ["check", "."], ". is a folder, not a file."],
    ["no file named", ["check"], "FILE is missing"],
    ["an unknown option", ["check", "x", "--fast"], "There is no option --fast here."],
    ["an unknown command", ["chekc"], "There is no command chekc. Did you mean check?"],
    ["half a command", ["user"], "After user comes create, show, list"],
    ["a format that is none", ["check", "x", "--format", "excel"], "--format must be hosted-users"],
    ["a template of no format", ["template", "excel"], "There is no format excel."],
  ])("%s", async (_why, words, message) => {
    const ran = await rollcall(words, { folder });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(message);
    const told = await rollcall([...words, "--json"], { folder });
    expect(told.code).toBe(2);
    expect(JSON.parse(told.stdout)).toEqual({
      error: { code: "usage", message: expect.stringContaining(message) as string },
    });
  });
});

test("the exit code is the process's own, and a reader that has enough is no error", async () => {
  file("messy.csv", messy);
  expect(await rollcallProcess(["check", "messy.csv"], { folder })).toMatchObject({ code: 1, stderr: "" });
  expect(await rollcallProcess(["chekc"], { folder })).toMatchObject({ code: 2, stdout: "" });
});

test("wrong settings: exit code 3, one line a mistake, and with --json an error document", async () => {
  const env = { IMPORT_MAX_ROWS: "many", PORT: "0" };
  const ran = await rollcall(["check", file("messy.csv", messy), "--json"], { folder, env });
  expect(ran.code).toBe(3);
  expect(ran.stderr.trim().split("\n")).toHaveLength(2);
  expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: "system" } });
});

describe("what needs no file", () => {
  test("formats, for machines", async () => {
    const { stdout } = await rollcall(["formats", "--json"]);
    const { formats } = JSON.parse(stdout) as {
      formats: { id: string; columns: { header: string; required: boolean }[] }[];
    };
    const columns = formats.find(({ id }) => id === "hosted-users")?.columns ?? [];
    expect(columns.filter(({ required }) => required).map(({ header }) => header)).toEqual([
      "Email",
      "Full Name",
    ]);
  });

  test("a template can be checked as it is, also from the file it was written to", async () => {
    const { stdout } = await rollcall(["template", "hosted-users", "--sample"], { folder });
    const ran = await rollcall(["template", "hosted-users", "--sample", "--output", "template.csv"], {
      folder,
    });
    expect(ran).toMatchObject({ code: 0, stdout: "" });
    expect(await rollcall(["check", "template.csv", "--json"], { folder })).toMatchObject({ code: 0 });
    expect(await rollcallProcess(["check", "-"], { folder, stdin: stdout })).toMatchObject({ code: 0 });
  });

  test("help for everything and for one command", async () => {
    const all = await rollcall(["--help"]);
    expect(all.code).toBe(0);
    expect(all.stdout).toContain("import-report");
    const one = await rollcall(["import", "--help"]);
    expect(one.stdout).toContain("rollcall import FILE");
    expect(one.stdout).toContain("--dry-run");
  });
});
