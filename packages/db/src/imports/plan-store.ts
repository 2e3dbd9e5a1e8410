/** Writes what a plan says as a whole into the import's record, and reads back what an edit builds on. */
import type pg from "pg";
import { queueImportMailSql } from "../queries/import-mail";
import type { NamesSeen } from "./names-seen";
import { type PlanCreates } from "./plan-names";
import { type PlanCause } from "./plan-causes";
import { hex, type PlanConsequences, type RowFacts } from "./plan-facts";
import type { PlanOptions } from "./plan-options";
import type { PlanShape } from "./plan-tables-sql";
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

/** The same caller, with other options. */
export function withOptions(caller: PlanCaller, change: (options: PlanOptions) => PlanOptions): PlanCaller {
  return { ...caller, readOptions: async (stored) => change(await caller.readOptions(stored)) };
}

/** What the import's record says. */
export interface StoredForPlan {
  options: unknown;
  recognition: unknown;
  formatId: string;
  problems: unknown;
  createdById: bigint | null;
}

/** What an edit must know of the plan that it changes; kept with `creates`, shown to nobody. */
export interface PlanState {
  shape: PlanShape;
  /** aliases that move within the file: such a plan is made anew as a whole */
  moves: number;
  /** RowFacts.figure of all rows */
  figure: string;
  mail: PlanOptions["mail"];
  /** departments, groups and attributes as the plan saw them */
  names: NamesSeen;
  /** rows whose account will be under another policy, without the accounts outside the file */
  policyRows: number;
}

export interface WholePlan {
  facts: RowFacts;
  creates: PlanCreates;
  consequences: PlanConsequences;
  causes: PlanCause[];
  state: PlanState;
  /** the removals' part of the fingerprint */
  removed: string;
}

/** Sets the import READY. */
export async function storePlan(
  client: pg.PoolClient,
  importId: bigint,
  plan: WholePlan,
  { stored, caller, options }: { stored: StoredForPlan; caller: PlanCaller; options: PlanOptions },
): Promise<void> {
  const { facts, creates, consequences, causes, state, removed } = plan;
  const summary = toSummary(facts);
  const end = caller.finish({ summary, creates, stopped: consequences.stopped }, stored);
  await client.query(
    // A row may become another account without another outcome: the revision, raised by every edit, tells these apart.
    `UPDATE import SET status = 'READY', planned_at = clock_timestamp(), summary = $2::jsonb, creates = $3::jsonb, consequences = $4::jsonb,
            causes = $5::jsonb, plan_fingerprint = $6 || CASE WHEN revision > 0 THEN '-r' || revision ELSE '' END,
            problems = $7::jsonb, plan_authority = $8 WHERE id = $1`,
    [
      importId,
      JSON.stringify(summary),
      JSON.stringify({ ...creates, state }),
      JSON.stringify(consequences),
      JSON.stringify(causes),
      `${String(facts.rows)}-${hex(state.figure)}${removed}`,
      JSON.stringify(end.problems),
      options.rules.actorRank,
    ],
  );
  if (end.mailFailure) {
    await client.query(queueImportMailSql, [importId, "import-failed"]);
    await client.query(announceWorkSql, ["mail"]);
  }
}

export function toSummary({ create, update, unchanged, skip, problem }: RowFacts): PlanSummary {
  return { create, update, unchanged, skip, problem };
}
