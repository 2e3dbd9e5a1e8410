import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { findImportForMail, queueImportMailSql } from "@rollcall/db";
import { createTransport, renderMail } from "@rollcall/email";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deleteAccounts } from "../people/delete-accounts";
import { play, run, value, type Player } from "../testing/cast";
import { pastImport } from "../testing/past-import";
import { deliver, openPost, type Post } from "../testing/post";
import { openTestContext, type TestContext } from "../testing/test-context";
import { deliverMessages } from "./deliver-messages";
import { gatherProblems } from "./gather-problems";
import { getMessage } from "./get-message";
import { queueDomainExport, queueImportFailed, queueImportFinished } from "./queue-import-mail";
import { retryMessage } from "./retry-message";

let given: TestContext;
let post: Post;
let admin: Player;
beforeAll(async () => {
  given = await openTestContext();
  admin = await play(given, "MASTER");
});
afterAll(() => given.close());
beforeEach(async () => {
  post = openPost();
  await run(given, "UPDATE message SET state = 'CANCELLED' WHERE state IN ('QUEUED', 'RETRYING')");
});

const failed = (importId: string): Promise<boolean> =>
  given.context.database.transaction((tx) => queueImportFailed(tx, BigInt(importId)));
const finished = (importId: string): Promise<boolean> =>
  given.context.database.transaction((tx) => queueImportFinished(tx, BigInt(importId)));

function problem(line: number, severity: "error" | "warning" = "error"): Record<string, unknown> {
  const params = { value: `person${String(line)}@`, reason: "domain" };
  return { line, column: "Email", field: "email", code: "email.invalid", severity, params, fix: null };
}

/** An import of so many rows, every one with an error of its own (of the row, every tenth of the plan) and a warning. */
async function badImport(rows: number, extra: Parameters<typeof pastImport>[1] = {}): Promise<string> {
  const importId = await pastImport(given, { status: "FAILED", createdBy: admin, ...extra });
  for (let row = 1; row <= rows; row += 1) {
    const planned = row % 10 === 0;
    const own = planned ? [problem(row + 1, "warning")] : [problem(row + 1, "warning"), problem(row + 1)];
    await run(
      given,
      `INSERT INTO import_row (import_id, row_no, line, cells, groups, group_keys, problems, has_error, email)
       VALUES ($1, $2, $3, '{}', '{}', '{}', $4::jsonb, $5, $6)`,
      importId,
      row,
      row + 1,
      JSON.stringify(own),
      !planned,
      `person${String(row + 1)}@`,
    );
    if (planned)
      await run(
        given,
        `INSERT INTO import_plan_row (import_id, row_no, outcome, problems) VALUES ($1, $2, 'PROBLEM', $3::jsonb)`,
        importId,
        row,
        JSON.stringify([problem(row + 1)]),
      );
  }
  return importId;
}

const textOf = (content: string | Uint8Array): string => Buffer.from(content).toString("utf8");

async function newest(): Promise<{ id: string; data: Record<string, unknown>; sealed: Buffer | null }> {
  const [row] = await run<{ id: string; data: Record<string, unknown>; sealed: Buffer | null }>(
    given,
    "SELECT id, data, sealed_body AS sealed FROM message ORDER BY id DESC LIMIT 1",
  );
  return row!;
}

describe("an import that failed", () => {
  test("is told to who started it, once, with its problems where there are few", async () => {
    const importId = await badImport(3, { failure: "Three rows cannot go in." });
    expect(await failed(importId)).toBe(true);
    expect(await failed(importId)).toBe(false);
    await deliver(given, post);
    expect(post.sent).toHaveLength(1);
    expect(post.sent[0]).toMatchObject({ to: `"${admin.name}" <${admin.email}>`, attachments: [] });
    expect(post.rendered[0]).toMatchObject({
      kind: "import-failed",
      data: {
        fileName: "people.csv",
        importUrl: `http://localhost:3000/imports/${importId}`,
        startedBy: admin.name,
        reason: "Three rows cannot go in.",
        problemCount: 3,
        problems: [
          { line: 2, column: "Email", message: expect.stringContaining("person2@") as string },
          { line: 3 },
          { line: 4 },
        ],
        attachmentName: null,
        attachedCount: null,
      },
    });
  });

  test("may be told from a bulk transaction too, and is not told twice", async () => {
    const importId = await badImport(1);
    await run(given, queueImportMailSql, BigInt(importId), "import-failed");
    await run(given, queueImportMailSql, BigInt(importId), "import-failed");
    expect(await failed(importId)).toBe(false);
    expect(await deliver(given, post)).toMatchObject({ sent: 1 });
  });

  test("lists the first 20 and attaches all of them, in the order of the file", async () => {
    const importId = await badImport(31, { fileName: "directory.xls" });
    await failed(importId);
    await deliver(given, post);
    const mail = post.rendered[0];
    if (mail?.kind !== "import-failed") throw new Error("another mail");
    const { data } = mail;
    expect(data).toMatchObject({
      problemCount: 31,
      attachmentName: "directory-problems.csv",
      attachedCount: null,
    });
    expect(data.problems).toHaveLength(20);
    const [file] = post.sent[0]!.attachments;
    expect(file).toMatchObject({
      fileName: "directory-problems.csv",
      contentType: "text/csv; charset=utf-8",
    });
    const lines = textOf(file!.content).split("\r\n");
    expect(lines[0]).toBe("\uFEFFLine,Email,Column,What is wrong");
    expect(lines.slice(1, -1).map((line) => Number.parseInt(line, 10))).toEqual(
      Array.from({ length: 31 }, (_, index) => index + 2),
    );
  });

  test("of the file as a whole says so, also when no row was ever read", async () => {
    const whole = { ...problem(1), line: null, column: null, code: "file.encrypted", params: {} };
    const importId = await pastImport(given, { status: "FAILED", createdBy: admin, problems: [whole] });
    await failed(importId);
    await deliver(given, post);
    expect(post.rendered[0]).toMatchObject({ data: { problemCount: 1, problems: [{ line: null }] } });
  });

  test("with more than fits is cut between two lines, and says so in the file", async () => {
    const importId = await badImport(40);
    const record = await findImportForMail(given.context.database, BigInt(importId));
    const gathered = await gatherProblems(given.context.database, record!, 1_000);
    const text = textOf(gathered.attachment!.content);
    expect(gathered.count).toBe(40);
    expect(gathered.attached).toBeGreaterThan(5);
    expect(gathered.attached).toBeLessThan(40);
    expect(text.trimEnd().split("\r\n")).toHaveLength(gathered.attached! + 2);
    expect(text).toContain(`Cut here: these are the first ${String(gathered.attached)} of 40 problems.`);
  });

  test("with a million bytes of problems stays within a megabyte", async () => {
    const importId = await pastImport(given, { status: "FAILED", createdBy: admin });
    await run(
      given,
      `INSERT INTO import_row (import_id, row_no, line, cells, groups, group_keys, problems, has_error, email)
       SELECT $1, n, n + 1, '{}', '{}', '{}', jsonb_build_array(jsonb_set($2::jsonb, '{line}', to_jsonb(n + 1))), true, 'x@' || n
         FROM generate_series(1, 30000) AS n`,
      importId,
      JSON.stringify(problem(1)),
    );
    await failed(importId);
    await deliver(given, post);
    const [file] = post.sent[0]!.attachments;
    expect(file!.content.length).toBeLessThan(1_001_000);
    expect(file!.content.length).toBeGreaterThan(990_000);
    expect(post.rendered[0]).toMatchObject({
      data: { problemCount: 30_000, attachedCount: expect.any(Number) as number },
    });
  });

  test.each([
    ["nobody started it", null],
    ["its account is gone", "gone"],
  ])("is told to nobody when %s", async (_why, who) => {
    const other = await play(given, "BASIC");
    const importId = await pastImport(given, { status: "FAILED", createdBy: who === null ? null : other });
    if (who !== null) value(await deleteAccounts(given.context, { accountIds: [other.id] }));
    expect(await failed(importId)).toBe(false);
  });
});

describe("an import that finished", () => {
  test.each([
    [{ notify: true }, true],
    [{ notify: false }, false],
    [{}, false],
    [{ notify: "true" }, false],
  ])("with options %j is told: %s", async (options, told) => {
    const importId = await pastImport(given, {
      createdBy: admin,
      options,
      summary: { create: 4, update: 3, unchanged: 2, skip: 1, problem: 0 },
    });
    await run(given, "UPDATE import SET mails = 4 WHERE id = $1", importId);
    expect(await finished(importId)).toBe(told);
    expect(await finished(importId)).toBe(false);
    await deliver(given, post);
    expect(post.rendered.map((mail) => mail.data)).toMatchObject(
      told ? [{ counts: { created: 4, updated: 3, unchanged: 2, skipped: 1, problems: 0 }, mails: 4 }] : [],
    );
  });
});

describe("the users of a deleted domain", () => {
  const csv = "Email,Full Name\r\ncanary@old.example,Zoë Canary\r\n";
  const queue = (text: string): Promise<void> =>
    given.context.database.transaction((tx) =>
      queueDomainExport(given.context, tx, {
        to: { accountId: BigInt(admin.id), name: admin.name, email: admin.email },
        domain: "old.example",
        accountCount: 1,
        csv: text,
        deletedBy: admin.name,
        deletedAt: new Date("2026-11-22T10:00:00Z"),
      }),
    );

  test("are attached whole, sealed until they are sent, and gone afterwards", async () => {
    await queue(csv);
    expect(JSON.stringify((await newest()).data)).not.toContain("canary");
    await deliver(given, post);
    const [file] = post.sent[0]!.attachments;
    expect({ ...file, content: textOf(file!.content) }).toEqual({
      fileName: "old.example-users.csv",
      contentType: "text/csv; charset=utf-8",
      content: csv,
    });
    expect(post.rendered[0]).toMatchObject({
      kind: "domain-export",
      data: {
        domain: "old.example",
        accountCount: 1,
        fileName: "old.example-users.csv",
        deletedBy: admin.name,
      },
    });
    const after = await newest();
    expect(after.data).not.toHaveProperty("file");
    expect(after.sealed).toBeNull();
  });

  test("are packed when they are many", async () => {
    const many = `Email,Full Name\r\n${"p@old.example,Person\r\n".repeat(100_000)}`;
    await queue(many);
    await deliver(given, post);
    const [file] = post.sent[0]!.attachments;
    expect(file).toMatchObject({ fileName: "old.example-users.csv.gz", contentType: "application/gzip" });
    expect(gunzipSync(Buffer.from(file!.content)).toString("utf8")).toBe(many);
  });

  test("are the same in every try, and when a person sends it again after it failed", async () => {
    await queue(csv);
    const { id } = await newest();
    post.answer = () => ({ kind: "retry", reason: "later", retryAfterSeconds: null });
    await deliver(given, post);
    const { sealed } = await newest();
    expect(sealed!.toString("latin1")).not.toContain("canary");
    await run(given, "UPDATE message SET next_attempt_at = now() - interval '1 minute' WHERE id = $1", id);
    post.answer = () => ({ kind: "rejected", reason: "550 too large" });
    await deliver(given, post);
    expect(post.sent[1]).toEqual(post.sent[0]);
    value(await retryMessage(given.context, { messageId: id }));
    post.answer = () => ({ kind: "accepted", providerId: null });
    await deliver(given, post);
    const { key: oldKey, ...first } = post.sent[0]!;
    const { key, ...again } = post.sent[2]!;
    expect(again).toEqual(first);
    expect(key).not.toBe(oldKey);
  });

  test("cannot be read under another SECRET: the mail waits for a person, nothing half is sent", async () => {
    await queue(csv);
    const settings = { ...given.context.settings, secret: "another secret of another server" };
    const other = { ...given, context: { ...given.context, settings } };
    expect(await deliver(other, post)).toMatchObject({ sent: 0, cancelled: 1 });
    value(await retryMessage(given.context, { messageId: (await newest()).id }));
    expect(await deliver(given, post)).toMatchObject({ sent: 1 });
  });
});

test("an attachment arrives in the outbox as a real mail, and the console names it", async () => {
  const importId = await badImport(25);
  await failed(importId);
  const { id } = await newest();
  const folder = await mkdtemp(join(tmpdir(), "rollcall-outbox-"));
  try {
    const transport = createTransport({ kind: "outbox", folder });
    const input = { transport, from: "Rollcall <a@b.example>", limit: 5, keepReadable: true, renderMail };
    expect(value(await deliverMessages(given.context, input))).toMatchObject({ sent: 1 });
    const [name] = await readdir(folder);
    const eml = await readFile(join(folder, name!), "utf8");
    const [, part] = /filename=people-problems\.csv\r\n(?:.+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/u.exec(eml) ?? [];
    const csv = Buffer.from(part ?? "", "base64").toString("utf8");
    expect(csv.split("\r\n")).toHaveLength(27);
    const { body } = value(await getMessage(given.context, { messageId: id }));
    expect(body!.attachments).toEqual([{ fileName: "people-problems.csv", bytes: Buffer.byteLength(csv) }]);
    expect(body!.text.replace(/\u200C/gu, "").replace(/\s+/gu, " ")).toContain(
      "And 5 more: the attached people-problems.csv lists them all.",
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});
