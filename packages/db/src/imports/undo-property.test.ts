import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import {
  fillOrganisation,
  planCaller,
  referencePlanOptions,
  stageReferenceRows,
} from "../testing/import-fixtures";
import { commitConfirmedImport } from "./commit-import";
import { commitConfirmedUndo } from "./commit-undo";
import { confirmPlan, findImport } from "./import-records";
import { file, options, organisation } from "./plan-arbitraries";
import { planStagedImport } from "./plan-import";
import type { ReferenceAccount, ReferenceOptions, ReferenceRow } from "./plan-reference";
import { previewUndoFacts, previewUndoRows, type UndoRowEntry } from "./undo-preview";
import { insertUndo } from "./undo-records";

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

/** Every second person's alias becomes the next one's. */
const handedOn = fc
  .shuffledSubarray(["ann", "bob", "cid", "dee", "eve", "fay"], { minLength: 2 })
  .map((names) =>
    names.map((name, at) => ({
      ...{
        hasError: false,
        email: `${name}@example.com`,
        fullName: "Ann Alder",
        department: null,
        groups: null,
      },
      ...{ hasPassword: false, decision: null, linkAccountId: null },
      aliases: at % 2 === 0 ? null : [`${names[at - 1] ?? ""}.alias@example.com`],
      extra: at % 2 === 0 ? { aliases: null } : {},
    })),
  );
const anyFile = fc.oneof({ weight: 3, arbitrary: file }, { weight: 1, arbitrary: handedOn });

const seed = Math.trunc(Math.random() * 2 ** 31);

// Nobody touches anything in between: the organisation is then what it was, to the letter, whatever was in the file.
test(
  `an undo puts everything back, its undo does it again (seed ${String(seed)})`,
  { timeout: 240_000 },
  async () => {
    let moved = 0;
    // Of forty random files there may be none that moves an address: forty others are taken then.
    for (let more = 0; moved === 0 && more < 10; more += 1)
      await fc.assert(
        fc.asyncProperty(organisation, anyFile, options, async (accounts, lines, chosen) => {
          const rows: ReferenceRow[] = lines.map((line, at) => ({ ...line, rowNo: at + 1, line: at + 2 }));
          await fill(accounts, chosen);
          const before = await dump();
          const importId = await carryOut(rows, chosen);
          const after = await dump();
          let last = importId;
          for (const expected of [before, after, before]) {
            const told = await tell(last);
            expect(told.filter(({ heap }) => heap === "KEPT" || heap === "GONE")).toEqual([]);
            if (expected === before) moved += await countMoved(last);
            last = await takeBack(last);
            expect(await dump()).toBe(expected);
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
      fc.asyncProperty(organisation, anyFile, options, touched, async (accounts, lines, chosen, ids) => {
        const rows: ReferenceRow[] = lines.map((line, at) => ({ ...line, rowNo: at + 1, line: at + 2 }));
        await fill(accounts, chosen);
        const importId = await carryOut(rows, chosen);
        await database.pool.query("UPDATE account SET version = version + 1 WHERE id = ANY ($1::bigint[])", [
          ids,
        ]);
        const told = await tell(importId);
        const { restored, removed, kept, gone } = await previewUndoFacts(database, asked(importId));
        const count = (heap: string): number => told.filter((row) => row.heap === heap).length;
        expect({ restored, removed, kept, gone }).toEqual({
          ...{
            restored: count("RESTORED"),
            removed: count("REMOVED"),
            kept: count("KEPT"),
            gone: count("GONE"),
          },
        });
        const undo = await takeBack(importId);
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

/** With the names that accounts and options take for granted. */
async function fill(accounts: ReferenceAccount[], { plans }: ReferenceOptions): Promise<void> {
  await fillOrganisation(database, accounts, plans);
  await database.pool.query(`INSERT INTO "group" (name, name_key) VALUES ('Drivers', 'drivers')`);
  await database.pool.query(`INSERT INTO attribute (name, name_key) VALUES ('Desk', 'desk')`);
}

const asked = (importId: bigint) => ({ importId, rowNos: null, actorId: null, actionWords: {} });

/** The preview, two rows a page. */
async function tell(importId: bigint): Promise<UndoRowEntry[]> {
  const told: UndoRowEntry[] = [];
  for (let after: number | null = null; ;) {
    const page: UndoRowEntry[] = await previewUndoRows(database, asked(importId), {
      ...{ heap: null, search: null, after, limit: 2 },
    });
    told.push(...page);
    if (page.length < 2) return told;
    after = page.at(-1)?.rowNo ?? null;
  }
}

async function countMoved(importId: bigint): Promise<number> {
  const found = await database.pool.query<{ moved: number }>(
    `SELECT count(*)::int AS moved FROM change c, jsonb_to_recordset(c.before->'addresses') AS x(key text)
       JOIN address h ON h.key = x.key WHERE c.import_id = $1 AND h.account_id <> c.account_id`,
    [importId],
  );
  return found.rows[0]?.moved ?? 0;
}

async function carryOut(rows: readonly ReferenceRow[], chosen: ReferenceOptions): Promise<bigint> {
  const planOptions = referencePlanOptions(chosen);
  const importId = await stageReferenceRows(database, rows);
  await planStagedImport(database, importId, planCaller(planOptions));
  const planned = await findImport(database, importId);
  const fingerprint = planned?.planFingerprint ?? "";
  await confirmPlan(database, importId, { fingerprint, confirmedById: null, confirmedByName: "Test" });
  const { mode, groupMode, memberList, groups } = planOptions;
  const result = await commitConfirmedImport(database, {
    importId,
    readOptions: () => ({
      ...{ mode, groupMode, memberList, groups, mail: "never", strict: false, note: chosen.note ?? null },
      ...{ noGroups: false, attributeNames: {} },
    }),
    report: () => Promise.resolve(),
    mayCommit: () => Promise.resolve(null),
  });
  expect(result.kind).toBe("committed");
  // Passwords are hashed after the commit; one that was not yet is destroyed by an undo for good.
  await database.pool.query(
    "WITH hashed AS (DELETE FROM pending_password RETURNING account_id) UPDATE account SET password_hash = 'x' WHERE id IN (SELECT account_id FROM hashed)",
  );
  return importId;
}

async function takeBack(undoesId: bigint): Promise<bigint> {
  const undo = await database.transaction((tx) =>
    insertUndo(tx, {
      ...{ undoesId, fileName: "Undo", rowNos: null, rows: 0, fingerprint: "" },
      ...{ byId: null, byName: "Test", authority: 0 },
    }),
  );
  const result = await commitConfirmedUndo(database, {
    importId: undo,
    actionWords: {},
    report: () => Promise.resolve(),
    objection: () => null,
  });
  expect(result.kind).toBe("undone");
  return undo;
}

/** Everything but versions and times of change; ids too are the same. */
async function dump(): Promise<string> {
  const texts: string[] = [];
  for (const statement of [
    "SELECT to_jsonb(a) - 'version' - 'updated_at' AS row FROM account a ORDER BY id",
    "SELECT to_jsonb(h) AS row FROM address h ORDER BY key",
    "SELECT to_jsonb(m) AS row FROM membership m ORDER BY account_id, group_id",
    `SELECT to_jsonb(g) AS row FROM "group" g ORDER BY id`,
    "SELECT to_jsonb(d) AS row FROM department d ORDER BY id",
    "SELECT to_jsonb(t) AS row FROM attribute t ORDER BY id",
  ]) {
    const found = await database.pool.query<{ row: unknown }>(statement);
    texts.push(...found.rows.map(({ row }) => JSON.stringify(row)));
  }
  return texts.join("\n");
}
