/** What Rollcall remembers: the database, its queries and its bulk work. */
export {
  openDatabase,
  type Database,
  type DatabaseOptions,
  type Queryable,
  type Transaction,
} from "./client";
export { findActorByAccount, findActorBySession, touchSession, type ActorRow } from "./queries/actors";
export {
  findAccountDetails,
  findLineage,
  type AccountDetailsRow,
  type LineageRow,
} from "./queries/account-details";
export { noFilter, type AccountFilter, type StatusNumber } from "./queries/account-filter";
export { countAccounts } from "./queries/account-count";
export {
  listAccountRows,
  type AccountListQuery,
  type AccountListResult,
  type AccountListRow,
} from "./queries/account-list";
export type { AccountOrder, AfterAccount, Direction } from "./queries/account-order";
export {
  listAuditRows,
  recentAuditRows,
  verifyAuditChain,
  type AuditFilter,
  type AuditRow,
} from "./queries/audit-log";
export { appendAudit, appendAudits, type AuditEntry } from "./queries/audit";
export {
  claimUsername,
  completeAccount,
  readEditable,
  updateAccount,
  type AccountPatch,
  type EditableRow,
} from "./queries/account-fields";
export {
  findMaker,
  findProfile,
  findTarget,
  insertAccount,
  lockTargets,
  removeAccounts,
  writeEnabled,
  writeLocked,
  writeRole,
  type AccountRole,
  type NewAccount,
  type StoredAdminRole,
  type TargetRow,
} from "./queries/accounts";
export {
  findAddressHolder,
  findAliases,
  insertPrimaryAddress,
  listAliases,
  removeAliases,
  replacePrimaryAddress,
  writeAlias,
  writeNote,
} from "./queries/addresses";
export { removeStaleAccess } from "./queries/clean-up";
export {
  claimMessage,
  giveUpMessages,
  lockUnprepared,
  markEnded,
  markRetrying,
  markSent,
  renewLease,
  storeBody,
  type ClaimedMessage,
} from "./queries/message-delivery";
export {
  countAccountsBy,
  countMailByDay,
  countNewAccounts,
  countNoWayIn,
  importsThatWait,
  readMailTrouble,
  readSmallCounts,
  readToday,
  recentImports,
  type MailTroubleRow,
  type OverviewImportRow,
  type SmallCounts,
} from "./queries/overview";
export {
  countRowErrors,
  findImportForMail,
  findProblemRows,
  insertMessageWithId,
  nextMessageId,
  queueImportMail,
  queueImportMailSql,
  type ImportMailKind,
  type ImportMailRow,
  type ProblemRow,
} from "./queries/import-mail";
export { findImportHits, findMatchingAccounts, findNamedHits, type NamedHit } from "./queries/search";
export {
  countDevices,
  insertDevice,
  listDeviceRows,
  listDevicesOf,
  lockDevice,
  writeDeviceName,
  writeDeviceState,
  type DeviceFilter,
  type DevicePlatform,
  type DeviceRow,
  type DeviceState,
  type NewDevice,
} from "./queries/devices";
export {
  cancelInvitationMails,
  extendInvitation,
  findInvitation,
  hasOtherPending,
  inviteChosen,
  inviteCreatedBy,
  listInvitationRows,
  lockInvitableImport,
  lockInvitations,
  markAccepted,
  markRevoked,
  revokeInvitationTokens,
  type InvitationFilter,
  type InvitationRow,
  type InvitationState,
  type Inviting,
} from "./queries/invitations";
export {
  countMasters,
  hasAdministrator,
  holdAddresses,
  limitLockWait,
  lockAdministrators,
} from "./queries/guards";
export { groupsOf, joinGroup, leaveGroup, raiseVersions } from "./queries/memberships";
export {
  cancelMessages,
  countMessagesByState,
  countRecentMessages,
  findMessage,
  insertMessages,
  listMessageRows,
  requeueMessage,
  type MessageFilter,
  type MessageRow,
  type NewMessage,
  type StoredMessage,
  type StoredMessageState,
} from "./queries/messages";
export {
  countMembers,
  countNamed,
  ensureNamed,
  findNamed,
  insertNamed,
  listNamed,
  listNamedByMembers,
  lockNamed,
  removeNamed,
  writeDescription,
  writeName,
  type NamedKind,
  type NamedRow,
} from "./queries/named";
export {
  deleteAttribute,
  ensureAttributes,
  findAttribute,
  insertAttribute,
  listAttributes,
  lockAttribute,
  writeAttributeName,
  type AttributeRow,
} from "./queries/attributes";
export {
  countMostGroupsOfDomain,
  deleteDomain,
  findDomain,
  holdAddressesAndMemberships,
  insertDomain,
  listDomainKeys,
  listDomains,
  lockDomain,
  streamHostedUsers,
  writeRecipientValidation,
  type DomainRow,
  type HostedUserRow,
  type StoredRecipientValidation,
} from "./queries/domains";
export {
  clearDefaultPolicy,
  countPolicyDevices,
  deletePolicy,
  findPolicy,
  findPolicyOfAccount,
  holdPolicy,
  insertPolicy,
  listPolicies,
  lockGroupPolicy,
  lockPolicies,
  updatePolicy,
  writeGroupPolicy,
  type PolicyFields,
  type PolicyRow,
} from "./queries/policies";
export {
  clearDefaultServicePlan,
  deleteServicePlan,
  findServicePlan,
  holdServicePlan,
  insertServicePlan,
  listServicePlans,
  lockServicePlan,
  lockServicePlans,
  updateServicePlan,
  type ServicePlanFields,
  type ServicePlanRow,
} from "./queries/service-plans";
export {
  endSession,
  endSessions,
  insertSession,
  listOpenSessions,
  shortenSessions,
  type NewSession,
  type SessionRow,
} from "./queries/sessions";
export { installationId, readSettings, writeSettings } from "./queries/settings";
export {
  findSignIn,
  findSignInById,
  hashPendingPassword,
  replaceHash,
  setPassword,
  stillSignsIn,
  type SignInRow,
} from "./queries/sign-in";
export { troubleOf, type DatabaseTrouble } from "./queries/sql-state";
export {
  clearFailures,
  countInWindow,
  spendOneWrite,
  takeAttempt,
  waitOf,
  type Backoff,
  type Window,
} from "./queries/throttle";
export {
  findToken,
  insertToken,
  passwordPurposes,
  revokeTokens,
  tokensOfMessage,
  useToken,
  type NewToken,
  type TokenPurpose,
  type TokenRow,
  type TokenState,
} from "./queries/tokens";
export { type StagedRow } from "./imports/staged-row";
export { stageRows, UploadCancelled, type StagedFile, type StagingEnd } from "./imports/stage-rows";
export {
  planStagedImport,
  replanRows,
  type ReplannedRows,
  type PlanCaller,
  type PlanEnd,
  type PlannedImport,
  type PlanSummary,
  type StoredForPlan,
} from "./imports/plan-import";
export { type PlanOptions, type PlanRules } from "./imports/plan-options";
export { findConsequenceRows, markOfConsequence, type ConsequenceKey } from "./imports/plan-consequence-rows";
export { type CreatedName, type PlanCreates } from "./imports/plan-names";
export { type PlanCause } from "./imports/plan-causes";
export { type PlanConsequences } from "./imports/plan-facts";
export {
  commitConfirmedImport,
  type CommitOptions,
  type CommitRequest,
  type CommitResult,
} from "./imports/commit-import";
export { writeProgress, type ProgressReport } from "./imports/progress";
export { releaseStopped, requestStop, stopCommit } from "./imports/commit-stop";
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
  countRows,
  findReviewFacts,
  findRowAt,
  findRowPage,
  readImportRows,
  type FoundPage,
  type ReviewFacts,
  type RowPageQuery,
} from "./imports/import-row-page";
export { dropReviewIndex, findClaims, refreshReviewIndex, type Claim } from "./imports/review-index";
export {
  dropOldReviewIndexes,
  findReviewIndexWork,
  makeReviewSegment,
  noteReviewIndexed,
  type ReviewIndexWork,
} from "./imports/build-review-index";
export {
  findEdits,
  findRecipeImports,
  openEdit,
  peekEdit,
  recipePage,
  type OpenEdit,
  type StoredEdit,
  type StoredForEdit,
} from "./imports/edit-import";
export { inImportTurn } from "./imports/import-turn";
export { findRowsByNumber, type EditedRow, type EditScope, type RowToEdit } from "./imports/edit-rows";
export {
  beginPasswordProgress,
  countPendingPasswords,
  dropSpentKeys,
  expireSealedPasswords,
  findPendingPasswords,
  findPendingStart,
  storePasswordHashes,
  type ExpiredPasswords,
  type PendingPassword,
} from "./imports/pending-passwords";
export {
  countForExport,
  streamAccounts,
  type ExportCount,
  type ExportedAccount,
  type ExportFilter,
} from "./imports/export-rows";
export { findUnknownGroupKeys, readAttributeNames, readPasswordSettings } from "./imports/check-settings";
export { findRemovals, type StoredRemoval } from "./imports/import-removals";
export { deleteMappings, findMappings, insertMapping, type SavedMappingRow } from "./imports/saved-mappings";
export { refreshStatistics } from "./imports/refresh-statistics";
export { isRetryable } from "./database-errors";
export { shortageOf, type DatabaseShortage } from "./database-shortage";
export { countDrifted, findDriftedRows, type DriftedRowEntry } from "./imports/drifted-rows";
export { commitConfirmedUndo, type UndoCommitResult } from "./imports/commit-undo";
export {
  findUndoRows,
  previewUndoFacts,
  previewUndoRows,
  type UndoFacts,
  type UndoHeap,
  type UndoPageQuery,
  type UndoRowEntry,
} from "./imports/undo-preview";
export type { UndoQuery } from "./imports/undo-work";
export {
  findEarlierImport,
  insertUndo,
  lockForUndo,
  toldOf,
  type EarlierImport,
  type NewUndo,
} from "./imports/undo-records";
export {
  findChanges,
  findEvidenceEvents,
  findLostEvent,
  findRecordedEvent,
  type ChainedEvent,
  type ChangeEntry,
} from "./imports/evidence";
export { findFieldSources, type FieldSource } from "./imports/lineage";
export { emptyLateMails, findGoneMails, type MailCopy } from "./imports/redact-mails";
export {
  beginRedaction,
  endRedaction,
  findHalfRedacted,
  findRedactable,
  type RedactableImport,
} from "./imports/retention";
