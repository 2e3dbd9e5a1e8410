/**
 * Plans a staged import in one transaction: STAGED becomes READY with every row's outcome. Nothing but the plan is written; the
 * organisation's data is only read.
 */
import type pg from "pg";
import { bulkTransaction } from "../bulk-transaction";
import type { Database } from "../client";
import { summarySql } from "./plan-facts-sql";
import { withOptions, type PlanCaller, type PlanSummary, type StoredForPlan } from "./plan-store";
import { writePlan } from "./plan-whole";

export { replanRows, type ReplannedRows } from "./plan-again";
export type { PlanCaller, PlanEnd, PlannedImport, PlanSummary, StoredForPlan } from "./plan-store";

interface Claimed extends Omit<StoredForPlan, "createdById"> {
  createdById: string | null;
  reopenedFor: number | null;
}

/**
 * Judged for the weaker of the caller's role and that of whoever asked for the import to be planned anew: they may plan one after
 * the other, a worker in the name of whoever started it, and what the weaker corrected before is not theirs to give.
 * False when the import is not STAGED or another process is planning it at this moment. The claim is the row lock of
 * this transaction: if the process dies, PostgreSQL rolls back and anyone may plan again.
 */
export async function planStagedImport(
  database: Database,
  importId: bigint,
  caller: PlanCaller,
): Promise<boolean> {
  return bulkTransaction(database, async (client) => {
    const claimed = await client.query<Claimed>(
      `SELECT options, recognition, format_id AS "formatId", problems, created_by_id AS "createdById",
              plan_authority AS "reopenedFor" FROM import
        WHERE id = $1 AND status = 'STAGED' FOR NO KEY UPDATE SKIP LOCKED`,
      [importId],
    );
    const row = claimed.rows[0];
    if (row === undefined) return false;
    const { reopenedFor, ...rest } = row;
    const stored = { ...rest, createdById: row.createdById === null ? null : BigInt(row.createdById) };
    await writePlan(client, importId, stored, judgedForWeaker(caller, reopenedFor));
    return true;
  });
}

/** By `account_rank`, where a higher number is a weaker role. */
function judgedForWeaker(caller: PlanCaller, reopenedFor: number | null): PlanCaller {
  if (reopenedFor === null) return caller;
  return withOptions(caller, ({ rules, ...options }) => ({
    ...options,
    rules: { ...rules, actorRank: Math.max(rules.actorRank, reopenedFor) },
  }));
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
