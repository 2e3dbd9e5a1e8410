import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../context";
import type { Result } from "../result";
import { openTestContext, type TestContext } from "../testing/test-context";
import { cancelImport } from "./cancel-import";
import { commitImport } from "./commit-import";
import { confirmImport } from "./confirm-import";
import { correctionsFile } from "./corrections-file";
import { exportAccounts } from "./export-accounts";
import { findDueImports } from "./find-due-imports";
import { getImport } from "./get-import";
import { hashPendingPasswords } from "./hash-pending-passwords";
import { importReport } from "./import-report";
import { listImportRows } from "./list-import-rows";
import { listProblemCauses } from "./list-problem-causes";
import { planImport } from "./plan-import";
import { receiveImport } from "./receive-import";
import { replanImport } from "./replan-import";
import type { ImportOptions, ImportRecord } from "./types";

let given: TestContext;
let context: Context;
beforeAll(async () => {
  given = await openTestContext();
  context = given.context;
});
afterAll(() => given.close());

const head = "Email,Full Name,Password,Department,Send email,Group,Group\r\n";

describe("an import from file to accounts", () => {
  let record: ImportRecord;

  test("is received: every row staged, the file's facts kept", async () => {
    record = await receive(
      `${head}ann@example.com,Ann Alder,,Sales,Yes,Staff,Night\r\n` +
        `bob@example.com,Bob Birch,a long enough phrase,Sales,no,Staff,\r\n` +
        `ann@example.com,Ann Again,,,Yes,,\r\n` +
        `nobody,Cid Cedar,,,Yes,,\r\n` +
        `\r\n` +
        `dee@example.com,Dee Dogwood,,,,,\r\n`,
    );
    expect(record).toMatchObject({
      status: "STAGED",
      rows: 5,
      blankRows: 1,
      format: { id: "hosted-users" },
      encoding: "utf-8",
      delimiter: ",",
      options: { mode: "create", strict: false },
    });
    expect(value(await findDueImports(context)).toPlan).toContain(record.id);
  });

  test("is planned: outcomes, what is created, what else happens", async () => {
    record = value(await planImport(context, { importId: record.id }));
    expect(record.status).toBe("READY");
    expect(record.summary).toEqual({ create: 3, update: 0, unchanged: 0, skip: 0, problem: 2 });
    expect(record.creates).toEqual({
      departments: [{ name: "Sales", line: 2, near: null }],
      groups: [
        { name: "Night", line: 2, near: null },
        { name: "Staff", line: 2, near: null },
      ],
      attributes: [],
    });
    expect(record.problems.map((problem) => problem.code)).toEqual([
      "department.new",
      "group.new",
      "group.new",
    ]);
    expect(record.consequences).toMatchObject({ mails: 1, links: 1, noWayIn: 1, valuesChanged: 0 });
  });

  test("is reviewed: rows by outcome, problems by cause, never a password", async () => {
    const page = value(await listImportRows(context, { importId: record.id, limit: 2 }));
    expect(page.rows.map((row) => row.outcome)).toEqual(["create", "create"]);
    expect(page.nextCursor).toBe(2);
    const problems = value(
      await listImportRows(context, { importId: record.id, outcomes: ["problem"], limit: 50 }),
    );
    expect(problems.rows.map((row) => [row.line, row.problems.map((problem) => problem.code)])).toEqual([
      [4, ["email.duplicate"]],
      [5, ["email.invalid"]],
    ]);
    expect(
      value(await listImportRows(context, { importId: record.id, search: "dogw", limit: 50 })).rows,
    ).toHaveLength(1);
    expect(JSON.stringify(page)).not.toContain("a long enough phrase");
    const causes = value(await listProblemCauses(context, { importId: record.id }));
    expect(causes.map((cause) => cause.code)).toContain("email.duplicate");
  });

  test("hands out the rows to correct, with their line and why", async () => {
    const file = value(await correctionsFile(context, { importId: record.id }));
    const lines = (await collect(file.chunks)).split("\r\n");
    expect(lines[0]).toBe(
      "Email,Full Name,Password,Department,Send email,Group,Group,Rollcall row,Line,What to correct",
    );
    expect(lines[1]).toContain("ann@example.com,Ann Again");
    expect(lines[1]).toContain(`,row 3 of import ${record.id} (as `);
  });

  test("is confirmed once, and only as it was seen", async () => {
    const other = await confirmImport(context, { importId: record.id, fingerprint: "another" });
    expect(other).toMatchObject({ refusal: { code: "changed-meanwhile" } });
    const fingerprint = record.fingerprint ?? "";
    const both = await Promise.all(
      [1, 2].map(() => confirmImport(context, { importId: record.id, fingerprint })),
    );
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({
      refusal: { code: "confirmed-already", you: false, by: "Rollcall" },
    });
  });

  test("is committed: the good rows are in, the others wait", async () => {
    record = value(await commitImport(context, { importId: record.id }));
    expect(record).toMatchObject({
      status: "COMPLETED",
      summary: { create: 3, problem: 2 },
      mails: { total: 1 },
      passwordsPending: 1,
    });
    expect(await cancelImport(context, { importId: record.id })).toMatchObject({
      refusal: { code: "wrong-state" },
    });
  });

  test("has its passwords hashed afterwards, and then its key is gone", async () => {
    expect(value(await hashPendingPasswords(context, { limit: 10 }))).toEqual({ hashed: 1, left: 0 });
    expect(value(await hashPendingPasswords(context, { limit: 10 }))).toEqual({ hashed: 0, left: 0 });
    expect(value(await getImport(context, { importId: record.id })).passwordsPending).toBe(0);
  });

  test("is on the record row by row", async () => {
    const report = [];
    for await (const row of value(await importReport(context, { importId: record.id })))
      report.push([row.line, row.outcome]);
    expect(report).toEqual([
      [2, "create"],
      [3, "create"],
      [4, "problem"],
      [5, "problem"],
      [7, "create"],
    ]);
  });

  test("imported again with overwrite it changes nothing; without, it skips", async () => {
    const file = `${head}ann@example.com,Ann Alder,,Sales,Yes,Staff,Night\r\nbob@example.com,Bob Birch,another long phrase,SALES,no,staff,\r\n`;
    const again = await planned(file, { mode: "upsert" });
    expect(again.summary).toEqual({ create: 0, update: 0, unchanged: 2, skip: 0, problem: 0 });
    const skipped = value(await replanImport(context, { importId: again.id, options: { mode: "create" } }));
    expect(skipped.summary).toMatchObject({ skip: 2 });
  });

  test("planned anew with other options it is another plan, and what was seen before cannot be confirmed any more", async () => {
    const seen = await planned(`${head}late@example.com,Late,,,no,,\r\n`, { mail: "never" });
    const other = value(await replanImport(context, { importId: seen.id, options: { mail: "always" } }));
    expect(other.consequences?.mails).toBe(1);
    expect(other.fingerprint).not.toBe(seen.fingerprint);
    expect(
      await confirmImport(context, { importId: seen.id, fingerprint: seen.fingerprint ?? "" }),
    ).toMatchObject({ refusal: { code: "changed-meanwhile" } });
  });

  test("an existing password is never changed, and the row says so", async () => {
    const again = await planned(`${head}bob@example.com,Bob Beech,another long phrase,,,,\r\n`, {
      mode: "upsert",
    });
    const row = value(await listImportRows(context, { importId: again.id, limit: 1 })).rows[0];
    expect(row?.problems.map((problem) => problem.code)).toContain("password.ignored");
    expect(row?.changes).toEqual({ fullName: { from: "Bob Birch", to: "Bob Beech" } });
  });

  test("an export imports back unchanged", async () => {
    const exported = value(await exportAccounts(context, { format: "hosted-users" }));
    const text = await collect(exported.chunks);
    const again = await planned(text, { mode: "upsert" });
    expect(again.summary).toEqual({ create: 0, update: 0, unchanged: 3, skip: 0, problem: 0 });
    expect(await collect(value(await exportAccounts(context, { format: "hosted-users" })).chunks)).toBe(text);
  });
});

describe("a file that cannot be taken", () => {
  const cases: { name: string; file: string | Buffer; says: RegExp; line?: number }[] = [
    { name: "is empty", file: "", says: /empty/ },
    { name: "has no header", file: "ann@example.com,Ann\r\n", says: /header|format|columns/i },
    {
      name: "has a quote that never closes",
      file: `${head}"ann@example.com,Ann\r\n`,
      says: /Line 2: .*quote/,
    },
    {
      name: "is Windows-1252",
      file: Buffer.concat([Buffer.from(head), Buffer.from([0xa3]), Buffer.from("x@example.com,Ann\r\n")]),
      says: /Line 2: .*UTF-8/,
    },
    { name: "is a PDF", file: "%PDF-1.7\n%âãÏÓ\n1 0 obj", says: /PDF/ },
    { name: "has too many rows", file: head + "a@example.com,Ann\r\n".repeat(10_001), says: /10,000/ },
  ];
  test.each(cases)("$name: it fails with words, and nothing is staged", async ({ file, says }) => {
    const record = await receive(file);
    expect(record.status).toBe("FAILED");
    expect(record.failure).toMatch(says);
    expect(value(await listImportRows(context, { importId: record.id, limit: 5 })).rows).toEqual([]);
  });

  test("is put into a group that does not exist: refused before a byte is read", async () => {
    const result = await receiveImport(context, { ...input(""), options: { groups: ["Nowhere"] } });
    expect(result).toMatchObject({
      refusal: { code: "invalid", fields: { groups: expect.stringContaining("Nowhere") as string } },
    });
  });

  test("does not arrive whole: the declared length counts", async () => {
    const result = await receiveImport(context, {
      ...input(`${head}a@example.com,Ann\r\n`),
      declaredBytes: 9_999,
    });
    expect(value(result)).toMatchObject({
      status: "FAILED",
      failure: expect.stringContaining("did not arrive whole") as string,
    });
  });

  test("breaks off: the record says so", async () => {
    const source = (async function* () {
      yield Buffer.from(head);
      await Promise.resolve();
      throw new Error("aborted");
    })();
    const record = value(await receiveImport(context, { ...input(""), source, declaredBytes: null }));
    expect(record.status).toBe("FAILED");
  });

  test("with a strict import one error stops everything", async () => {
    const record = await planned(`${head}good@example.com,Good,,,Yes,,\r\nbad,Bad,,,Yes,,\r\n`, {
      strict: true,
    });
    const refused = await confirmImport(context, {
      importId: record.id,
      fingerprint: record.fingerprint ?? "",
    });
    expect(refused).toMatchObject({ refusal: { code: "invalid" } });
  });
});

async function receive(file: string | Buffer, options: Partial<ImportOptions> = {}): Promise<ImportRecord> {
  return value(await receiveImport(context, { ...input(file), options }));
}

async function planned(file: string, options: Partial<ImportOptions>): Promise<ImportRecord> {
  const received = await receive(file, options);
  expect(received.failure).toBeNull();
  return value(await planImport(context, { importId: received.id }));
}

function input(file: string | Buffer): Parameters<typeof receiveImport>[1] {
  const bytes = Buffer.from(file);
  const source = (async function* () {
    await Promise.resolve();
    // in uneven pieces, as networks deliver
    for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777);
  })();
  return { fileName: "people.csv", declaredBytes: bytes.length, options: {}, source };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

async function collect(chunks: AsyncIterable<string | Uint8Array>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += typeof chunk === "string" ? chunk : "";
  return text;
}
