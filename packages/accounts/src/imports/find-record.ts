/** Reads one import by its id at the border, or refuses. */
import { findImport, type Queryable } from "@rollcall/db";
import { done, refuse, type Result } from "../result";
import { parseImportId } from "./import-id";
import { toImportRecord } from "./to-import-record";
import type { ImportRecord } from "./types";

/** What use cases know of a record besides, and never show. */
export interface RecordKeys {
  key: bigint;
  createdById: bigint | null;
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
  const { id: key, createdById, planAuthority } = stored;
  return done({ ...toImportRecord(stored), key, createdById, planAuthority });
}

/** How a refusal names a status. */
export const statusWords = {
  UPLOADING: "still being uploaded",
  STAGED: "being checked",
  READY: "waiting for review",
  COMMITTING: "being saved",
  COMPLETED: "already done",
  FAILED: "failed",
  CANCELLED: "cancelled",
} as const satisfies Record<ImportRecord["status"], string>;
