/** The use cases of Rollcall, one verb a file, and the types they speak. */
export type { AccountsSettings, Context, Log, Principal } from "./context";
export { describeRefusal, type Refusal, type RefusalCode } from "./refusal";
export { done, refuse, type Result } from "./result";
export { isStorable, unstorableWords } from "./storable-text";
export { refuseShortage } from "./refuse-shortage";
export { authorise, authoriseSystem, type Actor } from "./access/authorise";
export {
  adminRoleNames,
  adminRoles,
  isAbove,
  may,
  permissionsOf,
  roleName,
  type AdminRole,
  type Permission,
  type Role,
} from "./access/permissions";
export type {
  CreatedName,
  FieldChange,
  FieldValue,
  ImportConsequences,
  ImportCreates,
  ImportOptions,
  ImportProgress,
  ImportRecord,
  ImportRemoval,
  ImportRowView,
  ImportStatus,
  ImportSummary,
  Outcome,
  ProblemCause,
  SkipReason,
} from "./imports/types";
export {
  newImportKey,
  openPassword,
  openWithSecret,
  sealPassword,
  sealWithSecret,
  type SealPurpose,
} from "./secrets/sealing";
export type {
  CellPlace,
  EditPreview,
  EditResult,
  EditStep,
  EditView,
  Recipe,
  RecipeResult,
  RecipeStep,
  RowSet,
} from "./imports/edit/types";
export { editImport } from "./imports/edit/edit-import";
export { listEdits } from "./imports/edit/list-edits";
export { previewEdit } from "./imports/edit/preview-edit";
export {
  applyCorrections,
  type BothChanged,
  type CorrectionsInput,
  type MergeResult,
} from "./imports/edit/apply-corrections";
export { applyRecipe, findRecipes, previewRecipe } from "./imports/edit/recipes";
export { continueImport } from "./imports/continue-import";
export { dropDrifted, type DropDriftedResult } from "./imports/edit/drop-drifted";
export { redoEdit, undoEdit } from "./imports/edit/undo-edit";
export { type AskedStep } from "./imports/edit/plan-step";
export { cancelImport } from "./imports/cancel-import";
export { commitImport } from "./imports/commit-import";
export { confirmImport } from "./imports/confirm-import";
export { correctionsFile, type CorrectionsFile } from "./imports/corrections-file";
export {
  exportAccounts,
  previewExport,
  type ExportFile,
  type ExportPreview,
} from "./imports/export-accounts";
export type { ExportInput, LostField } from "./imports/export-shape";
export { failStaleUploads, findDueImports } from "./imports/find-due-imports";
export { getImport } from "./imports/get-import";
export { hashPendingPasswords, type PasswordHasher } from "./imports/hash-pending-passwords";
export { dropReviewIndexes, indexReview } from "./imports/index-review";
export { expireSealedPasswords } from "./passwords/expire-sealed-passwords";
export { hashParameters } from "./access/password-hashing";
export { importReport, type ReportRow } from "./imports/import-report";
export { listImportRows, type RowPage, type RowQuery } from "./imports/list-import-rows";
export { listImports, type ImportPage } from "./imports/list-imports";
export { inspectFile, type InspectInput } from "./imports/inspect-file";
export { listRemovals, streamRemovals, type RemovalPage } from "./imports/list-removals";
export { blankRuleSchema, mappingSchema } from "./imports/mapping-schema";
export { deleteMapping, listMappings, saveMapping, type SavedMapping } from "./imports/saved-mappings";
export { listProblemCauses } from "./imports/list-problem-causes";
export { planImport } from "./imports/plan-import";
export { receiveImport, type ReceiveInput } from "./imports/receive-import";
export { replanImport } from "./imports/replan-import";
export { announceWork, listenForWork, openDatabase, type Database, type WorkKind } from "@rollcall/db";
export type { Me, PasswordLink, SessionView, SetUpInput, SetUpLink, SignedIn } from "./access/types";
export { auditActions, describeAction, isAuditAction, type AuditAction } from "./audit/actions";
export type {
  AuditEventView,
  AuditFilter,
  AuditPage,
  AuditSubject,
  AuditVerification,
  ListAuditEventsInput,
} from "./audit/types";
export {
  devicePlatforms,
  type AcceptInvitationInput,
  type DeviceCounts,
  type DeviceItem,
  type DevicePage,
  type DevicePlatform,
  type DeviceState,
  type Enrolled,
  type InvitationItem,
  type InvitationLink,
  type InvitationPage,
  type InvitationState,
  type InviteResult,
  type ListDevicesInput,
  type ListInvitationsInput,
  type MyDevice,
  type PolicyWords,
} from "./enrolment/types";
export type {
  DeliverMessagesInput,
  DeliveryReport,
  KeptMails,
  ListMessagesInput,
  MailSummary,
  MailTransport,
  MessageDetails,
  MessageKind,
  MessageListItem,
  MessagePage,
  MessageState,
  RenderMail,
} from "./mail/types";
export type {
  AccountsPoint,
  AttentionItem,
  Attribute,
  DepartmentDetails,
  DepartmentListItem,
  Domain,
  GroupDetails,
  GroupListItem,
  ListNamedInput,
  MailPoint,
  NamedPage,
  NavigationCounts,
  Overview,
  OverviewImport,
  PlanFields,
  Policy,
  PolicyFields,
  RecipientValidation,
  SearchHit,
  ServicePlan,
} from "./organisation/types";
export {
  bulkLimit,
  type AccountDetails,
  type AccountFilters,
  type AccountKind,
  type AccountLineage,
  type AccountListItem,
  type AccountMay,
  type AccountPage,
  type AccountSort,
  type AccountSource,
  type AccountStatus,
  type AddAccountInput,
  type BulkResult,
  type EditAccountFields,
  type ListAccountsInput,
  type Total,
} from "./people/types";
export { changeMyPassword } from "./access/change-my-password";
export { hashPassword, TooManyHashes } from "./access/password-hashing";
export { endMyOtherSessions, endMySession, listMySessions } from "./access/my-sessions";
export { checkPasswordLink, usePasswordLink } from "./access/password-link";
export { requestPasswordReset } from "./access/request-password-reset";
export {
  checkSetUpLink,
  completeSetUp,
  createSetUpLink,
  ensureFirstAdministrator,
  isSetUp,
} from "./access/set-up";
export { signIn } from "./access/sign-in";
export { signOut } from "./access/sign-out";
export { whoAmI } from "./access/who-am-i";
export {
  settingNames,
  isSettingName,
  type OrganisationSettings,
  type SettingName,
} from "./organisation/settings";
export { addAccount } from "./people/add-account";
export { changeRole } from "./people/change-role";
export { deleteAccounts } from "./people/delete-accounts";
export { editAccount } from "./people/edit-account";
export { getAccount } from "./people/get-account";
export { addToGroup, removeFromGroup } from "./people/group-members";
export { listAccounts } from "./people/list-accounts";
export { lockAccount, unlockAccount } from "./people/lock-account";
export { resendWelcome, sendPasswordReset } from "./people/send-links";
export { setAccountEnabled, setAccountsEnabled } from "./people/set-enabled";
export { cleanUpAccess } from "./access/clean-up";
export { exportAuditEvents, listAuditEvents, verifyAudit } from "./audit/list-audit-events";
export { acceptInvitation } from "./enrolment/accept-invitation";
export { checkInvitation } from "./enrolment/check-invitation";
export { deviceCounts, listDevices, markDeviceLost, removeDevice } from "./enrolment/devices";
export { inviteAccounts, inviteImported } from "./enrolment/invite";
export { listInvitations } from "./enrolment/list-invitations";
export { resendInvitation, revokeInvitation } from "./enrolment/manage-invitation";
export { listMyDevices, removeMyDevice, renameMyDevice, reportMyDeviceLost } from "./enrolment/my-devices";
export { platformNames, recognisePlatform } from "./enrolment/recognise-platform";
export { deliverMessages } from "./mail/deliver-messages";
export { forgetMails, type ForgottenMails } from "./mail/forget-mails";
export { getMessage } from "./mail/get-message";
export { listMessages, mailSummary } from "./mail/list-messages";
export {
  queueDomainExport,
  queueImportFailed,
  queueImportFinished,
  type DomainExport,
} from "./mail/queue-import-mail";
export { retryMessage } from "./mail/retry-message";
export { sendTestMail } from "./mail/send-test-mail";
export {
  createDepartment,
  deleteDepartment,
  getDepartment,
  listDepartments,
  renameDepartment,
} from "./organisation/departments";
export { createGroup, deleteGroup, getGroup, listGroups, renameGroup } from "./organisation/groups";
export { createAttribute, deleteAttribute, listAttributes, renameAttribute } from "./organisation/attributes";
export { deleteDomain } from "./organisation/delete-domain";
export { createDomain, listDomains, updateDomain } from "./organisation/domains";
export { createPlan, deletePlan, listPlans, updatePlan } from "./organisation/plans";
export {
  createPolicy,
  deletePolicy,
  listPolicies,
  setGroupPolicy,
  updatePolicy,
} from "./organisation/policies";
export { navigationCounts, overview } from "./organisation/overview";
export { searchEverything } from "./organisation/search-everything";
export { getSettings, updateSettings } from "./organisation/update-settings";
export { undoImport, type UndoImportInput } from "./imports/undo/undo-import";
export {
  listUndoneRows,
  listUndoRows,
  previewUndo,
  streamUndoRows,
  type UndoRowsInput,
} from "./imports/undo/preview-undo";
export type {
  UndoChoice,
  UndoCounts,
  UndoHeap,
  UndoPreview,
  UndoRowPage,
  UndoRowView,
} from "./imports/undo/types";
export { exportEvidence, type EvidenceFile } from "./imports/record/export-evidence";
export {
  verifyEvidence,
  verifyEvidenceChain,
  type EvidenceVerdict,
  type Verified,
} from "./imports/record/verify-evidence";
export { evidenceKey } from "./imports/record/evidence-key";
export { signingKeyOf, type PublicSigningKey } from "./secrets/signing";
export { listDrifted, type DriftedPage, type DriftedRow } from "./imports/record/list-drifted";
export { lineage, type FieldLineage } from "./imports/record/lineage";
export {
  halfRedactedImports,
  redactOldImports,
  type RedactReport,
} from "./imports/record/redact-old-imports";
