// The closed list of problem codes and what each carries. How bad each is says severity.ts, how it reads src/words.

type Nothing = Record<string, never>;

/** A value of the file, clipped to 100 characters. Never a password. */
interface Value {
  value: string;
}

interface Switch extends Value {
  /** The header of the cell. */
  header?: string;
  /** What may be written: "TRUE or FALSE". */
  accepted?: string;
}

/** What each code carries. The keys of this map are the closed list of codes. */
export interface ProblemParams {
  "file.empty": Nothing;
  "file.unknown-format": { found: string };
  /** `missing`: the headers that were not found; `found`: those that were ("" when the line holds data). */
  "file.no-header": { missing: string; found: string };
  /** `near`: what a cell holds that is nearly it; `cell`: where. */
  "file.checkpoint-missing": { near?: string; cell?: string };
  "file.name-column": { found: string };
  "file.password-column": { column: string };
  /** `offer`: the encoding to try instead, "" when there is none to offer. */
  "file.encoding": {
    encoding: string;
    byte: string;
    character: string;
    offer: string;
    /** Other encodings that fit the bytes better, best first, comma-separated ids; absent when none does. */
    alternatives?: string;
  };
  "file.encrypted": { what: string };
  "file.corrupt": { what: string };
  "file.too-large": { limit: number };
  "file.too-many-rows": { limit: number };
  "file.too-many-columns": { limit: number };
  "file.unterminated-quote": Nothing;
  /** `quoted`: 1 when the cell began with a quote, so that a missing closing quote is likely. */
  "file.cell-too-long": { limit: number; quoted: number };
  /** `what`: "an Excel workbook (XLSX)"; `advice`: what to do; `extension`: what the name claims, "" when it fits. */
  /** Names of the sheets that there are, comma-separated. */
  "file.no-sheet": { sheet: string; found: string };
  "file.unsupported": { what: string; advice: string; extension: string };
  /** Rows of an import that needed attention: `waits`: "review" or "queue", where the import takes them back. */
  "file.corrections": { import: string; file: string; waits: string };
  "column.unknown": { header: string; position: number };
  "column.repeated": { header: string; position: number; first: number };
  /** `meant`: the heading that it nearly is. */
  "column.near-miss": { header: string; meant: string };
  /** `missing`: what the mapping names and the file has not; `found`: the headers that it has. */
  "column.missing": { missing: string; found: string };
  "row.too-many-values": { values: number; columns: number };
  "row.too-few-values": { values: number; needed: number };
  /** The first line names the positions and is no row; of formats without a header. */
  "row.header-skipped": Nothing;
  "row.control-character": { character: string };
  "row.misplaced-quote": Nothing;
  /** `marked`: the cell holds `{clear}`. */
  "row.blank-not-allowed": { marked?: number };
  "row.cleared-and-filled": Nothing;
  /** The account was changed by somebody after the plan was shown; the row is held back. */
  "row.changed-since-preview": Nothing;
  /** The account that a person linked the row to was deleted since. */
  "link.gone": Nothing;
  /** An earlier row means the same account: one of the two was linked to it. */
  "link.duplicate": { firstLine: number };
  /** UTF-8 that was once read as another encoding and saved again; `better`: what it was. */
  "text.double-encoded": Value & { better: string };
  /** Spaces that are none of the space bar. */
  "text.odd-space": Value;
  /** The value stands in typographic quotes. */
  "text.smart-quotes": Value;
  /** Characters that cannot be seen; `character`: the first of them, "U+200B". */
  "text.invisible": Value & { character: string };
  /** A long number that a spreadsheet has shortened: 4.41E+11. */
  "cell.number-damaged": Value;
  /** A code that a spreadsheet has taken for a date: 1-Mar. */
  "cell.date-damaged": Value;
  /** An error of the spreadsheet in place of a value: #N/A. */
  "cell.spreadsheet-error": Value;
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
  "username.too-long": { length: number; limit: number };
  "alias.invalid": Value & { reason: AddressFault };
  "alias.duplicate": Value & { firstLine: number };
  "alias.taken": Value & { by?: string };
  "alias.own-address": Value;
  "alias.too-many": { limit: number };
  "delegate.invalid": Value & { reason: AddressFault };
  "delegate.too-many": { limit: number };
  "contact-email.invalid": Value & { reason: AddressFault };
  /** `missing`: "domain" or "user name". */
  "exchange.incomplete": { missing: string };
  "name.missing": Nothing;
  "name.too-long": { length: number; limit: number };
  "department.too-long": { length: number; limit: number };
  "group.too-long": { length: number; limit: number };
  "phone.too-long": { length: number; limit: number };
  "description.too-long": { length: number; limit: number };
  "plan.missing": Nothing;
  /** `nearest`: the plan that was probably meant, "" when none is near. */
  "plan.unknown": Value & { nearest?: string };
  "plan.disabled": Value;
  "attribute.new": Value;
  "attribute.name-too-long": { length: number; limit: number };
  "attribute.too-long": { length: number; limit: number };
  "group.new": Value;
  "department.new": Value;
  "password.missing": Nothing;
  "password.policy": { reason: PasswordReason; minLength: number; maxLength: number };
  "password.no-way-in": Nothing;
  /** `list`: because the account is a distribution list. */
  "password.ignored": { list?: number };
  "password.reused": { firstLine: number };
  /** The file gave one; its key was destroyed before the row could be corrected. */
  "password.gone": Nothing;
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
  /** The row says User and names an administrator's role. */
  "admin-role.of-user": Value;
  "admin-role.forbidden": Nothing;
  "account-code.forbidden": Nothing;
  "account-code.too-long": { length: number; limit: number };
  "kind.invalid": Value;
  "protected-account.forbidden": Nothing;
  "last-master": Nothing;
  "import.forbidden": Nothing;
  /** A value in < > or [ ], as manuals write them; never which value, it may be a password. */
  "brackets.typed": Nothing;
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
