/**
 * Commits a confirmed import in one transaction: everything the plan announced, or nothing. The claim is the row lock of
 * that transaction, so a worker that dies leaves no trace and the next one takes the import at once.
 */
import type pg from "pg";
import { bulkTransaction } from "../bulk-transaction";
import type { Database } from "../client";
import { appendAuditSql, auditValues } from "../queries/audit";
import { queueImportMailSql } from "../queries/import-mail";
import { findConfirmer, type Confirmer } from "./commit-confirmer";
import { describeDrift, findLateObjection, holdDrifted, readShape, type Shape } from "./commit-drift";
import { commitRows } from "./commit-rows";
import { holdPlannedNames, holdStrangeNames, type PlannedNames } from "./commit-names";
import { beginObjectable, endObjectable, giveBackObjected } from "./commit-objection";
import { completeImportSql } from "./commit-sql";
import { beginStoppable, closeToStops, wasStopped } from "./commit-stop";
import { holdAdministratorsSql } from "../queries/guards";
import { readSummary, type PlanSummary } from "./plan-import";
import type { PlanOptions } from "./plan-options";
import { announceWorkSql } from "./work-signal";
import type { ProgressReport } from "./progress";

export interface CommitOptions extends Pick<
  PlanOptions,
  "mode" | "groupMode" | "mail" | "groups" | "memberList"
> {
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
  /** the caller may object with the lock held (the importer lost the role); a text gives the import back to its review */
  mayCommit: (confirmedBy: Confirmer, planAuthority: number | null) => string | null;
}

export type CommitResult =
  | { kind: "committed"; summary: PlanSummary; mails: number }
  /** something is not as it was confirmed: nothing was changed, and the import is READY again with the objection */
  | { kind: "returned"; objection: string }
  /** somebody asked to stop, in time: nothing was changed, and the caller gives the import back (releaseStopped) */
  | { kind: "stopped" }
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
 * Throws what PostgreSQL throws (40P01, 40001 and lost connections may be tried again: nothing was changed), and BrokenReference.
 */
export async function commitConfirmedImport(
  database: Database,
  request: CommitRequest,
): Promise<CommitResult> {
  try {
    return await bulkTransaction(database, async (client) => {
      const claimed = await claim(client, request.importId);
      return claimed === null ? { kind: "not-claimed" } : commitClaimed(client, request, claimed);
    });
  } catch (error) {
    if (await wasStopped(database, request.importId, error)) return { kind: "stopped" };
    throw error;
  }
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
  const backendPid = await beginStoppable(client, importId);
  const report = (progress: ProgressReport) => request.report({ ...progress, backendPid });
  await report({ phase: "groups", done: 0, total: 0 });
  const options = request.readOptions(claimed);
  const shape = await readShape(client, importId);
  await beginObjectable(client);
  const held = await holdAll(client, request, claimed, { options, shape });
  if ("objection" in held) {
    await giveBackObjected(client, { importId, ...pressOf(claimed), ...held });
    return { kind: "returned", ...held };
  }
  await endObjectable(client);
  const { names, drifted } = held;
  const invitedBy = claimed.confirmedByName ?? claimed.createdByName;
  const { rows } = claimed;
  // In mode create rows of existing accounts are planned with names that they are not given.
  const exact = drifted === 0 && names.since.intact && (options.mode !== "create" || !shape.updates);
  const announced = exact ? names.creates : null;
  const work = { client, importId, options, rows, shape, announced, invitedBy, report };
  const mails = await commitRows(work);
  const summary = await readSummary(client, importId);
  await closeToStops(client, importId);
  await complete(client, request, claimed, { summary, mails, drifted });
  return { kind: "committed", summary, mails };
}

/** Takes every lock, and holds back what is not as it was planned, unless the import as a whole is objected to. */
async function holdAll(
  client: pg.PoolClient,
  { importId, mayCommit }: CommitRequest,
  { confirmedById, planAuthority }: Claimed,
  { options, shape }: { options: CommitOptions; shape: Shape },
): Promise<{ objection: string } | { names: PlannedNames; drifted: number }> {
  const { mode, noGroups, groups, memberList, strict } = options;
  // Before any other lock, as everybody does who changes administrators.
  if (shape.extra) await client.query(holdAdministratorsSql);
  // Writers of addresses wait until the end; readers do not. Two imports follow each other and cannot deadlock here.
  await client.query("LOCK TABLE address IN SHARE ROW EXCLUSIVE MODE");
  // That lock may have taken a minute, and whoever confirmed may have lost the role in it.
  const refused = mayCommit(await findConfirmer(client, confirmedById), planAuthority);
  if (refused !== null) return { objection: refused };
  const names = await holdPlannedNames(client, importId, groups);
  const creating = mode === "create";
  const strangers = await holdStrangeNames(client, importId, names, { creating, noGroups });
  const drifted = strangers + (await holdDrifted(client, importId, shape));
  // Of the whole file first: planned again, its rows are said to be otherwise too.
  const late = await findLateObjection(client, importId, shape, { groups, memberList, names });
  if (late !== null) return { objection: late };
  if (drifted > 0 && strict) return { objection: await describeDrift(client, importId, drifted) };
  return { names, drifted };
}

function actorOf({ confirmedById }: Claimed): bigint | null {
  return confirmedById === null ? null : BigInt(confirmedById);
}

/** Who pressed, and for what; nobody did where a format carries clean files out by itself: then it is who started it. */
function pressOf(claimed: Claimed): { actorId: bigint | null; actorName: string; fileName: string } {
  const { confirmedByName, createdByName, fileName } = claimed;
  return { actorId: actorOf(claimed), actorName: confirmedByName ?? createdByName, fileName };
}

/** The import's own end, the mail that tells of it, and the audit event. */
async function complete(
  client: pg.PoolClient,
  { importId }: CommitRequest,
  claimed: Claimed,
  { summary, mails, drifted }: { summary: PlanSummary; mails: number; drifted: number },
): Promise<void> {
  const { actorId, actorName, fileName } = pressOf(claimed);
  const ended = await client.query<{ removalsKept: number }>(completeImportSql, [
    importId,
    JSON.stringify(summary),
    mails,
  ]);
  const { removalsKept = 0 } = ended.rows[0] ?? {};
  await client.query(queueImportMailSql, [importId, "import-finished"]);
  await client.query(announceWorkSql, ["mail"]);
  await client.query(announceWorkSql, ["passwords"]);
  await client.query(
    appendAuditSql,
    auditValues({
      actorId,
      actorName,
      action: "import.committed",
      subjectType: "import",
      subjectId: String(importId),
      subjectName: fileName,
      importId,
      data: { ...summary, mails, drifted, ...(removalsKept > 0 ? { removalsKept } : {}) },
      ip: null,
    }),
  );
}
