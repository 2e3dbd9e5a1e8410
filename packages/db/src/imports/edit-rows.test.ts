// A step about all rows that a search finds must find them by the review's index as it does by looking through the whole import.
import { afterAll, beforeAll, expect, test } from "vitest";
import { bulkTransaction } from "../bulk-transaction";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { findReviewIndexWork, makeReviewSegment } from "./build-review-index";
import { readEditable, type EditScope } from "./edit-rows";
import { insertImport, nextImportId } from "./import-records";
import { findSearchBlocks, refreshReviewIndex } from "./review-index";

let given: TestDatabase;
let db: Database;
let importId: bigint;

/** 50 blocks, of which a rare word is in few. */
const rowCount = 3_200;

beforeAll(async () => {
  given = await testDatabase();
  db = openDatabase(given.url, { name: "edit rows test" });
  importId = await nextImportId(db);
  await insertImport(db, importId, {
    ...{ createdById: null, createdByName: "Test", fileName: "t.csv", fileBytes: null },
    ...{ options: {}, sealedKey: new Uint8Array(1) },
  });
  await db.pool.query(
    `INSERT INTO import_row (import_id, row_no, line, cells, has_error, email_key)
     SELECT $1, n, n + 1, ARRAY['p' || n || '@x.example', CASE WHEN n % 1000 = 7 THEN 'Rare 50%_\\ Bird' ELSE 'Common' END], false, 'p' || n || '@x.example'
       FROM generate_series(1, $2::int) n`,
    [importId, rowCount],
  );
  await db.pool.query(
    `INSERT INTO import_plan_row (import_id, row_no, outcome) SELECT $1, n, (CASE WHEN n % 2 = 0 THEN 'SKIP' ELSE 'CREATE' END)::"Outcome" FROM generate_series(1, $2::int) n`,
    [importId, rowCount],
  );
  // As many as have an index, though only a few of them are there.
  await db.pool.query(
    `UPDATE import SET status = 'READY', planned_at = now() - interval '1 minute', rows = 20001 WHERE id = $1`,
    [importId],
  );
});
afterAll(async () => {
  await db.close();
  await given.drop();
});

const scope: EditScope = { rowNos: null, outcomes: [], search: null, cause: null };
const searches = ["rare", "RARE 50%_\\ b", "common", "p1007@x", "a", "no such thing", "edited"];

function found(asked: Partial<EditScope>): Promise<number[]> {
  return bulkTransaction(db, async (client) => {
    const rowNos: number[] = [];
    for await (const chunk of readEditable(client, importId, { ...scope, ...asked }))
      rowNos.push(...chunk.map(({ rowNo }) => rowNo));
    return rowNos;
  });
}

test("by the index as without it, edited rows included", async () => {
  const asked = searches.flatMap((search) => [{ search }, { search, outcomes: ["SKIP" as const] }]);
  const without = await Promise.all(asked.map(found));
  for (;;) {
    const work = await findReviewIndexWork(db, 1);
    if (work === null || !(await makeReviewSegment(db, work))) break;
  }
  expect(await Promise.all(asked.map(found))).toEqual(without);
  const blocks = (search: string) =>
    bulkTransaction(db, (client) => findSearchBlocks(client, importId, search));
  // Else the comparison would prove nothing.
  expect(await blocks("rare")).toHaveLength(4);
  expect(await blocks("common")).toBeNull();
  await bulkTransaction(db, async (client) => {
    await client.query("UPDATE import_row SET cells[2] = 'Edited' WHERE import_id = $1 AND row_no = 2222", [
      importId,
    ]);
    await refreshReviewIndex(client, importId, { rowNos: [2222] });
  });
  expect(await found({ search: "edited" })).toEqual([2222]);
  expect(await blocks("edited")).toContain(2222 >> 6);
});
