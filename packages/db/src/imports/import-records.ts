/**
 * The record of every import: making it, reading it, and moving it from one status to the next. A move names the status
 * it expects; when another was faster, nothing changes and the caller is told.
 */
import { clientOf, type Queryable } from "../client";
import { jsonText } from "./json-text";
import { uploadLockSpace } from "./stage-rows";
import { isRedoSql, undoneBySql } from "./undo-standing-sql";

export type ImportStatus =
  "UPLOADING" | "STAGED" | "READY" | "COMMITTING" | "COMPLETED" | "FAILED" | "CANCELLED";

/** An import row as stored; the JSON columns are typed by packages/accounts, which writes them. */
export interface StoredImport {
  id: bigint;
  status: ImportStatus;
  createdById: bigint | null;
  createdByName: string;
  fileName: string;
  fileBytes: bigint;
  fileSha256: string | null;
  formatId: string | null;
  recognition: unknown;
  options: unknown;
  rows: number;
  blankRows: number;
  problems: unknown;
  summary: unknown;
  creates: unknown;
  consequences: unknown;
  mails: number;
  planFingerprint: string | null;
  planAuthority: number | null;
  failure: string | null;
  /** why its commit was given back to the review; it is planned again before it can be confirmed */
  objection: string | null;
  createdAt: Date;
  plannedAt: Date | null;
  confirmedAt: Date | null;
  confirmedByName: string | null;
  confirmedById: bigint | null;
  endedAt: Date | null;
  progressPhase: string | null;
  progressDone: number | null;
  progressTotal: number | null;
  progressStartedAt: Date | null;
  progressUpdatedAt: Date | null;
  /** somebody asked to stop its commit */
  cancelRequestedAt: Date | null;
  mailsSent: number;
  mailsFailed: number;
  passwordsPending: number;
  passwordsExpired: number;
  /** the import whose waiting rows this one carries on */
  continuesId: bigint | null;
  /** the one that carries on this one's; none when it was cancelled or failed */
  continuedById: bigint | null;
  redactedAt: Date | null;
  /** the import that it takes back */
  undoesId: bigint | null;
  undoesFileName: string | null;
  /** what it takes back is itself an undo: it brings accounts back */
  redo: boolean;
  /** the newest undo of it that is under way or stands, as JSON: instants are text */
  undoneBy: { id: string; at: string; by: string; status: ImportStatus; rows: number | null } | null;
}

/**
 * The last two thousand one by one. While there are more, what the hashing itself notes: it is asked for every second, and a
 * million would be counted each time.
 */
const passwordsPendingSql = `(SELECT CASE WHEN few.n <= 2000 THEN few.n WHEN p.phase = 'passwords' THEN greatest(few.n, p.total - p.done)
     ELSE (SELECT count(*)::int FROM pending_password w WHERE w.import_id = i.id) END
   FROM (SELECT count(*)::int AS n FROM (SELECT FROM pending_password w WHERE w.import_id = i.id LIMIT 2001) w) few)`;

const select = `SELECT i.id, i.status::text, i.created_by_id AS "createdById", i.created_by_name AS "createdByName",
  i.file_name AS "fileName", i.file_bytes AS "fileBytes", i.file_sha256 AS "fileSha256", i.format_id AS "formatId",
  i.recognition, i.options, i.rows, i.blank_rows AS "blankRows", i.problems, i.summary, i.creates, i.consequences,
  i.mails, i.plan_fingerprint AS "planFingerprint", i.plan_authority AS "planAuthority", i.failure, i.objection, i.created_at AS "createdAt", i.planned_at AS "plannedAt",
  i.confirmed_at AS "confirmedAt", i.confirmed_by_name AS "confirmedByName", i.confirmed_by_id AS "confirmedById", i.ended_at AS "endedAt",
  p.phase AS "progressPhase", p.done AS "progressDone", p.total AS "progressTotal",
  p.started_at AS "progressStartedAt", p.updated_at AS "progressUpdatedAt", p.cancel_requested_at AS "cancelRequestedAt",
  coalesce(mail.sent, 0) AS "mailsSent", coalesce(mail.failed, 0) AS "mailsFailed",
  i.continues_id AS "continuesId", (SELECT max(c.id) FROM import c WHERE c.continues_id = i.id AND c.status NOT IN ('CANCELLED', 'FAILED')) AS "continuedById",
  ${passwordsPendingSql} AS "passwordsPending",
  (SELECT coalesce(sum((e.data->>'accounts')::int), 0) FROM audit_event e
    WHERE e.import_id = i.id AND e.action = 'import.passwords-expired')::int AS "passwordsExpired",
  i.redacted_at AS "redactedAt", i.undoes_id AS "undoesId", (SELECT u.file_name FROM import u WHERE u.id = i.undoes_id) AS "undoesFileName", ${isRedoSql("i")} AS redo,
  ${undoneBySql("i")} AS "undoneBy"
  FROM import i LEFT JOIN import_progress p ON p.import_id = i.id
  LEFT JOIN LATERAL (SELECT sum(m.sent)::int AS sent, sum(m.failed)::int AS failed FROM import_mail m WHERE m.import_id = i.id) mail ON true`;

export async function findImport(db: Queryable, id: bigint): Promise<StoredImport | null> {
  const rows = await clientOf(db).$queryRawUnsafe<StoredImport[]>(`${select} WHERE i.id = $1`, id);
  return rows[0] ?? null;
}

/** Newest first, those before `before` (an id). */
export async function findImports(
  db: Queryable,
  before: bigint | null,
  limit: number,
): Promise<StoredImport[]> {
  return clientOf(db).$queryRawUnsafe<StoredImport[]>(
    `${select} WHERE $1::bigint IS NULL OR i.id < $1 ORDER BY i.id DESC LIMIT $2`,
    before,
    limit,
  );
}

export interface NewImport {
  createdById: bigint | null;
  createdByName: string;
  fileName: string;
  fileBytes: number | null;
  options: unknown;
  sealedKey: Uint8Array;
}

/** The id is taken first, since the import's key is sealed together with it. */
export async function nextImportId(db: Queryable): Promise<bigint> {
  const rows = await clientOf(db).$queryRawUnsafe<{ id: bigint }[]>(`SELECT nextval('import_id_seq') AS id`);
  const row = rows[0];
  if (row === undefined) throw new Error("nextval returned no row");
  return row.id;
}

export async function insertImport(db: Queryable, id: bigint, entry: NewImport): Promise<void> {
  await clientOf(db).$executeRawUnsafe(
    `INSERT INTO import (id, created_by_id, created_by_name, file_name, file_bytes, options, sealed_key)
     VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
    id,
    entry.createdById,
    entry.createdByName,
    entry.fileName,
    BigInt(entry.fileBytes ?? 0),
    jsonText(entry.options),
    entry.sealedKey,
  );
}

/** UPLOADING → FAILED with the problems that stopped the file. False when it was no longer UPLOADING. */
export async function failUpload(
  db: Queryable,
  id: bigint,
  entry: { failure: string; problems: unknown[]; recognition: unknown; formatId: string | null },
): Promise<boolean> {
  const changed = await clientOf(db).$executeRawUnsafe(
    `UPDATE import SET status = 'FAILED', failure = $2, problems = $3::jsonb, recognition = $4::jsonb, format_id = $5,
            ended_at = now(), sealed_key = NULL WHERE id = $1 AND status = 'UPLOADING'`,
    id,
    entry.failure,
    jsonText(entry.problems),
    jsonText(entry.recognition ?? null),
    entry.formatId,
  );
  return changed === 1;
}

/** Uploads whose process is gone (it held an advisory lock while it lived). Returns the ones that were failed. */
export async function failDeadUploads(db: Queryable): Promise<bigint[]> {
  const rows = await clientOf(db).$queryRawUnsafe<{ id: bigint }[]>(
    `UPDATE import SET status = 'FAILED', ended_at = now(), sealed_key = NULL,
            failure = 'The upload was interrupted before the whole file had arrived. Nothing was changed; choose the file again.'
      WHERE status = 'UPLOADING' AND created_at < now() - interval '1 minute'
        AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.objsubid = 2
                          AND l.classid = ${String(uploadLockSpace)}::oid AND l.objid = (hashint8(import.id)::bigint & 4294967295)::oid)
      RETURNING id`,
  );
  return rows.map(({ id }) => id);
}

/** READY → COMMITTING, if the plan is still the one that was seen, and nothing was objected to it. */
export async function confirmPlan(
  db: Queryable,
  id: bigint,
  entry: { fingerprint: string; confirmedById: bigint | null; confirmedByName: string },
): Promise<boolean> {
  const changed = await clientOf(db).$executeRawUnsafe(
    `UPDATE import SET status = 'COMMITTING', confirmed_at = now(), confirmed_by_id = $3, confirmed_by_name = $4
      WHERE id = $1 AND status = 'READY' AND plan_fingerprint = $2 AND objection IS NULL`,
    id,
    entry.fingerprint,
    entry.confirmedById,
    entry.confirmedByName,
  );
  return changed === 1;
}

/** READY → STAGED with other options: it is planned anew, and has another fingerprint whatever its rows come to. `authority`: account_rank of who asks, whoever plans it then; `seen`: only the plan of that fingerprint. */
export async function reopenPlan(
  db: Queryable,
  id: bigint,
  { options, authority, seen }: { options: unknown; authority: number; seen: string | null },
): Promise<boolean> {
  const changed = await clientOf(db).$executeRawUnsafe(
    `UPDATE import SET status = 'STAGED', options = $2::jsonb, plan_fingerprint = NULL, objection = NULL, revision = revision + 1,
            plan_authority = $4::int
      WHERE id = $1 AND status = 'READY' AND ($3::text IS NULL OR plan_fingerprint = $3)`,
    id,
    jsonText(options),
    seen,
    authority,
  );
  return changed === 1;
}

/** Anything before its commit → CANCELLED. */
export async function cancelOpenImport(db: Queryable, id: bigint): Promise<boolean> {
  const changed = await clientOf(db).$executeRawUnsafe(
    `UPDATE import SET status = 'CANCELLED', ended_at = now(), sealed_key = NULL
      WHERE id = $1 AND status IN ('UPLOADING', 'STAGED', 'READY')`,
    id,
  );
  return changed === 1;
}

/** Any step → FAILED, in plain words; used when a step threw and trying again will not help. */
export async function failImport(db: Queryable, id: bigint, failure: string): Promise<boolean> {
  const changed = await clientOf(db).$executeRawUnsafe(
    `UPDATE import SET status = 'FAILED', failure = $2, ended_at = now(), sealed_key = NULL
      WHERE id = $1 AND status IN ('UPLOADING', 'STAGED', 'READY', 'COMMITTING')`,
    id,
    failure,
  );
  return changed === 1;
}

/** Imports that wait for a worker, oldest first. */
export async function findWaitingImports(
  db: Queryable,
): Promise<{ id: bigint; status: "STAGED" | "COMMITTING" }[]> {
  return clientOf(db).$queryRawUnsafe<{ id: bigint; status: "STAGED" | "COMMITTING" }[]>(
    `SELECT id, status::text FROM import WHERE status IN ('STAGED', 'COMMITTING') ORDER BY id LIMIT 50`,
  );
}

/** Deletes the staged rows of imports that were cancelled or failed, a bounded number a call. Returns how many rows. */
export async function deleteLeftRows(db: Queryable, limit: number): Promise<number> {
  return clientOf(db).$executeRawUnsafe(
    `DELETE FROM import_row WHERE ctid IN (
       SELECT r.ctid FROM import i JOIN import_row r ON r.import_id = i.id
        WHERE i.status = 'CANCELLED' AND i.ended_at < now() - interval '1 hour' LIMIT $1)`,
    limit,
  );
}
