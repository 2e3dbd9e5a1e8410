// What a rule about a row gets to see. One rule is one file in src/checks: it is prepared once per file and then run on
// every row, where it fills the record and adds problems.
import type { FieldName } from "./record";
import type { CheckedRow, Row } from "./row";

/** The lengths a password must keep to, in characters. */
export interface PasswordPolicy {
  minLength: number;
  maxLength: number;
}

/** The policy used where none is given (PRODUCT.md, "Password policy"). */
export const defaultPasswordPolicy: PasswordPolicy = { minLength: 12, maxLength: 1024 };

/** What the rules need to know besides the row. */
export interface CheckOptions {
  /** Default 12 to 1,024. */
  passwordPolicy?: PasswordPolicy;
  /** The organisation's mail domains, for `email.foreign-domain`; none = no check. */
  domains?: readonly string[];
}

/** What the rules of one file share. */
export interface FileContext {
  passwordPolicy: PasswordPolicy;
  /** Canonical domains of the organisation. */
  domains: ReadonlySet<string>;
  /** Columns of the file, trailing nameless ones not counted. */
  width: number;
  /** Positions of the columns that go into the field, in the file's order. */
  columnsOf: (field: FieldName) => readonly number[];
  /** The header at a position, null when it has none. */
  headerAt: (index: number) => string | null;
  /** The header of the first column of the field, null when the file has none. */
  headerOf: (field: FieldName) => string | null;
  /** Reads the field's first cell, white space around it taken off; null when neither file nor row has one. */
  reader: (field: FieldName) => (row: Row) => string | null;
}

/** Looks at one row. */
export type RowCheck = (row: CheckedRow) => void;

/** One rule. */
export type Rule = (file: FileContext) => RowCheck;
