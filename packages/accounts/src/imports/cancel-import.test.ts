import { afterAll, beforeAll, expect, test } from "vitest";
import { importActions, run, value } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { cancelImport } from "./cancel-import";
import { commitImport } from "./commit-import";
import { confirmImport } from "./confirm-import";
import { planImport } from "./plan-import";
import { receiveImport } from "./receive-import";
import type { ImportRecord } from "./types";

let given: TestContext;
beforeAll(async () => {
  given = await openTestContext();
});
afterAll(() => given.close());

test("a confirmed import that is stopped waits for its review again, with a word in the audit log, and can be confirmed anew", async () => {
  const importId = await confirmed("ann@example.com");
  expect(value(await cancelImport(given.context, { importId }))).toMatchObject({
    ...{
      status: "READY",
      confirmedAt: null,
      confirmedBy: null,
      cancelRequestedAt: null,
      summary: { create: 1 },
    },
  });
  expect(await importActions(given, importId)).toEqual([
    "import.started",
    "import.confirmed",
    "import.stopped",
  ]);
  expect(await commitImport(given.context, { importId })).toMatchObject({ refusal: { code: "wrong-state" } });
  await confirm(importId);
  expect(value(await commitImport(given.context, { importId }))).toMatchObject({ status: "COMPLETED" });
});

test("two who stop it at once stop it once: one word in the audit log", async () => {
  const importId = await confirmed("two@example.com");
  const holder = await given.context.database.pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM import WHERE id = $1 FOR NO KEY UPDATE", [importId]);
  const both = Promise.all([1, 2].map(() => cancelImport(given.context, { importId })));
  const asked = "SELECT FROM import_progress WHERE import_id = $1 AND cancel_requested_at IS NOT NULL";
  while ((await run(given, asked, importId)).length === 0);
  await holder.query("COMMIT");
  holder.release();
  for (const answer of await both) expect(value(answer)).toMatchObject({ status: "READY" });
  expect((await importActions(given, importId)).filter((action) => action === "import.stopped")).toHaveLength(
    1,
  );
});

test("a second press of stop finds the review, and leaves it there", async () => {
  const importId = await confirmed("twice@example.com");
  for (const _press of [1, 2, 3])
    expect(value(await cancelImport(given.context, { importId, stop: true }))).toMatchObject({
      status: "READY",
    });
  expect(value(await cancelImport(given.context, { importId }))).toMatchObject({ status: "CANCELLED" });
  expect(await cancelImport(given.context, { importId, stop: true })).toMatchObject({ ok: false });
});

test("one that has ended is not stopped, and that is what is told", async () => {
  const importId = await confirmed("bob@example.com");
  await commitImport(given.context, { importId });
  expect(await cancelImport(given.context, { importId })).toEqual({
    ok: false,
    refusal: { code: "wrong-state", what: "import", state: "already done" },
  });
  expect(await importActions(given, importId)).not.toContain("import.stopped");
});

async function confirmed(email: string): Promise<string> {
  const source = (async function* () {
    await Promise.resolve();
    yield Buffer.from(`Email,Full Name\r\n${email},Some One\r\n`);
  })();
  const started = await receiveImport(given.context, {
    ...{ fileName: "people.csv", declaredBytes: null, options: {}, source },
  });
  const { id } = value(started);
  value(await planImport(given.context, { importId: id }));
  await confirm(id);
  return id;
}

async function confirm(importId: string): Promise<ImportRecord> {
  const [planned] = await run<{ fingerprint: string }>(
    given,
    "SELECT plan_fingerprint AS fingerprint FROM import WHERE id = $1",
    importId,
  );
  return value(await confirmImport(given.context, { importId, fingerprint: planned!.fingerprint }));
}
