/**
 * How far a long step is, written on a connection of its own so that others see it before the step's transaction ends.
 */
import type { Database } from "../client";

export interface ProgressReport {
  phase: string;
  done: number;
  /** 0 = not known */
  total: number;
  /** PostgreSQL's process that does it, where it can be stopped (stopCommit) */
  backendPid?: number;
}

/** Starts the clock anew when the phase is the first of a step (`restart`). */
export async function writeProgress(
  database: Database,
  importId: bigint,
  progress: ProgressReport,
  restart = false,
): Promise<void> {
  await database.pool.query(
    `INSERT INTO import_progress (import_id, phase, done, total, backend_pid) VALUES ($1, $2, $3, $4, $6)
     ON CONFLICT (import_id) DO UPDATE SET phase = $2, done = $3, total = $4, updated_at = now(), backend_pid = $6,
       started_at = CASE WHEN $5 THEN now() ELSE import_progress.started_at END`,
    [importId, progress.phase, progress.done, progress.total, restart, progress.backendPid ?? null],
  );
}
