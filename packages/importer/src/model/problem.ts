// Problems as data: the closed list of codes, what each carries and how bad it is. Words are in src/words, never here.
import type { FieldName } from "./record";

/** `error`: the row (or the file) is not applied. `warning` and `info` stop nothing. */
export type Severity = "error" | "warning" | "info";

type Nothing = Record<string, never>;

/** A value of the file, clipped to 100 characters. Never a password. */
interface Value {
  value: string;
}

interface Switch extends Value {
  /** The header of the cell. */
  header?: string;
}

/** What each code carries. The keys of this map are the closed list of codes. */
export interface ProblemParams {
  "file.empty": Nothing;
  "file.unknown-format": { found: string };
  /** `missing`: the headers that were not found; `found`: those that were ("" when the line holds data). */
  "file.no-header": { missing: string; found: string };
  "file.checkpoint-missing": Nothing;
  "file.name-column": { found: string };
  "file.password-column": { column: string };
  /** `offer`: the encoding to try instead, "" when there is none to offer. */
  "file.encoding": { encoding: string; byte: string; character: string; offer: string };
  "file.encrypted": { what: string };
  "file.corrupt": { what: string };
  "file.too-large": { limit: number };
  "file.too-many-rows": { limit: number };
  "file.too-many-columns": { limit: number };
  "file.unterminated-quote": Nothing;
  /** `quoted`: 1 when the cell began with a quote, so that a missing closing quote is likely. */
  "file.cell-too-long": { limit: number; quoted: number };
  /** `what`: "an Excel workbook (XLSX)"; `advice`: what to do; `extension`: what the name claims, "" when it fits. */
  "file.unsupported": { what: string; advice: string; extension: string };
  "column.unknown": { header: string; position: number };
  "column.repeated": { header: string; position: number; first: number };
  "row.too-many-values": { values: number; columns: number };
  "row.too-few-values": { values: number; needed: number };
  "row.control-character": { character: string };
  "row.misplaced-quote": Nothing;
  "row.blank-not-allowed": Nothing;
  /** The account was changed by somebody after the plan was shown; the row is held back. */
  "row.changed-since-preview": Nothing;
  "email.missing": Nothing;
  "email.invalid": Value & { reason: AddressFault };
  "email.spaces": Value;
  "email.quoted": Value;
  "email.duplicate": Value & { firstLine: number };
  "email.taken": Value & { by?: string };
  /** `nearest`: the organisation's domain that was probably meant, "" when none is near. */
  "email.foreign-domain": { domain: string; nearest: string };
  "email.confusable": { reason: ConfusableReason; part: string };
  "username.missing": Nothing;
  "username.invalid": Value;
  "username.duplicate": Value & { firstLine: number };
  "username.taken": Value & { by?: string };
  "alias.invalid": Value & { reason: AddressFault };
  "alias.duplicate": Value & { firstLine: number };
  "alias.taken": Value & { by?: string };
  "alias.own-address": Value;
  "alias.too-many": { limit: number };
  "contact-email.invalid": Value & { reason: AddressFault };
  /** `missing`: "domain" or "user name". */
  "exchange.incomplete": { missing: string };
  "name.missing": Nothing;
  "name.too-long": { length: number; limit: number };
  "department.too-long": { length: number; limit: number };
  "group.too-long": { length: number; limit: number };
  "plan.missing": Nothing;
  /** `nearest`: the plan that was probably meant, "" when none is near. */
  "plan.unknown": Value & { nearest?: string };
  "plan.disabled": Value;
  "attribute.new": Value;
  "group.new": Value;
  "department.new": Value;
  "password.missing": Nothing;
  "password.policy": { reason: PasswordReason; minLength: number; maxLength: number };
  "password.no-way-in": Nothing;
  "password.ignored": Nothing;
  "password.reused": { firstLine: number };
  "send-email.invalid": Switch;
  "must-change-password.invalid": Switch;
  "password-never-expires.invalid": Switch;
  "locked-out.invalid": Switch;
  "pop.invalid": Switch;
  "submit.invalid": Switch;
  "pop.external": { domain: string };
  "submit.external": { domain: string };
  "enabled.invalid": Switch;
  "admin.invalid": Switch;
  "role.invalid": Value;
  "role.grant-not-confirmed": Nothing;
  "role.above-yours": { role: string };
  "admin-role.invalid": Value;
  "admin-role.forbidden": Nothing;
  "account-code.forbidden": Nothing;
  "protected-account.forbidden": Nothing;
  "last-master": Nothing;
  "import.forbidden": Nothing;
  "domain.missing": Nothing;
  "domain.unknown": { domain: string };
  "note.too-long": { length: number; limit: number };
  "group.unknown": Value;
}

/** A problem's code; the list is closed. */
export type ProblemCode = keyof ProblemParams;

/** Why an address is none. */
export type AddressFault = "no-at" | "several" | "local" | "domain" | "too-long";

/** Why an address could be taken for another. */
export type ConfusableReason = "mixed-script" | "lookalike" | "invisible";

/** Why a password is refused by the policy. */
export type PasswordReason = "too-short" | "too-long" | "common" | "own-address" | "own-name";

/** A one-click correction: set the cell of this row's field to a value. */
export interface Fix {
  kind: "set";
  field: FieldName;
  value: string;
  /** What the button says. */
  label: string;
}

/** One thing that is wrong, or worth knowing, about a file or a row. */
export interface Problem {
  /** The line where the row begins; null when it is about the file as a whole. */
  line: number | null;
  /** The header of the cell, as the file writes it. */
  column: string | null;
  field: FieldName | null;
  code: ProblemCode;
  severity: Severity;
  /** What the words need. Never a password. */
  params: Record<string, string | number>;
  fix: Fix | null;
}

/** How bad each code is unless the caller knows better (`domain.missing` in `check`, for one). */
export const defaultSeverity: Record<ProblemCode, Severity> = {
  "file.empty": "error",
  "file.unknown-format": "error",
  "file.no-header": "error",
  "file.checkpoint-missing": "error",
  "file.name-column": "error",
  "file.password-column": "error",
  "file.encoding": "error",
  "file.encrypted": "error",
  "file.corrupt": "error",
  "file.too-large": "error",
  "file.too-many-rows": "error",
  "file.too-many-columns": "error",
  "file.unterminated-quote": "error",
  "file.cell-too-long": "error",
  "file.unsupported": "error",
  "column.unknown": "info",
  "column.repeated": "warning",
  "row.too-many-values": "error",
  "row.too-few-values": "error",
  "row.control-character": "error",
  "row.misplaced-quote": "error",
  "row.blank-not-allowed": "error",
  "row.changed-since-preview": "error",
  "email.missing": "error",
  "email.invalid": "error",
  "email.spaces": "error",
  "email.quoted": "error",
  "email.duplicate": "error",
  "email.taken": "error",
  "email.foreign-domain": "warning",
  "email.confusable": "warning",
  "username.missing": "error",
  "username.invalid": "error",
  "username.duplicate": "error",
  "username.taken": "error",
  "alias.invalid": "error",
  "alias.duplicate": "error",
  "alias.taken": "error",
  "alias.own-address": "warning",
  "alias.too-many": "error",
  "contact-email.invalid": "error",
  "exchange.incomplete": "warning",
  "name.missing": "error",
  "name.too-long": "error",
  "department.too-long": "error",
  "group.too-long": "error",
  "plan.missing": "error",
  "plan.unknown": "error",
  "plan.disabled": "error",
  "attribute.new": "info",
  "group.new": "info",
  "department.new": "info",
  "password.missing": "error",
  "password.policy": "error",
  "password.no-way-in": "warning",
  "password.ignored": "info",
  "password.reused": "warning",
  "send-email.invalid": "error",
  "must-change-password.invalid": "error",
  "password-never-expires.invalid": "error",
  "locked-out.invalid": "error",
  "pop.invalid": "error",
  "submit.invalid": "error",
  "pop.external": "error",
  "submit.external": "error",
  "enabled.invalid": "error",
  "admin.invalid": "error",
  "role.invalid": "error",
  "role.grant-not-confirmed": "error",
  "role.above-yours": "error",
  "admin-role.invalid": "error",
  "admin-role.forbidden": "error",
  "account-code.forbidden": "error",
  "protected-account.forbidden": "error",
  "last-master": "error",
  "import.forbidden": "error",
  "domain.missing": "error",
  "domain.unknown": "error",
  "note.too-long": "error",
  "group.unknown": "error",
};

/** Where a problem is, and what repairs it. */
export interface ProblemPlace {
  line?: number | null;
  column?: string | null;
  field?: FieldName | null;
  severity?: Severity;
  fix?: Fix | null;
}

/** Makes a problem; the compiler asks for exactly the parameters that its words need. */
export function makeProblem<C extends ProblemCode>(
  code: C,
  params: ProblemParams[C],
  place: ProblemPlace = {},
): Problem {
  return {
    line: place.line ?? null,
    column: place.column ?? null,
    field: place.field ?? null,
    code,
    severity: place.severity ?? defaultSeverity[code],
    params: { ...params },
    fix: place.fix ?? null,
  };
}

/** A value of the file as problems carry it: at most 100 characters, so that no problem is ever large. */
export function clip(value: string): string {
  return value.length <= 100 ? value : `${value.slice(0, 99)}…`;
}
