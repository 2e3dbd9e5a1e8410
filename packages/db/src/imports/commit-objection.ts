/**
 * Giving a commit back to the review: something it was confirmed on is not so any more, and only a person can say what to do then.
 * What the commit marked until there is rolled back to its savepoint, so that the plan is the one that was seen; status and reason
 * are written by the same transaction, under the import's row lock. A process that dies in between leaves it COMMITTING, and the next
 * one meets the same. What is objected to it must not know.
 */
import type pg from "pg";
import { appendAuditSql, auditValues } from "../queries/audit";
import { queueImportMailSql } from "../queries/import-mail";
import { closeToStops } from "./commit-stop";
import { announceWorkSql } from "./work-signal";

/** Call once the import is claimed, before anything is held or written. */
export async function beginObjectable(client: pg.ClientBase): Promise<void> {
  await client.query("SAVEPOINT unmarked");
}

/** Call when nothing is objected to any more: the work itself is not to run inside a subtransaction. */
export async function endObjectable(client: pg.ClientBase): Promise<void> {
  await client.query("RELEASE SAVEPOINT unmarked");
}

/** Whose press it was, for the audit log. */
interface Objected {
  importId: bigint;
  fileName: string;
  actorId: bigint | null;
  actorName: string;
  /** in plain words: what is otherwise, that nothing was changed, and what to do */
  objection: string;
}

/**
 * COMMITTING → READY, as it was before it was confirmed, with the objection on its record: it cannot be confirmed before it was planned
 * again (reopenPlan), and does not go by itself then. Throws CommitStopped.
 */
export async function giveBackObjected(client: pg.PoolClient, objected: Objected): Promise<void> {
  const { importId, objection } = objected;
  await client.query("ROLLBACK TO SAVEPOINT unmarked");
  await closeToStops(client, importId);
  await client.query(
    `UPDATE import SET status = 'READY', objection = $2, options = options || '{"hold": true}',
            confirmed_at = NULL, confirmed_by_id = NULL, confirmed_by_name = NULL WHERE id = $1`,
    [importId, objection],
  );
  await client.query("UPDATE import_progress SET backend_pid = NULL WHERE import_id = $1", [importId]);
  await client.query(queueImportMailSql, [importId, "import-failed"]);
  await client.query(announceWorkSql, ["mail"]);
  await client.query(
    appendAuditSql,
    auditValues({
      actorId: objected.actorId,
      actorName: objected.actorName,
      action: "import.returned",
      subjectType: "import",
      subjectId: String(importId),
      subjectName: objected.fileName,
      importId,
      data: { objection },
      ip: null,
    }),
  );
}
