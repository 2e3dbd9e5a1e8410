import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { rollcall as run, type Ran } from "../testing/run-cli";

const folder = mkdtempSync(join(tmpdir(), "rollcall-import-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const head = "Email,Full Name,Password,Department,Send email,Group,Group";

function file(name: string, ...rows: string[]): string {
  writeFileSync(join(folder, name), `${[head, ...rows].join("\r\n")}\r\n`);
  return name;
}

function rollcall(...words: string[]): Promise<Ran> {
  return run(words, { folder, env: { DATABASE_URL: database.url, DATA_DIR: join(folder, "data") } });
}

async function json(...words: string[]): Promise<{ code: number | null; document: Record<string, unknown> }> {
  const { code, stdout, stderr } = await rollcall(...words, "--json");
  try {
    return { code, document: JSON.parse(stdout) as Record<string, unknown> };
  } catch {
    throw new Error(`no JSON on stdout but “${stdout}”; stderr: ${stderr}`);
  }
}

const ann = "ann@example.com,Ann Alder,,Sales,Yes,EMEA,";
const bob = "bob@example.com,Bob Birch,a long enough phrase,Sales,No,EMEA,Staff";
const bad = "nobody.example.com,No Body,,,Yes,,";

describe("import", () => {
  test("--json has the shape of INTERFACE.md, member by member", async () => {
    const path = file("users.csv", ann, bob, bad);
    const content = `${[head, ann, bob, bad].join("\r\n")}\r\n`;
    const { code, document } = await json("import", path);
    expect(code).toBe(0);
    expect(document).toEqual({
      file: {
        name: "users.csv",
        bytes: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
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
      summary: { create: 2, update: 0, unchanged: 0, skip: 0, problem: 1 },
      creates: { departments: ["Sales"], groups: ["EMEA", "Staff"], attributes: [] },
      problems: [
        ...[
          [2, "Department", "department", "department.new"],
          [2, "Group", "groups", "group.new"],
          [3, "Group", "groups", "group.new"],
        ].map(([line, column, field, code]) => ({
          line,
          column,
          field,
          code,
          severity: "info",
          message: expect.stringContaining("will be created") as string,
          fix: null,
        })),
        {
          line: 4,
          column: "Email",
          field: "email",
          code: "email.invalid",
          severity: "error",
          message: expect.any(String) as string,
          fix: null,
        },
      ],
      outcomes: [
        {
          line: 2,
          email: "ann@example.com",
          outcome: "create",
          reason: null,
          changes: expect.any(Object) as object,
        },
        {
          line: 3,
          email: "bob@example.com",
          outcome: "create",
          reason: null,
          changes: expect.any(Object) as object,
        },
        { line: 4, email: "nobody.example.com", outcome: "problem", reason: null, changes: {} },
      ],
      removals: [],
      import: { id: expect.stringMatching(/^\d+$/) as string, status: "completed", mails: 1 },
    });
  });

  test("run twice, the second time skips or leaves everything unchanged", async () => {
    const path = file("users.csv", ann, bob);
    await json("import", path);
    const skipped = await json("import", path);
    expect(skipped).toMatchObject({ code: 0, document: { summary: { create: 0, update: 0, skip: 2 } } });
    const unchanged = await json("import", path, "--overwrite");
    expect(unchanged).toMatchObject({
      code: 0,
      document: { summary: { create: 0, update: 0, unchanged: 2 } },
    });
  });

  test("--dry-run shows the same and changes nothing", async () => {
    const path = file("users.csv", ann, bob);
    const dry = await json("import", path, "--dry-run");
    expect(dry).toMatchObject({
      code: 0,
      document: {
        summary: { create: 2 },
        outcomes: [{ outcome: "create" }, { outcome: "create" }],
        import: { status: "cancelled", mails: 1 },
      },
    });
    expect((await json("user", "list")).document).toEqual({ users: [] });
    expect((await json("import", path)).document).toMatchObject({ summary: { create: 2 } });
  });

  test("over a limit it says why and with which number, and goes in with that number alone", async () => {
    await rollcall("user", "create", "mo@example.com", "--name", "Mo Master", "--admin-role", "master");
    const path = join(folder, "mo.csv");
    writeFileSync(path, "email,fullName\r\nmo@example.com,Mo Maple\r\n");
    const words = ["import", path, "--format", "rollcall", "--overwrite"];
    const guard = { number: 1, of: "accounts", reasons: ["It changes an administrator."] };
    const stopped = { code: 1, document: { import: { status: "ready", guard } } };
    expect(await json(...words)).toMatchObject(stopped);
    const told = await rollcall(...words);
    expect(told.stdout).toContain("It changes an administrator.");
    expect(told.stdout).toMatch(/Nothing was imported: import again with --confirm 1, or open IMP-\d+/);
    expect(await rollcall(...words, "--confirm", "7")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("That is not the number of accounts.") as string,
    });
    expect((await json(...words, "--dry-run")).code).toBe(1);
    expect((await json(...words, "--dry-run", "--confirm", "1")).code).toBe(0);
    expect((await json("user", "show", "mo@example.com")).document).toMatchObject({ fullName: "Mo Master" });
    expect((await json(...words, "--confirm", "1")).code).toBe(0);
    expect((await json("user", "show", "mo@example.com")).document).toMatchObject({ fullName: "Mo Maple" });
  });

  test("the same bytes are recognised", async () => {
    const path = file("users.csv", ann);
    const first = await json("import", path);
    const { id } = first.document["import"] as { id: string };
    const { stdout } = await rollcall("import", path);
    expect(stdout).toMatch(
      new RegExp(`These bytes were imported on \\d+ \\w+ \\d{4} by .+ \\(IMP-${id.padStart(4, "0")}\\)`),
    );
    const again = await json("import", path, "--dry-run");
    expect(again.document).toMatchObject({ import: { earlier: { by: expect.any(String) as string } } });
  });

  test.each([
    ["lenient: good rows go in", [ann, bad], [], 0, 1],
    ["strict: one bad row stops the file", [ann, bad], ["--strict"], 1, 0],
    ["every row is bad", [bad], [], 1, 0],
    ["a dry run ends as the import would", [ann, bad], ["--strict", "--dry-run"], 1, 0],
  ])("%s", async (_why, rows, words, code, people) => {
    const path = file("users.csv", ...rows);
    expect((await json("import", path, ...words)).code).toBe(code);
    expect((await json("user", "list")).document["users"]).toHaveLength(people);
  });

  test("a file that cannot be read: exit code 1, the problem with its line, and a record of it", async () => {
    writeFileSync(join(folder, "broken.csv"), 'Email,Full Name\n"ann@example.com,Ann\n');
    const { code, document } = await json("import", "broken.csv");
    expect(code).toBe(1);
    expect(document).toMatchObject({
      problems: [{ code: "file.unterminated-quote", severity: "error" }],
      outcomes: [],
      import: { status: "failed", mails: 0 },
    });
    expect((await json("imports")).document).toMatchObject({
      imports: [{ status: "failed", file: { name: "broken.csv" } }],
    });
  });

  test("an administrator who is none may not import", async () => {
    const { code, document } = await json("import", file("users.csv", ann), "--as", "ann@example.com");
    expect(code).toBe(1);
    expect(document).toEqual({
      error: { code: "not-found", message: expect.stringContaining("ann@example.com") as string },
    });
  });

  test.each([
    ["--strict and --lenient", ["--strict", "--lenient"]],
    ["--overwrite and --mode create", ["--overwrite", "--mode", "create"]],
    ["--group and --no-group", ["--group", "Staff", "--no-group"]],
  ])("%s contradict each other: wrong usage", async (_what, words) => {
    expect(await rollcall("import", file("users.csv", ann), ...words)).toMatchObject({ code: 2, stdout: "" });
  });
});

test("import-report tells row by row; an export imports back unchanged", async () => {
  const { document } = await json("import", file("users.csv", ann, bob, bad));
  const { id } = document["import"] as { id: string };
  const csv = (await rollcall("import-report", id)).stdout.split("\r\n");
  expect(csv[0]).toBe("line,email,outcome,reason,why");
  expect(csv[1]).toMatch(/^2,ann@example\.com,create,/);
  expect((await json("import-report", id)).document).toMatchObject({
    import: { id, status: "completed", rows: 3 },
    rows: [
      { line: 2, outcome: "create" },
      { line: 3, outcome: "create" },
      { line: 4, outcome: "problem" },
    ],
  });
  const exported = await rollcall("export", "--output", "out.csv");
  expect(exported).toMatchObject({ code: 0, stdout: "" });
  expect((await json("import", "out.csv", "--overwrite")).document).toMatchObject({
    summary: { create: 0, update: 0, unchanged: 2, skip: 0, problem: 0 },
  });
});

describe("what an import declines", () => {
  test("a refused password stops a directory spreadsheet however lenient, and the whole preview is told", async () => {
    writeFileSync(
      join(folder, "staff.csv"),
      "email,name,password\nann@example.com,Ann,\nbob@example.com,Bob,short\n",
    );
    for (const words of [[], ["--dry-run"]]) {
      const { code, document } = await json("import", "staff.csv", "--lenient", ...words);
      expect({ code, summary: document["summary"] }).toMatchObject({
        code: 1,
        summary: { create: 1, problem: 1 },
      });
      expect(document["problems"]).toContainEqual(
        expect.objectContaining({ line: 3, column: "password", code: "password.policy" }),
      );
    }
    expect((await rollcall("user", "show", "ann@example.com")).code).toBe(1);
  });

  test.each([
    ["a group that is not there", ["--group", "Nowhere"], "group.unknown"],
    ["a domain of somebody else", ["--domain", "nope.example"], "domain.unknown"],
    ["a note of 101 characters", ["--note", "x".repeat(101)], "note.too-long"],
    ["no domain for user names", ["--format", "control-panel"], "domain.missing"],
  ])("%s: the code of INTERFACE.md, and nothing else", async (_why, words, problem) => {
    const { code, document } = await json("import", file("users.csv", ann), ...words);
    expect({ code, document }).toMatchObject({
      code: 1,
      document: { error: { code: problem }, problems: [{ line: null, code: problem, severity: "error" }] },
    });
  });

  test.each([
    ["an empty group", ["--group", " "]],
    ["how to group nobody", ["--no-group", "--group-mode", "replace"]],
  ])("%s is wrong usage", async (_why, words) => {
    expect((await rollcall("import", file("users.csv", ann), ...words)).code).toBe(2);
  });

  test("{clear} beside a value is told, and --mail always leaves nobody without a way in", async () => {
    await json("import", file("users.csv", ann));
    const row = "ann@example.com,Ann Alder,,Sales,Yes,{clear},Staff";
    const both = await json("import", file("both.csv", row, "eve@example.com,Eve,,,No,,"), "--overwrite");
    const codesOf = ({ document }: Awaited<ReturnType<typeof json>>) =>
      (document["problems"] as { code: string }[]).map(({ code }) => code);
    expect(codesOf(both)).toEqual(["row.cleared-and-filled", "password.no-way-in"]);
    const mailed = await json("import", file("new.csv", "fay@example.com,Fay,,,No,,"), "--mail", "always");
    expect({ codes: codesOf(mailed), import: mailed.document["import"] }).toMatchObject({
      codes: [],
      import: { mails: 1 },
    });
  });

  test("an empty note is none: it wipes no note away", async () => {
    await json("import", file("users.csv", ann), "--note", "Welcome");
    const { document } = await json("import", file("users.csv", ann), "--overwrite", "--note", " ");
    expect(document["summary"]).toMatchObject({ unchanged: 1 });
  });
});

describe("export", () => {
  test("of a group that is not there says so instead of writing an empty file", async () => {
    await json("import", file("users.csv", ann));
    expect((await rollcall("export", "--group", "emea ")).stdout).toContain("ann@example.com");
    expect(await rollcall("export", "--group", "Nowhere")).toMatchObject({ code: 1, stdout: "" });
    expect((await rollcall("export", "--domain", "nope.example")).stderr).toContain(
      "No account has an address",
    );
  });
});
