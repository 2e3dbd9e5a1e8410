/**
 * Plans a staged import in one transaction: STAGED becomes READY with every row's outcome; and plans the rows of an edit
 * again inside the edit's. Nothing but the plan is written; the organisation's data is only read.
 */
import type pg from "pg";
import { bulkTransaction } from "../bulk-transaction";
import type { Database } from "../client";
import { queueImportMailSql } from "../queries/import-mail";
import { fingerprintSql, holdLastMastersSql, listRemovalsSql, summarySql } from "./plan-facts-sql";
import { nearestPlans, readConsequences, readCreates, type PlanCreates } from "./plan-facts";
import type { PlanOptions } from "./plan-options";
import { failMovesSql, keepUntakenSql } from "./plan-settle-sql";
import { planRowsSql } from "./plan-sql";
import {
  analyseTablesSql,
  findMeantSql,
  findMovesSql,
  findRepeatsSql,
  planShapeSql,
  planTablesSql,
  scopeRestSql,
  type PlanShape,
} from "./plan-tables-sql";
import { announceWorkSql } from "./work-signal";

export interface PlanSummary {
  create: number;
  update: number;
  unchanged: number;
  skip: number;
  problem: number;
}

/** What the caller is asked to make of the plan, before it is stored. */
export interface PlannedImport {
  summary: PlanSummary;
  creates: PlanCreates;
  /** a code of `stopsOn` that some row has */
  stopped: string | null;
}

/** What the caller adds: the file-level problems anew, and whether the starter is told that it failed. */
export interface PlanEnd {
  problems: unknown[];
  mailFailure: boolean;
}

export interface PlanCaller {
  readOptions: (stored: StoredForPlan) => PlanOptions | Promise<PlanOptions>;
  finish: (planned: PlannedImport, stored: StoredForPlan) => PlanEnd;
}

/** What the import's record says. */
export interface StoredForPlan {
  options: unknown;
  recognition: unknown;
  formatId: string;
  problems: unknown;
  createdById: bigint | null;
}

/**
 * False when the import is not STAGED or another process is planning it at this moment. The claim is the row lock of
 * this transaction: if the process dies, PostgreSQL rolls back and anyone may plan again.
 */
export async function planStagedImport(
  database: Database,
  importId: bigint,
  caller: PlanCaller,
): Promise<boolean> {
  return bulkTransaction(database, async (client) => {
    const claimed = await client.query<Omit<StoredForPlan, "createdById"> & { createdById: string | null }>(
      `SELECT options, recognition, format_id AS "formatId", problems, created_by_id AS "createdById" FROM import
        WHERE id = $1 AND status = 'STAGED' FOR NO KEY UPDATE SKIP LOCKED`,
      [importId],
    );
    const row = claimed.rows[0];
    if (row === undefined) return false;
    const stored = { ...row, createdById: row.createdById === null ? null : BigInt(row.createdById) };
    await writePlan(client, importId, stored, caller);
    return true;
  });
}

/** What was planned again: row numbers in order, or null when the whole import was. */
export interface ReplannedRows {
  rowNos: number[] | null;
}

/**
 * Plans the rows of the step `editId` again, and those whose verdict depends on them (same address or alias, before or after
 * the step), inside the transaction of the step: call it once the rows are written, with what they were before in
 * import_edit_row (an undo or redo: after the swap). Judged for whom the plan was judged for (Import.planAuthority), whatever
 * `readOptions` says. Brings summary, causes, creates, consequences and fingerprint up to date, and raises the revision.
 */
export async function replanRows(
  client: pg.PoolClient,
  importId: bigint,
  _editId: string | bigint,
  caller: PlanCaller,
): Promise<ReplannedRows> {
  const found = await client.query<
    Omit<StoredForPlan, "createdById"> & { createdById: string | null; planAuthority: number | null }
  >(
    `UPDATE import SET revision = revision + 1 WHERE id = $1 AND status = 'READY'
     RETURNING options, recognition, format_id AS "formatId", problems, created_by_id AS "createdById", plan_authority AS "planAuthority"`,
    [importId],
  );
  const row = found.rows[0];
  if (row === undefined) throw new Error("only a planned import can be planned again in part");
  const stored = { ...row, createdById: row.createdById === null ? null : BigInt(row.createdById) };
  const judge: PlanCaller = {
    readOptions: async (from) => {
      const options = await caller.readOptions(from);
      const actorRank = row.planAuthority ?? options.rules.actorRank;
      return { ...options, rules: { ...options.rules, actorRank } };
    },
    // Who corrects a file sees on the screen that it fails: no mail.
    finish: (planned, from) => ({ ...caller.finish(planned, from), mailFailure: false }),
  };
  await writePlan(client, importId, stored, judge);
  return { rowNos: null };
}

async function writePlan(
  client: pg.PoolClient,
  importId: bigint,
  stored: StoredForPlan,
  caller: PlanCaller,
): Promise<void> {
  const options = await caller.readOptions(stored);
  await client.query("SET LOCAL work_mem = '128MB'");
  await client.query("DELETE FROM import_plan_row WHERE import_id = $1", [importId]);
  await client.query("DELETE FROM import_removal WHERE import_id = $1", [importId]);
  // The rows have just come in by COPY; without figures PostgreSQL plans by those of an earlier import, or of none.
  await client.query("ANALYZE import_row");
  await planRows(client, importId, options);
  await client.query("ANALYZE import_plan_row");
  const summary = await readSummary(client, importId);
  const creates = await readCreates(client, importId, options);
  const consequences = await readConsequences(client, importId, options);
  const { stopped } = consequences;
  const end = caller.finish({ summary, creates, stopped }, stored);
  const fingerprint = await client.query<{ fingerprint: string }>(fingerprintSql, [importId]);
  await client.query(
    `UPDATE import SET status = 'READY', planned_at = now(), summary = $2::jsonb, creates = $3::jsonb, consequences = $4::jsonb,
            plan_fingerprint = $5, problems = $6::jsonb, plan_authority = $7 WHERE id = $1`,
    [
      importId,
      JSON.stringify(summary),
      JSON.stringify(creates),
      JSON.stringify(consequences),
      fingerprint.rows[0]?.fingerprint ?? null,
      JSON.stringify(end.problems),
      options.rules.actorRank,
    ],
  );
  if (end.mailFailure) {
    await client.query(queueImportMailSql, [importId, "import-failed"]);
    await client.query(announceWorkSql, ["mail"]);
  }
}

async function planRows(client: pg.PoolClient, importId: bigint, options: PlanOptions): Promise<void> {
  const { mode, groupMode, groups, rules, memberList } = options;
  const keys = groups.map((group) => group.key);
  const near = await nearestPlans(client, importId, options);
  const json = JSON.stringify({ ...rules, memberList, nearestPlans: near });
  const names = groups.map((group) => group.name);
  const shape = must((await client.query<PlanShape>(planShapeSql, [importId])).rows[0]);
  await client.query(planTablesSql);
  await client.query(findRepeatsSql(shape, false), [importId]);
  if (shape.links) await client.query(findMeantSql, [importId]);
  if (shape.aliases || shape.clears) await client.query(findMovesSql(shape), [importId, mode]);
  await client.query(scopeRestSql, [importId]);
  await client.query(analyseTablesSql);
  await client.query(planRowsSql, [importId, mode, groupMode, names, keys, json]);
  await client.query(holdLastMastersSql, [importId, json]);
  if (shape.aliases || shape.clears) {
    await client.query(failMovesSql, [importId, json]);
    await client.query(keepUntakenSql, [importId]);
  }
  if (options.memberList) await client.query(listRemovalsSql, [importId, keys, rules.actorRank]);
}

function must<T>(row: T | undefined): T {
  if (row === undefined) throw new Error("a query that always gives a row gave none");
  return row;
}

const summaryFields = {
  CREATE: "create",
  UPDATE: "update",
  UNCHANGED: "unchanged",
  SKIP: "skip",
  PROBLEM: "problem",
} as const satisfies Record<string, keyof PlanSummary>;

/** Counts the plan's rows by outcome. */
export async function readSummary(client: pg.PoolClient, importId: bigint): Promise<PlanSummary> {
  const summary: PlanSummary = { create: 0, update: 0, unchanged: 0, skip: 0, problem: 0 };
  const counted = await client.query<{ outcome: keyof typeof summaryFields; rows: number }>(summarySql, [
    importId,
  ]);
  for (const row of counted.rows) summary[summaryFields[row.outcome]] = row.rows;
  return summary;
}
