// What a rule about a row gets to see. One rule is one file in src/checks; it reads the draft, fills the record and adds problems.
import type { FieldName } from "./record";
import type { CheckedRow } from "./row";

/** The lengths a password must keep to, in characters. */
export interface PasswordPolicy {
  minLength: number;
  maxLength: number;
}

/** What the rules need to know besides the row. */
export interface CheckOptions {
  /** Default 12 to 1,024. */
  passwordPolicy?: PasswordPolicy;
  /** The organisation's mail domains, for `email.foreign-domain`; none = no check. */
  domains?: readonly string[];
}

/** One row while it is being understood. */
export interface RowDraft extends CheckedRow {
  /** The text of the first column that goes into the field, white space around it taken off; null: the file has no such column. */
  text: (field: FieldName) => string | null;
}

/** What the rules of one file share. */
export interface CheckContext {
  passwordPolicy: PasswordPolicy;
  /** Canonical domains of the organisation. */
  domains: ReadonlySet<string>;
  /** Positions of the columns that go into a field, in the file's order. */
  columnsOf: (field: FieldName) => readonly number[];
  /** The header of the first column of a field, null when there is none. */
  headerOf: (field: FieldName) => string | null;
  /** The header at a position. */
  headerAt: (index: number) => string;
  /** Columns of the file, trailing nameless ones not counted. */
  width: number;
}

/** One rule. */
export type RowCheck = (draft: RowDraft, context: CheckContext) => void;
