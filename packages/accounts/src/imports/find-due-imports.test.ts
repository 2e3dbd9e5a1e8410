import { afterAll, beforeAll, expect, test } from "vitest";
import { play, run } from "../testing/cast";
import { pastImport } from "../testing/past-import";
import { openTestContext, type TestContext } from "../testing/test-context";
import { failStaleUploads } from "./find-due-imports";

let given: TestContext;
beforeAll(async () => {
  given = await openTestContext();
});
afterAll(() => given.close());

test("who started an upload whose process died is mailed, once; what has just begun, or has arrived, is left alone", async () => {
  const admin = await play(given, "MASTER");
  const began = async (status: string, age: string): Promise<string> => {
    const id = await pastImport(given, { createdBy: admin });
    await run(
      given,
      `UPDATE import SET status = $2::"ImportStatus", ended_at = NULL, created_at = now() - $3::interval WHERE id = $1`,
      id,
      status,
      age,
    );
    return id;
  };
  const dead = await began("UPLOADING", "5 minutes");
  await began("UPLOADING", "1 second");
  await began("STAGED", "5 minutes");
  expect(await failStaleUploads(given.context)).toMatchObject({ ok: true, value: { failed: 1 } });
  expect(await failStaleUploads(given.context)).toMatchObject({ ok: true, value: { failed: 0 } });
  const failed = await run<{ id: bigint }>(given, "SELECT id FROM import WHERE status = 'FAILED'");
  expect(failed.map(({ id }) => String(id))).toEqual([dead]);
  const mails = await run(given, "SELECT kind, to_address FROM message");
  expect(mails).toEqual([{ kind: "import-failed", to_address: admin.email }]);
});
