/** Reads one import by its id at the border, or refuses. */
import { findEarlierImport, findImport, type Queryable, type StoredImport } from "@rollcall/db";
import { done, refuse, type Result } from "../result";
import { countsForGuards, findGuard } from "./find-guard";
import { parseImportId } from "./import-id";
import { toImportRecord } from "./to-import-record";
import type { ImportRecord } from "./types";

/** What use cases know of a record besides, and never show. */
export interface RecordKeys {
  key: bigint;
  createdById: bigint | null;
  confirmedById: bigint | null;
  /** `rank` of whom it was planned for; null until planned */
  planAuthority: number | null;
}

export async function findRecord(
  db: Queryable,
  importId: string,
): Promise<Result<ImportRecord & RecordKeys>> {
  const id = parseImportId(importId);
  const stored = id === null ? null : await findImport(db, id);
  if (stored === null) return refuse({ code: "not-found", what: "import" });
  const { id: key, createdById, confirmedById, planAuthority } = stored;
  const record = toImportRecord(stored);
  const guard = await findGuard(db, record, countsForGuards(stored.consequences));
  const earlier = await findEarlier(db, stored);
  return done({ ...record, guard, earlier, key, createdById, confirmedById, planAuthority });
}

/** Of what is still to be decided; found by an index. */
async function findEarlier(
  db: Queryable,
  { id, status, fileSha256, continuesId }: StoredImport,
): Promise<ImportRecord["earlier"]> {
  // What goes on with waiting rows is that earlier file on purpose.
  if (fileSha256 === null || continuesId !== null || (status !== "STAGED" && status !== "READY")) return null;
  const earlier = await findEarlierImport(db, fileSha256, id);
  return earlier === null ? null : { ...earlier, id: String(earlier.id) };
}

/** To who is weaker than the role that the plan was judged for: it may do what they may not. */
export const previewedForStronger = refuse({
  code: "forbidden",
  need: "the role it was previewed for; preview it again with yours",
});

/** How a refusal names a status. */
/** Somebody corrects, plans or confirms it, and has held it for three seconds. */
export const importInUse = refuse({
  code: "busy",
  what: "This import",
  doing: "being worked on by somebody else",
});

export const statusWords = {
  UPLOADING: "still being uploaded",
  STAGED: "being checked",
  READY: "waiting for review",
  COMMITTING: "being saved",
  COMPLETED: "already done",
  FAILED: "failed",
  CANCELLED: "cancelled",
} as const satisfies Record<ImportRecord["status"], string>;
