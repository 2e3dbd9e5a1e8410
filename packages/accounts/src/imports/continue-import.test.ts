// What a lenient commit left waiting goes on as an import of its own, passwords included while they are still kept.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../context";
import { expireSealedPasswords } from "../passwords/expire-sealed-passwords";
import { hashPendingPasswords } from "./hash-pending-passwords";
import { run } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { commitImport } from "./commit-import";
import { confirmImport } from "./confirm-import";
import { continueImport } from "./continue-import";
import { editImport } from "./edit/edit-import";
import { stageFile, value } from "./edit/edit-import.fixtures";
import { getImport } from "./get-import";
import { listImportRows } from "./list-import-rows";
import type { ImportRecord } from "./types";

let given: TestContext;
let context: Context;
beforeAll(async () => {
  given = await openTestContext();
  context = given.context;
});
afterAll(() => given.close());

const head = "Email,Full Name,Password,Department,Send email,Group\r\n";
let serial = 0;

describe("rows that wait", () => {
  test("are counted, carried on once, corrected and committed", async () => {
    const parent = await committed([
      "good@N.example,Good,a long enough phrase,,no,Staff",
      "bad,Bad,another long phrase,Sales,no,Staff",
      "good@N.example,Twice,,,yes,",
    ]);
    expect(parent).toMatchObject({ waiting: 2, continues: null, continuedBy: null });
    const [child, again] = await Promise.all([
      continueImport(context, { importId: parent.id }),
      continueImport(context, { importId: parent.id }),
    ]);
    expect(value(again).id).toBe(value(child).id);
    expect(value(child)).toMatchObject({
      status: "READY",
      fileName: parent.fileName,
      rows: 2,
      continues: { id: parent.id },
      columns: parent.columns,
      options: { mode: "create" },
    });
    expect(await record(parent)).toMatchObject({ waiting: 0, continuedBy: { id: value(child).id } });
    const rows = value(await listImportRows(context, { importId: value(child).id, limit: 10 })).rows;
    expect(rows.map((row) => [row.rowNo, row.line, row.outcome])).toEqual([
      [1, 3, "problem"],
      [2, 4, "skip"],
    ]);
    const fixed = await edit(value(child), 1, `bad${String(serial)}@n.example`);
    const done = await commit(fixed);
    expect(done).toMatchObject({
      status: "COMPLETED",
      summary: { create: 1, skip: 1 },
      waiting: 0,
      passwordsPending: 1,
    });
  });

  test("say that their password is gone when its key is", async () => {
    const parent = await committed(["bad,Bad,a long enough phrase,Sales,no,Staff", "ok@N.example,Ok,,,yes,"]);
    await run(given, "UPDATE import SET sealed_key = NULL WHERE id = $1", parent.id);
    const child = value(await continueImport(context, { importId: parent.id }));
    const [row] = value(await listImportRows(context, { importId: child.id, limit: 1 })).rows;
    expect(row?.problems.map((problem) => problem.code)).toEqual([
      "email.invalid",
      "password.no-way-in",
      "password.gone",
    ]);
    const fixed = await edit(child, 1, `bad${String(serial)}@n.example`);
    expect(await commit(fixed)).toMatchObject({ summary: { create: 1 }, passwordsPending: 0 });
  });

  test("say so, too, when the passwords of those who are in have been hashed", async () => {
    const parent = await committed([
      "bad,Bad,a long enough phrase,Sales,no,Staff",
      "ok@N.example,Ok,a longer phrase,,no,",
    ]);
    value(await hashPendingPasswords(given.as({ kind: "system" }), { limit: 9 }));
    const child = value(await continueImport(context, { importId: parent.id }));
    const [row] = value(await listImportRows(context, { importId: child.id, limit: 1 })).rows;
    expect(row?.problems.map((problem) => problem.code)).toContain("password.gone");
  });

  test("keep their password for as long as the file's are kept, and not a day from being carried on", async () => {
    const sealedAt = (one: ImportRecord) =>
      run(given, "SELECT sealed_at AS at FROM import WHERE id = $1", one.id);
    const parent = await committed([
      "bad,Bad,a long enough phrase,Sales,no,Staff",
      "ok@N.example,Ok,a longer phrase,,no,",
    ]);
    await run(given, "UPDATE import SET sealed_at = now() - interval '23 hours' WHERE id = $1", parent.id);
    const child = value(await continueImport(context, { importId: parent.id }));
    expect(await sealedAt(child)).toEqual(await sealedAt(parent));
    await run(given, "UPDATE import SET sealed_at = now() - interval '25 hours' WHERE id = $1", child.id);
    const expired = value(await expireSealedPasswords(given.as({ kind: "system" })));
    expect(expired).toMatchObject([{ importId: BigInt(child.id), rows: 1, replanned: true }]);
  });

  test("of an import that went on and was cancelled wait again", async () => {
    const parent = await committed(["bad,Bad,,Sales,yes,Staff"]);
    const child = value(await continueImport(context, { importId: parent.id }));
    await run(given, "UPDATE import SET status = 'CANCELLED' WHERE id = $1", child.id);
    expect(await record(parent)).toMatchObject({ waiting: 1, continuedBy: null });
    expect(value(await continueImport(context, { importId: parent.id })).id).not.toBe(child.id);
  });

  test("there are none: told, and before the commit neither", async () => {
    const ready = await stage(["ok@N.example,Ok,,,yes,"]);
    expect(await continueImport(context, { importId: ready.id })).toMatchObject({
      refusal: { code: "wrong-state" },
    });
    const done = await commit(ready);
    expect(await continueImport(context, { importId: done.id })).toMatchObject({
      refusal: { code: "wrong-state" },
    });
  });
});

function stage(rows: string[]): Promise<ImportRecord> {
  serial += 1;
  return stageFile(context, head + rows.join("\r\n").replaceAll("@N.", `${String(serial)}@n.`), "people.csv");
}

async function committed(rows: string[]): Promise<ImportRecord> {
  return commit(await stage(rows));
}

async function commit({ id, fingerprint }: ImportRecord): Promise<ImportRecord> {
  value(await confirmImport(context, { importId: id, fingerprint: fingerprint ?? "" }));
  return value(await commitImport(context, { importId: id }));
}

async function edit({ id }: ImportRecord, rowNo: number, email: string): Promise<ImportRecord> {
  const step = { kind: "cell", rowNo, column: 0, value: email } as const;
  return value(await editImport(context, { importId: id, step })).record;
}

async function record({ id }: ImportRecord): Promise<ImportRecord> {
  return value(await getImport(context, { importId: id }));
}
