import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import {
  askedOf,
  carryOutRows,
  dumpOrganisation,
  fillUndoable,
  takeBackImport,
  tellUndo,
  undoableFile,
} from "../testing/undo-fixtures";
import { options, organisation } from "./plan-arbitraries";
import { previewUndoFacts } from "./undo-preview";

let given: TestDatabase;
let database: Database;

beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "undo property test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

// The same cases every time, as everywhere (importer's property-seed.ts); FUZZ_SEED=random draws others, and the title names them.
const seed = fc.readConfigureGlobal().seed ?? Math.trunc(Math.random() * 2 ** 31);

// Nobody touches anything in between: the organisation is then what it was, to the letter, whatever was in the file.
test(
  `an undo puts everything back, its undo does it again (seed ${String(seed)})`,
  { timeout: 240_000 },
  async () => {
    let moved = 0;
    // Of forty random files there may be none that moves an address: forty others are taken then.
    for (let more = 0; moved === 0 && more < 10; more += 1)
      await fc.assert(
        fc.asyncProperty(organisation, undoableFile, options, async (accounts, rows, chosen) => {
          await fillUndoable(database, accounts, chosen.plans ?? []);
          const before = await dumpOrganisation(database);
          const importId = await carryOutRows(database, rows, chosen);
          const after = await dumpOrganisation(database);
          let last = importId;
          for (const expected of [before, after, before]) {
            const told = await tellUndo(database, last);
            expect(told.filter(({ heap }) => heap === "KEPT" || heap === "GONE")).toEqual([]);
            if (expected === before) moved += await countMoved(last);
            last = await takeBackImport(database, last);
            expect(await dumpOrganisation(database)).toBe(expected);
          }
        }),
        { numRuns: 40, seed: seed + more },
      );
    expect(moved).toBeGreaterThan(0);
  },
);

// A page looks no further than it must: what it says of a row is what the whole says, whatever happened since.
test(
  `pages of a preview say what the undo then does (seed ${String(seed)})`,
  { timeout: 240_000 },
  async () => {
    const touched = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(organisation, undoableFile, options, touched, async (accounts, rows, chosen, ids) => {
        await fillUndoable(database, accounts, chosen.plans ?? []);
        const importId = await carryOutRows(database, rows, chosen);
        await database.pool.query("UPDATE account SET version = version + 1 WHERE id = ANY ($1::bigint[])", [
          ids,
        ]);
        const told = await tellUndo(database, importId);
        const { restored, removed, kept, gone } = await previewUndoFacts(database, askedOf(importId));
        const count = (heap: string): number => told.filter((row) => row.heap === heap).length;
        expect({ restored, removed, kept, gone }).toEqual({
          ...{
            restored: count("RESTORED"),
            removed: count("REMOVED"),
            kept: count("KEPT"),
            gone: count("GONE"),
          },
        });
        const undo = await takeBackImport(database, importId);
        const did = await database.pool.query(
          `SELECT row_no AS "rowNo", heap::text, reason FROM undo_row WHERE import_id = $1 ORDER BY row_no`,
          [undo],
        );
        expect(did.rows).toEqual(told.map(({ rowNo, heap, reason }) => ({ rowNo, heap, reason })));
      }),
      { numRuns: 40, seed },
    );
  },
);

async function countMoved(importId: bigint): Promise<number> {
  const found = await database.pool.query<{ moved: number }>(
    `SELECT count(*)::int AS moved FROM change c, jsonb_to_recordset(c.before->'addresses') AS x(key text)
       JOIN address h ON h.key = x.key WHERE c.import_id = $1 AND h.account_id <> c.account_id`,
    [importId],
  );
  return found.rows[0]?.moved ?? 0;
}
