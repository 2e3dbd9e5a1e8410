/**
 * Commits a confirmed import in one transaction: everything the plan announced, or nothing. The claim is the row lock of
 * that transaction, so a worker that dies leaves no trace and the next one takes the import at once.
 */
import type pg from "pg";
import { bulkTransaction } from "../bulk-transaction";
import type { Database } from "../client";
import { appendAuditSql, auditValues } from "../queries/audit";
import { queueImportMailSql } from "../queries/import-mail";
import {
  createAccountsSql,
  createAddressesSql,
  createAliasesSql,
  createFullAccountsSql,
  createMembershipsSql,
  keepPendingPasswordsSql,
} from "./commit-create-sql";
import {
  completeImportSql,
  createAttributesSql,
  createDepartmentsSql,
  createGroupsSql,
  holdDriftedAliasesSql,
  holdDriftedCreatesSql,
  holdDriftedUpdatesSql,
  holdServicePlansSql,
  losesLastMasterSql,
  queueWelcomeMailsSql,
  shapeSql,
} from "./commit-sql";
import {
  addMembershipsSql,
  cancelMessagesSql,
  endSessionsSql,
  keepBeforeImagesSql,
  removeAliasesSql,
  removeMembersSql,
  removeMembershipsSql,
  revokeTokensSql,
  updateAccountsSql,
  updateFullAccountsSql,
  updateNotesSql,
} from "./commit-update-sql";
import { holdAdministratorsSql } from "../queries/guards";
import { readSummary, type PlanSummary } from "./plan-import";
import type { PlanOptions } from "./plan-options";
import { announceWorkSql } from "./work-signal";
import type { ProgressReport } from "./progress";

/** Rows a statement of the creating phases takes at once: small enough to show progress, large enough to be set-based. */
const chunkRows = 20_000;

export interface CommitOptions extends Pick<PlanOptions, "groupMode" | "mail" | "groups" | "memberList"> {
  strict: boolean;
  note: string | null;
  /** groups of the rows are left aside */
  noGroups: boolean;
  /** names of the file's attribute columns by nameKey */
  attributeNames: Record<string, string>;
}

export interface CommitRequest {
  importId: bigint;
  readOptions: (stored: { options: unknown; recognition: unknown }) => CommitOptions;
  /** told between statements; called on the caller's side, outside the transaction */
  report: (progress: ProgressReport) => Promise<void>;
  /** the caller may refuse with the lock held (the importer lost the role); a text fails the import */
  mayCommit: (confirmedById: bigint | null, planAuthority: number | null) => Promise<string | null>;
}

export type CommitResult =
  | { kind: "committed"; summary: PlanSummary; mails: number }
  /** the import is failed and nothing was changed */
  | { kind: "failed"; reason: string }
  /** not COMMITTING, or another process holds it */
  | { kind: "not-claimed" };

interface Claimed {
  options: unknown;
  recognition: unknown;
  planAuthority: number | null;
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
    `SELECT options, recognition, plan_authority AS "planAuthority", confirmed_by_id AS "confirmedById", confirmed_by_name AS "confirmedByName",
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
  const options = request.readOptions(claimed);
  const confirmedById = claimed.confirmedById === null ? null : BigInt(claimed.confirmedById);
  const objection = await request.mayCommit(confirmedById, claimed.planAuthority);
  if (objection !== null) return fail(client, importId, objection);
  const shape = await readShape(client, importId);
  // Before any other lock, as everybody does who changes administrators.
  if (shape.extra) await client.query(holdAdministratorsSql);
  // Writers of addresses wait until the end; readers do not. Two imports follow each other and cannot deadlock here.
  await client.query("LOCK TABLE address IN SHARE ROW EXCLUSIVE MODE");
  const drifted = await holdDrifted(client, importId, shape);
  if (drifted > 0 && options.strict) {
    return fail(
      client,
      importId,
      `${drifted} accounts changed since the preview, and this import is strict. Preview it again.`,
    );
  }
  const late = await findLateObjection(client, importId, shape);
  if (late !== null) return fail(client, importId, late);
  await createRows(client, request, options, claimed.rows, shape);
  await updateRows(client, request, options, shape);
  await request.report({ phase: "mail", done: 0, total: 0 });
  const invitedBy = claimed.confirmedByName ?? claimed.createdByName;
  const mails = (await client.query(queueWelcomeMailsSql, [importId, options.mail, invitedBy])).rowCount ?? 0;
  const summary = await readSummary(client, importId);
  await client.query(completeImportSql, [importId, JSON.stringify(summary), mails]);
  await client.query(queueImportMailSql, [importId, "import-finished"]);
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

/** What the rows of the import give beyond the columns of staging. */
interface Shape {
  extra: boolean;
  aliases: boolean;
}

async function readShape(client: pg.PoolClient, importId: bigint): Promise<Shape> {
  const found = await client.query<Shape>(shapeSql, [importId]);
  return found.rows[0] ?? { extra: true, aliases: true };
}

/** Holds back every row that is not as it was planned; gives how many. */
async function holdDrifted(client: pg.PoolClient, importId: bigint, shape: Shape): Promise<number> {
  let drifted = 0;
  const statements = [
    holdDriftedUpdatesSql,
    holdDriftedCreatesSql,
    ...(shape.aliases ? [holdDriftedAliasesSql] : []),
  ];
  for (const statement of statements) {
    drifted += (await client.query(statement, [importId])).rowCount ?? 0;
  }
  return drifted;
}

/** What concerns the file as a whole and was different when it was planned; in plain words. */
async function findLateObjection(
  client: pg.PoolClient,
  importId: bigint,
  shape: Shape,
): Promise<string | null> {
  const gone = await client.query<{ plan: string }>(holdServicePlansSql, [importId]);
  const plan = gone.rows[0]?.plan;
  if (plan !== undefined) {
    return `The service plan “${plan}” was switched off or deleted since the preview. Nothing was changed; preview it again.`;
  }
  if (!shape.extra) return null;
  const masters = await client.query<{ loses: boolean }>(losesLastMasterSql, [importId]);
  if (masters.rows[0]?.loses !== true) return null;
  return "No Master administrator would be left who can sign in. Nothing was changed; preview it again.";
}

async function createRows(
  client: pg.PoolClient,
  request: CommitRequest,
  options: CommitOptions,
  rows: number,
  shape: Shape,
): Promise<void> {
  const { importId, report } = request;
  const { noGroups, note } = options;
  await report({ phase: "groups", done: 0, total: 0 });
  await client.query(createDepartmentsSql, [importId]);
  if (!noGroups) await client.query(createGroupsSql, [importId]);
  if (shape.extra)
    await client.query(createAttributesSql, [importId, JSON.stringify(options.attributeNames)]);
  const groupKeys = options.groups.map((group) => group.key);
  const createSql = shape.extra ? createFullAccountsSql : createAccountsSql;
  for (let from = 0; from < rows; from += chunkRows) {
    await report({ phase: "accounts", done: from, total: rows });
    const range = [importId, from, from + chunkRows];
    const created = await client.query(createSql, range);
    if (created.rowCount === 0) continue;
    await client.query(createAddressesSql, [...range, note]);
    await client.query(createMembershipsSql, [...range, groupKeys, noGroups]);
    await client.query(keepPendingPasswordsSql, range);
  }
}

async function updateRows(
  client: pg.PoolClient,
  request: CommitRequest,
  options: CommitOptions,
  shape: Shape,
): Promise<void> {
  const { importId, report } = request;
  await report({ phase: "updates", done: 0, total: 0 });
  const changed = await client.query(keepBeforeImagesSql, [importId]);
  if (changed.rowCount !== 0) {
    const groupKeys = options.groups.map((group) => group.key);
    const replaces = options.groupMode === "replace";
    await client.query(updateAccountsSql, [importId]);
    await client.query(updateNotesSql, [importId]);
    await client.query(addMembershipsSql, [importId, groupKeys]);
    if (replaces || shape.extra) await client.query(removeMembershipsSql, [importId, groupKeys, replaces]);
    if (shape.extra) await updateFully(client, importId);
  }
  if (shape.aliases) await client.query(createAliasesSql, [importId, options.note]);
  if (options.memberList) await client.query(removeMembersSql, [importId]);
}

async function updateFully(client: pg.PoolClient, importId: bigint): Promise<void> {
  for (const statement of [
    updateFullAccountsSql,
    removeAliasesSql,
    endSessionsSql,
    revokeTokensSql,
    cancelMessagesSql,
  ]) {
    await client.query(statement, [importId]);
  }
}

async function fail(client: pg.PoolClient, importId: bigint, reason: string): Promise<CommitResult> {
  await client.query(
    `UPDATE import SET status = 'FAILED', failure = $2, ended_at = clock_timestamp(), sealed_key = NULL WHERE id = $1`,
    [importId, reason],
  );
  await client.query(queueImportMailSql, [importId, "import-failed"]);
  await client.query(announceWorkSql, ["mail"]);
  return { kind: "failed", reason };
}
