// What a format is: the one interface that every folder of src/formats fulfils. It knows no particular format.
import type { FormatId } from "./format-id";
import type { ColumnMatch } from "./recognition";
import type { Mapping } from "./mapping";
import type { AccountRecord, FieldName } from "./record";
import type { Problem } from "./problem";
import type { ProblemCode } from "./problem-params";
import type { Row } from "./row";
import type { Rule } from "./check";

/** What to do with accounts that exist: skip them, create and update, or never create. */
export type ImportMode = "create" | "upsert" | "update";

/** One column of a format. */
export interface ColumnSpec {
  field: FieldName;
  /** "domain" or "username" of `exchange`. */
  part?: string;
  /** Other headers that mean it, compared as the header is. */
  also?: readonly string[];
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
  /** The mapping that was used, when columns were mapped. */
  mapping?: Mapping;
}

/** An account as it is exported: whatever the source knows; the rest is left empty. No passwords. */
export type ExportAccount = { email: string } & Partial<
  Omit<AccountRecord, "email" | "password" | "sendWelcome">
>;

/** What an export must make room for, and knows of the organisation. */
export interface ExportShape {
  /** The most groups that any exported account is in. */
  groups: number;
  aliases?: number;
  delegates?: number;
  /** Names of the custom attributes to write. */
  attributes?: readonly string[];
  /** Of control-panel: only accounts of this domain can be written, by their user name. */
  domain?: string;
}

/** A cell of an export; a boolean is written as TRUE or FALSE in text and typed in a workbook. */
export type ExportCell = string | boolean;

/** Writes accounts as rows of cells; `csvExport` makes text of them, a workbook takes them as they are. */
export interface Exporter {
  /** The rows above the accounts: one header, or none. */
  header: readonly (readonly string[])[];
  cells: (account: ExportAccount) => readonly ExportCell[];
}

/** What a format asks of an import, besides its columns. */
export interface FormatDemands {
  /** `CheckOptions.domain` must be given: user names become addresses of it. */
  domain?: true;
  /** New accounts need a password, unless the organisation's settings allow none. */
  password?: true;
  /** Without a plan the default plan is taken; an error when there is none. */
  plan?: true;
  /** An import without errors is carried out without being asked (sources/002). */
  commitsByItself?: true;
  /** Problems of which a single one stops the whole file, lenient or not (sources/004: passwords). */
  stopsOn?: readonly ProblemCode[];
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
  demands: FormatDemands;
  /** What an export of this format can hold of an account; the rest is lost in it, and said before it is downloaded. */
  holds: readonly FieldName[];
  /** True: a row whose account exists as an administrator is skipped whatever the mode. */
  protectsAdministrators: boolean;
  /** Finds itself in the first rows of a table; `mapping`: as somebody mapped the columns, which only `custom` looks at. */
  match: (rows: readonly Row[], mapping?: Mapping) => FormatMatch;
  /** The rules of a row, in the order in which their problems are told. */
  rules: readonly Rule[];
  /** The template file, empty or with rows that show how it is used. */
  template: (sample: boolean) => string;
  exporter: (shape: ExportShape) => Exporter;
  /** Whether an export can hold the account at all; without it every one. Others are left out before `cells` is asked. */
  canExport?: (account: Pick<ExportAccount, "email">, shape: ExportShape) => boolean;
}
