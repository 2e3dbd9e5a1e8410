import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { play, run, value, type Player } from "../../testing/cast";
import { carryOut, planFile } from "../../testing/files";
import { organisationDump } from "../../testing/organisation-dump";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { deleteAccounts } from "../../people/delete-accounts";
import { commitImport } from "../commit-import";
import { getImport } from "../get-import";
import type { ImportRecord } from "../types";
import { previewUndo } from "./preview-undo";
import { undoImport } from "./undo-import";

// What a record says of its undos follows the whole chain: undo, undo of the undo, the import once more, …
let given: TestContext;
let master: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
});
afterAll(() => given.close());

async function takeBack(importId: string, rowNos?: number[]): Promise<ImportRecord> {
  const asked = value(await undoImport(master.context, { importId, rowNos }));
  return value(await commitImport(master.context, { importId: asked.id }));
}

const undoneBy = async (importId: string): Promise<ImportRecord["undoneBy"]> =>
  value(await getImport(master.context, { importId })).undoneBy;

/** What somebody is told who brings the same bytes again. */
async function earlierOf(text: string): Promise<string | undefined> {
  const { earlier } = await planFile(master.context, text, { format: "rollcall" });
  return earlier?.id;
}

test("an import that was undone and redone stands, and can be undone again", async () => {
  const text = "email,fullName\r\nr1@r.example,R1\r\nr2@r.example,R2\r\n";
  const before = await organisationDump(given);
  const record = await carryOut(master.context, text, { format: "rollcall" });
  const after = await organisationDump(given);
  const undone = await takeBack(record.id);
  expect(await undoneBy(record.id)).toMatchObject({ id: undone.id, rows: null });
  expect(await earlierOf(text)).toBeUndefined();

  const redone = await takeBack(undone.id);
  expect(await organisationDump(given)).toBe(after);
  expect(await undoneBy(record.id)).toBeNull();
  expect(await undoneBy(undone.id)).toMatchObject({ id: redone.id, rows: null });
  expect(await earlierOf(text)).toBe(record.id);

  // by the import itself, or by the undo of the redo: both count
  const again = await takeBack(record.id);
  expect(await organisationDump(given)).toBe(before);
  expect(await undoneBy(record.id)).toMatchObject({ id: again.id, rows: null });
  expect(await earlierOf(text)).toBeUndefined();
  const redoneAgain = await takeBack(again.id);
  expect(await undoneBy(record.id)).toBeNull();
  await takeBack(redoneAgain.id);
  expect(await organisationDump(given)).toBe(before);
  expect(await undoneBy(record.id)).toMatchObject({ id: again.id, rows: null });
  expect(await undoneBy(again.id)).toBeNull();
  expect(await earlierOf(text)).toBeUndefined();
});

describe("of some accounts", () => {
  test("the record says how many; the rest can be taken back, and then all are", async () => {
    const text = "email,fullName\r\ns1@s.example,S1\r\ns2@s.example,S2\r\ns3@s.example,S3\r\n";
    const record = await carryOut(master.context, text, { format: "rollcall" });
    await takeBack(record.id, [2]);
    expect(await undoneBy(record.id)).toMatchObject({ rows: 1 });
    await takeBack(record.id, [1]);
    expect(await undoneBy(record.id)).toMatchObject({ rows: 2 });
    expect(await earlierOf(text)).toBe(record.id);
    const rest = await takeBack(record.id);
    expect(await undoneBy(record.id)).toMatchObject({ id: rest.id, rows: null });
    expect(await earlierOf(text)).toBeUndefined();
    await takeBack(rest.id);
    expect(await undoneBy(record.id)).toMatchObject({ rows: 2 });
  });

  test("accounts that were deleted since are none that stand", async () => {
    const text = "email,fullName\r\nt1@t.example,T1\r\nt2@t.example,T2\r\n";
    const record = await carryOut(master.context, text, { format: "rollcall" });
    const [row] = await run<{ id: string }>(
      given,
      "SELECT account_id AS id FROM address WHERE key = 't1@t.example'",
    );
    value(await deleteAccounts(master.context, { accountIds: [row!.id] }));
    expect((await takeBack(record.id)).undo).toMatchObject({ removed: 1, gone: 1 });
    expect(await undoneBy(record.id)).toMatchObject({ rows: null });
  });
});

// Asked for while it could be, carried out when another import had changed everything.
test("an undo that kept everything took nothing back: the import stands", async () => {
  const upsert = { format: "rollcall", mode: "upsert", mail: "never" } as const;
  const text = "email,fullName\r\nk1@k.example,K1\r\n";
  const record = await carryOut(master.context, text, { format: "rollcall" });
  const asked = value(await undoImport(master.context, { importId: record.id }));
  expect(await undoneBy(record.id)).toMatchObject({ status: "COMMITTING" });
  const later = await carryOut(master.context, "email,fullName\r\nk1@k.example,K One\r\n", upsert);
  const undo = value(await commitImport(master.context, { importId: asked.id }));
  expect(undo.undo).toEqual({ restored: 0, removed: 0, kept: 1, gone: 0, lacking: 0 });
  expect(await undoneBy(record.id)).toBeNull();
  expect(await earlierOf(text)).toBe(record.id);
  expect(value(await previewUndo(master.context, { importId: record.id }))).toMatchObject({ kept: 1 });
  // the younger first, then it goes
  await takeBack(later.id);
  expect((await takeBack(record.id)).undo).toMatchObject({ removed: 1 });
  expect(await undoneBy(record.id)).toMatchObject({ rows: null });
});
