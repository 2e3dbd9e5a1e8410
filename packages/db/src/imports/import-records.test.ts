import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { findImport, findImports } from "./import-records";

let given: TestDatabase;
let db: Database;
beforeAll(async () => {
  given = await testDatabase();
  db = openDatabase(given.url, { name: "test" });
});
afterAll(async () => {
  await db.close();
  await given.drop();
});

async function makeImport(): Promise<bigint> {
  const made = await db.pool.query<{ id: string }>(
    `INSERT INTO import (created_by_name, file_name, options) VALUES ('x', 'x.csv', '{}') RETURNING id`,
  );
  return BigInt(made.rows[0]!.id);
}

const states = ["QUEUED", "RETRYING", "SENT", "FAILED", "UNKNOWN", "CANCELLED"] as const;

// They are kept by a trigger and not counted: whatever happens to mails, the numbers must be those of a count.
test("mails of an import to its people are told as a count would tell them, whatever state they came from", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...states), { minLength: 1, maxLength: 40 }),
      fc.array(
        fc.record({
          state: fc.constantFrom(...states),
          from: fc.constantFrom(...states),
          share: fc.integer({ min: 1, max: 3 }),
        }),
        { maxLength: 6 },
      ),
      async (made, moves) => {
        const importId = await makeImport();
        await db.pool.query(
          `INSERT INTO message (kind, import_id, to_address, to_name, state)
           SELECT 'welcome', $1::bigint, 'a@x.example', 'A', s::"MessageState" FROM unnest($2::text[]) s
           UNION ALL SELECT 'welcome', NULL, 'b@x.example', 'B', 'SENT'
           UNION ALL SELECT 'import-finished', $1, 'c@x.example', 'C', 'SENT'`,
          [importId, made],
        );
        for (const { state, from, share } of moves) {
          await db.pool.query(
            `UPDATE message SET state = $2::"MessageState" WHERE import_id = $1 AND state = $3::"MessageState" AND id % 3 < $4`,
            [importId, state, from, share],
          );
        }
        const counted = await db.pool.query<{ sent: number; failed: number }>(
          `SELECT count(*) FILTER (WHERE state = 'SENT')::int AS sent, count(*) FILTER (WHERE state IN ('FAILED', 'UNKNOWN'))::int AS failed
             FROM message WHERE import_id = $1 AND kind = 'welcome'`,
          [importId],
        );
        const stored = await findImport(db, importId);
        expect({ sent: stored?.mailsSent, failed: stored?.mailsFailed }).toEqual(counted.rows[0]);
        expect((await findImports(db, null, 1))[0]?.mailsSent).toBe(counted.rows[0]!.sent);
      },
    ),
    { numRuns: 40 },
  );
});

test("passwords that wait are counted while they are few, and told by the progress while they are many", async () => {
  const importId = await makeImport();
  await db.pool.query(
    `WITH made AS (INSERT INTO account (full_name) SELECT 'P' FROM generate_series(1, 2500) RETURNING id)
     INSERT INTO pending_password (account_id, import_id, row_no, sealed) SELECT id, $1, 1, '' FROM made`,
    [importId],
  );
  const pending = async (): Promise<number | undefined> => (await findImport(db, importId))?.passwordsPending;
  expect(await pending()).toBe(2_500);
  await db.pool.query(
    `INSERT INTO import_progress (import_id, phase, done, total) VALUES ($1, 'passwords', 100, 2600)`,
    [importId],
  );
  expect(await pending()).toBe(2_500);
  // What somebody chose themselves is noted by nobody; the last ones are counted.
  await db.pool.query(
    `DELETE FROM pending_password WHERE account_id IN (SELECT account_id FROM pending_password LIMIT 2000)`,
  );
  expect(await pending()).toBe(500);
});
