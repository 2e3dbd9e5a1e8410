/**
 * Takes an import back in one transaction: everything that the undo says, or nothing. Claimed by the same row lock as any
 * commit, so a worker that dies leaves no trace; the locks are taken in the order in which commits take them.
 */
import type pg from "pg";
import { bulkTransaction } from "../bulk-transaction";
import type { Database } from "../client";
import { appendAuditSql, auditValues } from "../queries/audit";
import { holdAdministratorsSql } from "../queries/guards";
import { findConfirmer, type Confirmer } from "./commit-confirmer";
import { beginStoppable, closeToStops, throwIfStopped, wasStopped } from "./commit-stop";
import type { ProgressReport } from "./progress";
import { toldOf, type UndoTold } from "./undo-records";
import {
  clearRemovedSql,
  deleteRemovedSql,
  endAccessSql,
  fillPlacesSql,
  keepUndoImagesSql,
  keepUndoRowsSql,
  mayLeaveTriggersSql,
  provedAddressesSql,
  provedRemovedSql,
  queueAgainSql,
  remakeAccountsSql,
  restoreAccountsSql,
  restoreAddressesSql,
  restoreFullAccountsSql,
  restoreMembershipsSql,
} from "./undo-apply-sql";
import {
  deleteUnusedSql,
  lockUnusedSql,
  namesToRemakeSql,
  remakeUnusedSql,
  undoFactsSql,
} from "./undo-facts-sql";
import { isRedoSql } from "./undo-standing-sql";
import { lockUndoneAccountsSql, lockUndoneMessagesSql } from "./undo-rows-sql";
import type { UndoFacts } from "./undo-preview";
import { makeUndoWork } from "./undo-work";
import { announceWorkSql } from "./work-signal";

export interface UndoRequest {
  importId: bigint;
  /** {audit action: what a reason says of it} */
  actionWords: Record<string, string>;
  report: (progress: ProgressReport) => Promise<void>;
  /** asked with the locks held, so it must ask the database nothing itself; a text fails the undo and nothing was changed */
  objection: (confirmedBy: Confirmer, facts: UndoFacts) => string | null;
}

export type UndoCommitResult =
  | { kind: "undone"; facts: UndoFacts }
  | { kind: "failed"; reason: string }
  /** somebody asked to stop, in time: nothing was changed, and the caller ends the undo (releaseStopped) */
  | { kind: "stopped" }
  /** not COMMITTING, or another process holds it */
  | { kind: "not-claimed" };

interface Claimed {
  undoesId: string;
  rowNos: number[] | null;
  confirmedById: string | null;
  confirmedByName: string | null;
  undoesFileName: string;
  /** null: confirmed by an older version */
  told: UndoTold | null;
  /** nothing of the names goes: what is taken back is itself an undo */
  redo: boolean;
}

/** Names that an undo deleted because nobody used them any more, as rows, by table. */
type Deleted = Record<"groups" | "departments" | "attributes", { name: string }[]>;

/** Throws what PostgreSQL throws; deadlocks and lost connections may be tried again, nothing was changed then. */
export async function commitConfirmedUndo(
  database: Database,
  request: UndoRequest,
): Promise<UndoCommitResult> {
  try {
    return await bulkTransaction(database, (client) => claimAndUndo(client, request));
  } catch (error) {
    if (await wasStopped(database, request.importId, error)) return { kind: "stopped" };
    throw error;
  }
}

async function claimAndUndo(client: pg.PoolClient, request: UndoRequest): Promise<UndoCommitResult> {
  const found = await client.query<Claimed>(
    `SELECT i.undoes_id AS "undoesId", i.consequences->'rowNos' AS "rowNos", i.consequences->'told' AS told, i.confirmed_by_id AS "confirmedById",
            i.confirmed_by_name AS "confirmedByName", (SELECT u.file_name FROM import u WHERE u.id = i.undoes_id) AS "undoesFileName",
            ${isRedoSql("i")} AS redo
       FROM import i WHERE i.id = $1 AND i.status = 'COMMITTING' AND i.undoes_id IS NOT NULL FOR NO KEY UPDATE SKIP LOCKED`,
    [request.importId],
  );
  const claimed = found.rows[0];
  return claimed === undefined ? { kind: "not-claimed" } : undoClaimed(client, request, claimed);
}

async function undoClaimed(
  client: pg.PoolClient,
  request: UndoRequest,
  claimed: Claimed,
): Promise<UndoCommitResult> {
  const { importId } = request;
  const backendPid = await beginStoppable(client, importId);
  const report = async (progress: ProgressReport): Promise<void> => {
    await throwIfStopped(client, importId);
    await request.report({ ...progress, backendPid });
  };
  await report({ phase: "looking", done: 0, total: 0 });
  const both: [string, bigint] = [claimed.undoesId, importId];
  await client.query(holdAdministratorsSql);
  // Writers of addresses wait until the end, commits and other undos among them; readers do not.
  await client.query("LOCK TABLE address IN SHARE ROW EXCLUSIVE MODE");
  const still = await client.query(
    `SELECT FROM import WHERE id = $1 AND status = 'COMPLETED' AND redacted_at IS NULL FOR SHARE`,
    [claimed.undoesId],
  );
  if (still.rowCount === 0) return fail(client, importId, "What it took back is no longer kept.");
  await client.query(lockUndoneMessagesSql, [claimed.undoesId]);
  await client.query(lockUndoneAccountsSql, [claimed.undoesId, claimed.rowNos]);
  const facts = await makeWork(client, request, claimed);
  const objection =
    touchesMore(facts, claimed) ??
    request.objection(await findConfirmer(client, claimed.confirmedById), facts);
  if (objection !== null) return fail(client, importId, objection);
  const total = facts.restored + facts.removed;
  await report({ phase: "keeping", done: 0, total });
  await remakeNames(client, claimed.undoesId);
  await client.query(keepUndoImagesSql, both);
  // Who gives an address up does so before who had it takes it again.
  await report({ phase: "removing", done: 0, total });
  await remove(client, importId);
  await report({ phase: "restoring", done: facts.removed, total });
  await restore(client, both, report, { from: facts.removed, total });
  await report({ phase: "finishing", done: total, total });
  const deleted = claimed.redo ? null : await deleteUnused(client, claimed.undoesId);
  await client.query(keepUndoRowsSql, [importId]);
  await closeToStops(client, importId);
  await complete(client, request, claimed, facts, deleted);
  return { kind: "undone", facts };
}

/** Whoever asked said yes to so much, and to no more: what others did since may have made it more. */
function touchesMore(facts: UndoFacts, { told }: Claimed): string | null {
  const now = toldOf(facts);
  const kinds = ["changed", "administrators", "administratorsMade", "membershipsEnded"] as const;
  if (told === null || kinds.every((kind) => now[kind] <= told[kind])) return null;
  return "It would change more by now than it did when it was asked for. Nothing was changed: look at it again.";
}

async function makeWork(
  client: pg.PoolClient,
  { actionWords }: UndoRequest,
  { undoesId, rowNos, confirmedById }: Claimed,
): Promise<UndoFacts> {
  const actorId = confirmedById === null ? null : BigInt(confirmedById);
  await makeUndoWork(client, { importId: BigInt(undoesId), rowNos, actorId, actionWords });
  const found = await client.query<UndoFacts>(undoFactsSql("SELECT * FROM undo_work"), [undoesId]);
  const facts = found.rows[0];
  if (facts === undefined) throw new Error("an aggregate gave no row");
  return facts;
}

/** Names that an undo deleted and that somebody is to have again come first, whoever had made them. */
async function remakeNames(client: pg.PoolClient, undoesId: string): Promise<void> {
  const found = await client.query<{ names: Deleted }>(namesToRemakeSql, [undoesId]);
  const names = found.rows[0]?.names;
  if (names === undefined || Object.values(names).every((rows) => rows.length === 0)) return;
  const rows = JSON.stringify(names);
  for (const statement of remakeUnusedSql) await client.query(statement, [rows]);
  await client.query(fillPlacesSql, [rows]);
}

async function restore(
  client: pg.PoolClient,
  [undoesId, undo]: [string, bigint],
  report: (progress: ProgressReport) => Promise<void>,
  { from, total }: { from: number; total: number },
): Promise<void> {
  const statements = [
    remakeAccountsSql,
    restoreAccountsSql,
    restoreFullAccountsSql,
    ...restoreAddressesSql,
    ...restoreMembershipsSql,
  ];
  for (const [index, statement] of statements.entries()) {
    await client.query(statement);
    const share = (index + 1) / statements.length;
    await report({ phase: "restoring", done: from + Math.floor((total - from) * share), total });
  }
  const proof = await client.query<{ proved: boolean }>(provedAddressesSql);
  if (proof.rows[0]?.proved !== true) throw new Error("an address that comes back was another account's");
  await client.query(queueAgainSql, [undoesId]);
  await client.query(announceWorkSql, ["mail"]);
  for (const statement of endAccessSql) {
    const given = statement.includes("$2") ? [undoesId, undo] : statement.includes("$1") ? [undoesId] : [];
    await client.query(statement, given);
  }
}

async function remove(client: pg.PoolClient, undo: bigint): Promise<void> {
  for (const statement of clearRemovedSql)
    await client.query(statement, statement.includes("$1") ? [undo] : []);
  const found = await client.query<{ may: boolean }>(mayLeaveTriggersSql);
  const may = found.rows[0]?.may === true;
  // Each deleted account would be looked for in eight tables that were just cleared of it.
  if (may) await client.query("SET LOCAL session_replication_role = replica");
  await client.query(deleteRemovedSql);
  if (!may) return;
  await client.query("SET LOCAL session_replication_role = origin");
  const proof = await client.query<{ proved: boolean }>(provedRemovedSql);
  if (proof.rows[0]?.proved !== true)
    throw new Error("something still points at an account that was removed");
}

async function deleteUnused(client: pg.PoolClient, undoesId: string): Promise<Deleted | null> {
  for (const statement of lockUnusedSql) await client.query(statement, [undoesId]);
  const found = await client.query<{ deleted: Deleted }>(deleteUnusedSql, [undoesId]);
  return found.rows[0]?.deleted ?? null;
}

async function complete(
  client: pg.PoolClient,
  { importId }: UndoRequest,
  claimed: Claimed,
  facts: UndoFacts,
  deleted: Deleted | null,
): Promise<void> {
  const { restored, removed, kept, gone, lacking, mailsSent, mailsAgain, sessions } = facts;
  const undo = { restored, removed, kept, gone, lacking };
  await client.query(
    `UPDATE import SET status = 'COMPLETED', ended_at = clock_timestamp(), rows = $2, consequences = consequences || $3::jsonb WHERE id = $1`,
    [importId, restored + removed + kept + gone, JSON.stringify({ undo, deleted })],
  );
  const named = (rows: { name: string }[] | undefined): number => rows?.length ?? 0;
  await client.query(
    appendAuditSql,
    auditValues({
      actorId: claimed.confirmedById === null ? null : BigInt(claimed.confirmedById),
      actorName: claimed.confirmedByName ?? "Rollcall",
      action: "import.undone",
      subjectType: "import",
      subjectId: claimed.undoesId,
      subjectName: claimed.undoesFileName,
      importId,
      data: {
        ...{ ...undo, mailsSent, mailsAgain, sessions, groups: named(deleted?.groups) },
        ...{ departments: named(deleted?.departments), attributes: named(deleted?.attributes) },
      },
      ip: null,
    }),
  );
}

async function fail(client: pg.PoolClient, importId: bigint, reason: string): Promise<UndoCommitResult> {
  await client.query(
    `UPDATE import SET status = 'FAILED', failure = $2, ended_at = clock_timestamp() WHERE id = $1`,
    [importId, reason],
  );
  return { kind: "failed", reason };
}
