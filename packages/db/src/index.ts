/** What Rollcall remembers: the database, its queries and its bulk work. */
export {
  openDatabase,
  type Database,
  type DatabaseOptions,
  type Queryable,
  type Transaction,
} from "./client";
export { findActorByAccount, findActorBySession, touchSession, type ActorRow } from "./queries/actors";
export { appendAudit, type AuditEntry } from "./queries/audit";
export { type StagedRow } from "./imports/staged-row";
export { stageRows, UploadCancelled, type StagedFile, type StagingEnd } from "./imports/stage-rows";
export { planStagedImport, type PlanOptions, type PlanSummary } from "./imports/plan-import";
export {
  commitConfirmedImport,
  type CommitOptions,
  type CommitRequest,
  type CommitResult,
} from "./imports/commit-import";
export { writeProgress, type ProgressReport } from "./imports/progress";
export { announceWork, listenForWork, type WorkKind } from "./imports/work-signal";
export {
  cancelOpenImport,
  confirmPlan,
  deleteLeftRows,
  failDeadUploads,
  failImport,
  failUpload,
  findImport,
  findImports,
  findWaitingImports,
  insertImport,
  nextImportId,
  reopenPlan,
  type NewImport,
  type StoredImport,
} from "./imports/import-records";
export {
  findImportRows,
  findProblemCauses,
  type RowFilter,
  type StoredCause,
  type StoredImportRow,
  type StoredOutcome,
} from "./imports/import-rows";
export {
  countPendingPasswords,
  dropSpentKeys,
  findPendingPasswords,
  storePasswordHashes,
  type PendingPassword,
} from "./imports/pending-passwords";
export { countMostGroups, streamAccounts, type ExportedAccount } from "./imports/export-rows";
export { readPasswordMinLength } from "./imports/check-settings";
export { isRetryable } from "./database-errors";
