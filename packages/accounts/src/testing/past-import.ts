/** Imports that were, written straight into the database: for tests of what comes after a file. */
import { run } from "./cast";
import type { TestContext } from "./test-context";

export interface PastImport {
  status?: string;
  createdBy?: { id: string; name: string } | null;
  options?: Record<string, unknown>;
  failure?: string | null;
  problems?: unknown[];
  summary?: Record<string, number> | null;
  fileName?: string;
}

/** Gives the id. */
export async function pastImport(given: TestContext, past: PastImport = {}): Promise<string> {
  const [row] = await run<{ id: string }>(
    given,
    `INSERT INTO import (status, created_by_id, created_by_name, file_name, options, failure, problems, summary, ended_at)
     VALUES ($1::"ImportStatus", $2, $3, $4, $5::jsonb, $6, $7::jsonb, $8::jsonb, now()) RETURNING id`,
    past.status ?? "COMPLETED",
    past.createdBy?.id ?? null,
    past.createdBy?.name ?? "Test",
    past.fileName ?? "people.csv",
    JSON.stringify(past.options ?? {}),
    past.failure ?? null,
    JSON.stringify(past.problems ?? []),
    past.summary === undefined || past.summary === null ? null : JSON.stringify(past.summary),
  );
  return row!.id;
}

/** So many people as that import would have made them, without passwords: `NAME1@HOST`, … */
export async function importedPeople(
  given: TestContext,
  importId: string,
  count: number,
  host: string,
): Promise<string[]> {
  const rows = await run<{ id: string }>(
    given,
    `WITH made AS (
       INSERT INTO account (source, full_name, created_import_id)
       SELECT 'IMPORTED', 'Person ' || n, $1 FROM generate_series(1, $2::int) AS n RETURNING id
     ), reached AS (
       INSERT INTO address (key, email, account_id) SELECT 'p' || id || '@' || $3, 'P' || id || '@' || $3, id FROM made
     ) SELECT id FROM made ORDER BY id`,
    importId,
    count,
    host,
  );
  return rows.map((row) => row.id);
}
