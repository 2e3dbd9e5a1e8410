/**
 * Plans a staged import in one transaction: STAGED becomes READY with every row's outcome. Nothing but the plan is
 * written; the organisation's data is only read.
 */
import type pg from "pg";
import { bulkTransaction } from "../bulk-transaction";
import type { Database } from "../client";
import { consequencesSql, createsSql, fingerprintSql, planRowsSql, summarySql } from "./plan-sql";

export interface PlanOptions {
  mode: "create" | "upsert" | "update";
  groupMode: "add" | "replace";
  mail: "file" | "always" | "never";
  /** groups every row is put into: names and importer's nameKeys, parallel */
  groups: { name: string; key: string }[];
  emailColumn: string | null;
  passwordColumn: string | null;
  protectAdministrators: boolean;
}

export interface PlanSummary {
  create: number;
  update: number;
  unchanged: number;
  skip: number;
  problem: number;
}

/**
 * False when the import is not STAGED or another process is planning it at this moment. The claim is the row lock of
 * this transaction: if the process dies, PostgreSQL rolls back and anyone may plan again.
 */
export async function planStagedImport(
  database: Database,
  importId: bigint,
  readOptions: (stored: { options: unknown; recognition: unknown; formatId: string }) => PlanOptions,
): Promise<boolean> {
  return bulkTransaction(database, async (client) => {
    const claimed = await client.query<{
      options: unknown;
      recognition: unknown;
      formatId: string;
    }>(
      `SELECT options, recognition, format_id AS "formatId" FROM import
        WHERE id = $1 AND status = 'STAGED' FOR NO KEY UPDATE SKIP LOCKED`,
      [importId],
    );
    const stored = claimed.rows[0];
    if (stored !== undefined) await writePlan(client, importId, readOptions(stored));
    return stored !== undefined;
  });
}

async function writePlan(client: pg.PoolClient, importId: bigint, options: PlanOptions): Promise<void> {
  await client.query("SET LOCAL work_mem = '128MB'");
  await client.query("DELETE FROM import_plan_row WHERE import_id = $1", [importId]);
  // The rows have just come in by COPY; without figures PostgreSQL plans by those of an earlier import, or of none.
  await client.query("ANALYZE import_row");
  const names = options.groups.map((group) => group.name);
  const keys = options.groups.map((group) => group.key);
  await client.query(planRowsSql, [
    importId,
    options.mode,
    options.groupMode,
    names,
    keys,
    options.emailColumn,
    options.passwordColumn,
    options.protectAdministrators,
  ]);
  await client.query("ANALYZE import_plan_row");
  const summary = await readSummary(client, importId);
  const creates = await readCreates(client, importId);
  const consequences = await client.query<Record<string, number>>(consequencesSql, [importId, options.mail]);
  const fingerprint = await client.query<{ fingerprint: string }>(fingerprintSql, [importId]);
  await client.query(
    `UPDATE import SET status = 'READY', planned_at = now(), summary = $2::jsonb, creates = $3::jsonb,
            consequences = $4::jsonb, plan_fingerprint = $5 WHERE id = $1`,
    [
      importId,
      JSON.stringify(summary),
      JSON.stringify(creates),
      JSON.stringify(consequences.rows[0] ?? {}),
      fingerprint.rows[0]?.fingerprint ?? null,
    ],
  );
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

async function readCreates(
  client: pg.PoolClient,
  importId: bigint,
): Promise<{ departments: { name: string; line: number }[]; groups: { name: string; line: number }[] }> {
  const wanted = await client.query<{ kind: "department" | "group"; name: string; line: number }>(
    createsSql,
    [importId],
  );
  const of = (kind: "department" | "group"): { name: string; line: number }[] =>
    wanted.rows.filter((row) => row.kind === kind).map(({ name, line }) => ({ name, line }));
  return { departments: of("department"), groups: of("group") };
}
