import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bulkTransaction } from "../bulk-transaction";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { stageReferenceRows } from "../testing/import-fixtures";
import {
  countMarksSql,
  countScopeMarksSql,
  eachMark,
  firstRowsSql,
  hasMarkSql,
  markedRowAtSql,
  markedRowsSql,
  markRowsSql,
  unmarkSql,
} from "./mark-rows-sql";

let db: TestDatabase;
let database: Database;
beforeAll(async () => {
  db = await testDatabase();
  database = openDatabase(db.url, { name: "mark-rows-test", connections: 2 });
});
afterAll(async () => {
  await database.close();
  await db.drop();
});

const causes = ["email.invalid|email|", "password.no-way-in|password|", "consequence|sessionsEnded|"];
/** So that sets lie in one block, at the edges of blocks, and far apart. */
const rowNo = fc.oneof(
  fc.integer({ min: 1, max: 600 }),
  fc.constantFrom(255, 256, 257, 511, 512),
  fc.integer({ min: 1, max: 1_000_000 }),
);
const rows = fc.uniqueArray(rowNo, { maxLength: 60 });
const step = fc.oneof(
  fc.record({ kind: fc.constant("mark" as const), cause: fc.constantFrom(...causes), rows }),
  fc.record({ kind: fc.constant("unmark" as const), rows }),
);

test("marks are what they would be row by row, whatever comes and goes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), rowNo, async (steps, from) => {
      const importId = await stageReferenceRows(database, []);
      await bulkTransaction(database, async (client) => {
        const marks = new Map(causes.map((cause) => [cause, new Set<number>()]));
        for (const one of steps) {
          if (one.kind === "mark") {
            await client.query(markRowsSql("SELECT $2::text, unnest($3::int[])"), [
              importId,
              one.cause,
              one.rows,
            ]);
            for (const row of one.rows) marks.get(one.cause)?.add(row);
          } else await expectUnmarked(client, importId, marks, one.rows);
          await expectRead(client, importId, marks, from);
        }
      });
    }),
    { numRuns: 60 },
  );
});

async function expectUnmarked(
  client: pg.PoolClient,
  importId: bigint,
  marks: Map<string, Set<number>>,
  scope: readonly number[],
): Promise<void> {
  await client.query("DROP TABLE IF EXISTS plan_scope");
  await client.query("CREATE TEMP TABLE plan_scope AS SELECT unnest($1::int[]) AS row_no", [scope]);
  const meant = causes
    .map((cause) => ({ cause, rows: scope.filter((row) => marks.get(cause)?.delete(row)).length }))
    .filter((count) => count.rows > 0);
  const byCause = (found: pg.QueryResult): unknown[] =>
    (found.rows as { cause: string }[]).sort((a, b) => causes.indexOf(a.cause) - causes.indexOf(b.cause));
  expect(byCause(await client.query(countScopeMarksSql, [importId]))).toEqual(meant);
  expect(byCause(await client.query(unmarkSql, [importId]))).toEqual(meant);
}

async function expectRead(
  client: pg.PoolClient,
  importId: bigint,
  marks: Map<string, Set<number>>,
  from: number,
): Promise<void> {
  const counts = new Map(
    (
      await client.query<{ cause: string; rows: number; firstRow: number }>(countMarksSql, [importId])
    ).rows.map((count) => [count.cause, count]),
  );
  const each = await client.query<{ cause: string; row_no: number }>(
    `SELECT cause, row_no FROM ${eachMark} k WHERE import_id = $1`,
    [importId],
  );
  const firsts = (await client.query<{ cause: string; firstRow: number }>(firstRowsSql, [importId, causes]))
    .rows;
  for (const [cause, set] of marks) {
    const sorted = [...set].sort((a, b) => a - b);
    const [first] = sorted;
    expect(counts.get(cause)).toEqual(
      first === undefined ? undefined : { cause, rows: sorted.length, firstRow: first },
    );
    expect(firsts.find((one) => one.cause === cause)?.firstRow).toBe(first);
    const own = each.rows.filter((one) => one.cause === cause).map((one) => one.row_no);
    expect(own.sort((a, b) => a - b)).toEqual(sorted);
    for (const backwards of [false, true]) {
      const past = backwards
        ? sorted.filter((row) => row < from).reverse()
        : sorted.filter((row) => row > from);
      const asked = { importId: "$1", cause: "$2", from: "$3::int", limit: "$4::int", backwards };
      const found = await client.query<{ row_no: number }>(markedRowsSql(asked), [importId, cause, from, 7]);
      expect(found.rows.map((row) => row.row_no)).toEqual(past.slice(0, 7));
    }
    const has = `SELECT ${hasMarkSql("$1::bigint", "$2::int", "$3::text[]")} AS has`;
    expect((await client.query(has, [importId, from, [cause]])).rows).toEqual([{ has: set.has(from) }]);
    const place = Math.floor(sorted.length / 2);
    const at = await client.query(markedRowAtSql("$1", "$2", "$3::int"), [importId, cause, place]);
    if (sorted.length > 0) expect(at.rows).toEqual([{ rowNo: sorted[place] }]);
  }
}
