/** The use cases of Rollcall, one verb a file, and the types they speak. */
export type { AccountsSettings, Context, Log, Principal } from "./context";
export { describeRefusal, type Refusal, type RefusalCode } from "./refusal";
export { done, refuse, type Result } from "./result";
export { authorise, type Actor } from "./access/authorise";
export {
  adminRoleNames,
  adminRoles,
  isAbove,
  may,
  type AdminRole,
  type Permission,
  type Role,
} from "./access/permissions";
export type {
  FieldChange,
  ImportConsequences,
  ImportCreates,
  ImportOptions,
  ImportProgress,
  ImportRecord,
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
