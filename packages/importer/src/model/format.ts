// What a format is: the one interface that every folder of src/formats fulfils. It knows no particular format.
import type { FormatId } from "./format-id";
import type { ColumnMatch } from "./recognition";
import type { AccountRecord, FieldName } from "./record";
import type { Problem } from "./problem";
import type { Row } from "./row";
import type { Rule } from "./check";

/** What to do with accounts that exist: skip them, create and update, or never create. */
export type ImportMode = "create" | "upsert" | "update";

/** One column of a format. */
export interface ColumnSpec {
  field: FieldName;
  /** The header as templates and exports write it. */
  header: string;
  /** The file must have it. */
  required: boolean;
  /** The header may appear as often as needed, with a number behind it or not. */
  repeats: boolean;
  /** Its cells are masked wherever they would be shown. */
  secret: boolean;
  /** What goes into it, for people. */
  help: string;
}

/** How a format found itself in the first rows of a table. */
export interface FormatMatch {
  /** 0 to 1. */
  confidence: number;
  reason: string;
  /** The row that names the columns; null when the format has none or it was not found. */
  header: Row | null;
  columns: ColumnMatch[];
  /** Lines up to and including this one are no rows of data. */
  dataAfterLine: number;
  /** Errors: the table is not of this format. Others: worth knowing (a column that is not used). */
  problems: Problem[];
}

/** An account as it is exported: whatever the source knows; the rest is left empty. No passwords. */
export type ExportAccount = { email: string } & Partial<
  Omit<AccountRecord, "email" | "password" | "sendWelcome">
>;

/** What an export must make room for. */
export interface ExportShape {
  /** The most groups that any exported account is in. */
  groups: number;
  aliases?: number;
  delegates?: number;
  /** Names of the custom attributes to write. */
  attributes?: readonly string[];
  /** True: cells as they are, without the quote that keeps a spreadsheet from running them. */
  raw?: boolean;
}

/** Writes accounts as text; each string ends its line (CRLF). */
export interface Exporter {
  header: () => string;
  row: (account: ExportAccount) => string;
}

/** One format. */
export interface Format {
  id: FormatId;
  /** "Hosted users" */
  label: string;
  /** One sentence for people. */
  description: string;
  columns: readonly ColumnSpec[];
  defaults: { mode: ImportMode; strict: boolean };
  /** True: a row whose account exists as an administrator is skipped whatever the mode. */
  protectsAdministrators: boolean;
  /** Finds itself in the first rows of a table. */
  match: (rows: readonly Row[]) => FormatMatch;
  /** The rules of a row, in the order in which their problems are told. */
  rules: readonly Rule[];
  /** The template file, empty or with rows that show how it is used. */
  template: (sample: boolean) => string;
  exporter: (shape: ExportShape) => Exporter;
}
