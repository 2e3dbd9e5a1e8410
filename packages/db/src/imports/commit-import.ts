/**
 * Commits a confirmed import in one transaction: everything the plan announced, or nothing. The claim is the row lock of
 * that transaction, so a worker that dies leaves no trace and the next one takes the import at once.
 */
import type pg from "pg";
import { bulkTransaction } from "../bulk-transaction";
import type { Database } from "../client";
import { appendAuditSql, auditValues } from "../queries/audit";
import {
  addMembershipsSql,
  completeImportSql,
  createAccountsSql,
  createAddressesSql,
  createDepartmentsSql,
  createGroupsSql,
  createMembershipsSql,
  holdDriftedCreatesSql,
  holdDriftedUpdatesSql,
  keepBeforeImagesSql,
  keepPendingPasswordsSql,
  queueWelcomeMailsSql,
  removeMembershipsSql,
  updateAccountsSql,
} from "./commit-sql";
import { readSummary, type PlanOptions, type PlanSummary } from "./plan-import";
import { announceWorkSql } from "./work-signal";
import type { ProgressReport } from "./progress";

/** Rows a statement of the creating phases takes at once: small enough to show progress, large enough to be set-based. */
const chunkRows = 20_000;

export type CommitOptions = Pick<PlanOptions, "groupMode" | "mail" | "groups"> & {
  strict: boolean;
  note: string | null;
};

export interface CommitRequest {
  importId: bigint;
  readOptions: (stored: { options: unknown }) => CommitOptions;
  /** told between statements; called on the caller's side, outside the transaction */
  report: (progress: ProgressReport) => Promise<void>;
  /** the caller may refuse with the lock held (the importer lost the role); a text fails the import */
  mayCommit: (confirmedById: bigint | null) => Promise<string | null>;
}

export type CommitResult =
  | { kind: "committed"; summary: PlanSummary; mails: number }
  /** the import is failed and nothing was changed */
  | { kind: "failed"; reason: string }
  /** not COMMITTING, or another process holds it */
  | { kind: "not-claimed" };

interface Claimed {
  options: unknown;
  confirmedById: string | null;
  confirmedByName: string | null;
  createdByName: string;
  fileName: string;
  rows: number;
}

/**
 * Throws what PostgreSQL throws (40P01, 40001 and lost connections may be tried again: nothing was changed).
 */
export async function commitConfirmedImport(
  database: Database,
  request: CommitRequest,
): Promise<CommitResult> {
  return bulkTransaction(database, async (client) => {
    const claimed = await claim(client, request.importId);
    return claimed === null ? { kind: "not-claimed" } : commitClaimed(client, request, claimed);
  });
}

async function claim(client: pg.PoolClient, importId: bigint): Promise<Claimed | null> {
  const rows = await client.query<Claimed>(
    `SELECT options, confirmed_by_id AS "confirmedById", confirmed_by_name AS "confirmedByName",
            created_by_name AS "createdByName", file_name AS "fileName", rows
       FROM import WHERE id = $1 AND status = 'COMMITTING' FOR NO KEY UPDATE SKIP LOCKED`,
    [importId],
  );
  return rows.rows[0] ?? null;
}

async function commitClaimed(
  client: pg.PoolClient,
  request: CommitRequest,
  claimed: Claimed,
): Promise<CommitResult> {
  const { importId } = request;
  const options = request.readOptions({ options: claimed.options });
  const confirmedById = claimed.confirmedById === null ? null : BigInt(claimed.confirmedById);
  const objection = await request.mayCommit(confirmedById);
  if (objection !== null) return fail(client, importId, objection);

  // Writers of addresses wait until the end; readers do not. Two imports follow each other and cannot deadlock here.
  await client.query("LOCK TABLE address IN SHARE ROW EXCLUSIVE MODE");
  const drifted =
    ((await client.query(holdDriftedUpdatesSql, [importId])).rowCount ?? 0) +
    ((await client.query(holdDriftedCreatesSql, [importId])).rowCount ?? 0);
  if (drifted > 0 && options.strict) {
    return fail(
      client,
      importId,
      `${drifted} accounts changed since the preview, and this import is strict. Preview it again.`,
    );
  }
  await createRows(client, request, options, claimed.rows);
  await updateRows(client, request, options);
  await request.report({ phase: "mail", done: 0, total: 0 });
  const invitedBy = claimed.confirmedByName ?? claimed.createdByName;
  const mails = (await client.query(queueWelcomeMailsSql, [importId, options.mail, invitedBy])).rowCount ?? 0;
  const summary = await readSummary(client, importId);
  await client.query(completeImportSql, [importId, JSON.stringify(summary), mails]);
  await client.query(announceWorkSql, ["mail"]);
  await client.query(announceWorkSql, ["passwords"]);
  await client.query(
    appendAuditSql,
    auditValues({
      actorId: confirmedById,
      actorName: invitedBy,
      action: "import.committed",
      subjectType: "import",
      subjectId: String(importId),
      subjectName: claimed.fileName,
      importId,
      data: { ...summary, mails, drifted },
      ip: null,
    }),
  );
  return { kind: "committed", summary, mails };
}

async function createRows(
  client: pg.PoolClient,
  request: CommitRequest,
  options: CommitOptions,
  rows: number,
): Promise<void> {
  const { importId, report } = request;
  await report({ phase: "groups", done: 0, total: 0 });
  await client.query(createDepartmentsSql, [importId]);
  await client.query(createGroupsSql, [importId]);
  const groupKeys = options.groups.map((group) => group.key);
  for (let from = 0; from < rows; from += chunkRows) {
    await report({ phase: "accounts", done: from, total: rows });
    const range = [importId, from, from + chunkRows];
    const created = await client.query(createAccountsSql, range);
    if (created.rowCount === 0) continue;
    await client.query(createAddressesSql, [...range, options.note]);
    await client.query(createMembershipsSql, [...range, groupKeys]);
    await client.query(keepPendingPasswordsSql, range);
  }
}

async function updateRows(
  client: pg.PoolClient,
  request: CommitRequest,
  options: CommitOptions,
): Promise<void> {
  const { importId, report } = request;
  await report({ phase: "updates", done: 0, total: 0 });
  const changed = await client.query(keepBeforeImagesSql, [importId]);
  if (changed.rowCount === 0) return;
  const groupKeys = options.groups.map((group) => group.key);
  await client.query(updateAccountsSql, [importId]);
  await client.query(addMembershipsSql, [importId, groupKeys]);
  if (options.groupMode === "replace") await client.query(removeMembershipsSql, [importId, groupKeys]);
}

async function fail(client: pg.PoolClient, importId: bigint, reason: string): Promise<CommitResult> {
  await client.query(
    `UPDATE import SET status = 'FAILED', failure = $2, ended_at = clock_timestamp(), sealed_key = NULL WHERE id = $1`,
    [importId, reason],
  );
  return { kind: "failed", reason };
}
