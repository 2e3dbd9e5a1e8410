import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bulkTransaction } from "../bulk-transaction";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import {
  fillOrganisation,
  planCaller,
  referencePlanOptions,
  stageReferenceRows,
} from "../testing/import-fixtures";
import { eachMark } from "./mark-rows-sql";
import { planStagedImport, replanRows } from "./plan-import";
import { writePlan } from "./plan-whole";
import { file, options, organisation, row } from "./plan-arbitraries";
import type { PlanOptions } from "./plan-options";
import type { ReferenceRow } from "./plan-reference";

let given: TestDatabase;
let database: Database;

beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "plan again test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

/** Every edit changes some rows to others; most leave the address, as people do who correct a name. */
const edits = fc.array(
  fc.array(fc.record({ place: fc.nat(), to: row, keepsAddress: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 3 },
);
const near = (text: string, names: readonly string[]): string | null =>
  names.find((name) => name !== text && name.toLowerCase().startsWith(text.slice(0, 1).toLowerCase())) ??
  null;

// What an edit leaves must be what whoever plans the file anew would see; else people confirm what does not happen.
test("after any edit the plan is the one that a whole plan would make", { timeout: 240_000 }, async () => {
  let few = 0;
  await fc.assert(
    fc.asyncProperty(organisation, file, options, edits, async (accounts, lines, chosen, steps) => {
      fc.pre(lines.length > 0);
      let rows: ReferenceRow[] = lines.map((line, index) => ({ ...line, rowNo: index + 1, line: index + 2 }));
      await fillOrganisation(database, accounts, chosen.plans);
      const importId = await stageReferenceRows(database, rows);
      const planOptions: PlanOptions = {
        ...referencePlanOptions(chosen),
        nearest: near,
        stopsOn: ["email.taken", "phone.too-long"],
      };
      await planStagedImport(database, importId, planCaller(planOptions));
      for (const step of steps) {
        rows = rows.map((old, index) => {
          const edit = step.find(({ place }) => place % rows.length === index);
          if (edit === undefined) return old;
          const { rowNo, line, email } = old;
          return { ...edit.to, rowNo, line, ...(edit.keepsAddress && email !== null ? { email } : {}) };
        });
        const { rowNos } = await editTo(importId, rows, planOptions);
        if (rowNos !== null) few += 1;
        expect(await readPlan(database.pool, importId)).toEqual(await planAnew(importId, planOptions));
      }
    }),
    { numRuns: 30 },
  );
  // Else the test would prove nothing.
  expect(few).toBeGreaterThan(10);
});

/** Writes the rows as an edit does, with what they were, and plans them again. */
async function editTo(
  importId: bigint,
  rows: readonly ReferenceRow[],
  planOptions: PlanOptions,
): Promise<{ rowNos: number[] | null }> {
  const other = await stageReferenceRows(database, rows);
  return bulkTransaction(database, async (client) => {
    const edit = await client.query<{ id: string }>(
      `INSERT INTO import_edit (import_id, step, by_name) VALUES ($1, '{}', 'Test') RETURNING id::text`,
      [importId],
    );
    const editId = edit.rows[0]?.id ?? "";
    await client.query(
      `INSERT INTO import_edit_row SELECT $3, r.row_no, to_jsonb(r) FROM import_row r JOIN import_row n USING (row_no)
        WHERE r.import_id = $1 AND n.import_id = $2 AND to_jsonb(r) - 'import_id' <> to_jsonb(n) - 'import_id'`,
      [importId, other, editId],
    );
    await client.query("DELETE FROM import_row WHERE import_id = $1", [importId]);
    await client.query("UPDATE import_row SET import_id = $1 WHERE import_id = $2", [importId, other]);
    return replanRows(client, importId, editId, planCaller(planOptions));
  });
}

/** What a whole plan would say; nothing of it stays, so that the next edit builds on what edits made. */
async function planAnew(importId: bigint, planOptions: PlanOptions): Promise<unknown> {
  const client = await database.pool.connect();
  try {
    await client.query("BEGIN");
    const stored = {
      options: {},
      recognition: {},
      formatId: "hosted-users",
      problems: [],
      createdById: null,
    };
    await writePlan(client, importId, stored, planCaller(planOptions));
    return await readPlan(client, importId);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

async function readPlan(pool: Pick<pg.ClientBase, "query">, importId: bigint): Promise<unknown> {
  const rows = await pool.query(
    `SELECT row_no, outcome, reason, CASE WHEN outcome <> 'CREATE' THEN account_id END AS account_id, account_version, changes, problems
       FROM import_plan_row WHERE import_id = $1 ORDER BY row_no`,
    [importId],
  );
  const marks = await pool.query(
    `SELECT cause, row_no FROM ${eachMark} k WHERE import_id = $1 ORDER BY 1, 2`,
    [importId],
  );
  const removals = await pool.query(
    "SELECT account_id, group_id FROM import_removal WHERE import_id = $1 ORDER BY 1, 2",
    [importId],
  );
  const record = await pool.query<Record<string, Record<string, unknown>>>(
    `SELECT summary, creates - 'state' AS creates, consequences, causes, plan_fingerprint, status, plan_authority FROM import WHERE id = $1`,
    [importId],
  );
  return { rows: rows.rows, marks: marks.rows, removals: removals.rows, record: record.rows[0] };
}
