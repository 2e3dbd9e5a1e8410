// What a rule about a row gets to see. One rule is one file in src/checks: it is prepared once per file and then run on
// every row, where it fills the record and adds problems.
import type { BlankRule, Mapping } from "./mapping";
import type { ColumnMatch } from "./recognition";
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
  /** The domain that control-panel user names belong to; without it they make no address (`domain.missing`). */
  domain?: string | null;
  /** How bad `domain.missing` is: a warning where there is no database (`check`), an error in an import. Default "warning". */
  domainMissing?: "warning" | "error";
  /**
   * Where `password.missing` of formats that ask for one is decided: "here" for every row without one, "later" by the
   * plan, which knows the accounts that exist. Default "here".
   */
  missingPasswords?: "here" | "later";
  /** What empty cells mean for accounts that exist; `fields` by flat key or target, else `all`. Default keep. */
  blank?: { all?: BlankRule; fields?: Partial<Record<string, BlankRule>> };
  /** Values and defaults of a mapping. */
  mapping?: Pick<Mapping, "values" | "defaults"> | null;
  /** Who is mailed: as the file says, everybody or nobody. Default "file". */
  mail?: "file" | "always" | "never";
  /** Names of the organisation's attributes, for the near-miss guard; none = no check. */
  attributes?: readonly string[];
}

/** What the rules of one file share. */
export interface FileContext {
  passwordPolicy: PasswordPolicy;
  /** Canonical domains of the organisation. */
  domains: ReadonlySet<string>;
  /** What was asked for, as it was given. */
  options: CheckOptions;
  /** All columns, used or not. */
  columns: readonly ColumnMatch[];
  /** Columns of the file, trailing nameless ones not counted. */
  width: number;
  /** Positions of the columns that go into the field, in the file's order. */
  columnsOf: (field: FieldName, part?: string) => readonly number[];
  /** The header at a position, null when it has none. */
  headerAt: (index: number) => string | null;
  /** The header of the first column of the field, null when the file has none. */
  headerOf: (field: FieldName, part?: string) => string | null;
  /**
   * Reads the field's first cell, white space around it taken off, through the values and defaults of the mapping; null
   * when neither file, row nor mapping has one.
   */
  reader: (field: FieldName, part?: string) => (row: Row) => string | null;
}

/** Looks at one row. */
export type RowCheck = (row: CheckedRow) => void;

/** One rule. */
export type Rule = (file: FileContext) => RowCheck;
