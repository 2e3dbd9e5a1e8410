/**
 * What use cases of imports take and give: plain data that crosses tRPC, the CLI and jobs unchanged. Ids are strings here.
 */
import type { Problem } from "@rollcall/importer";

export type ImportStatus =
  "UPLOADING" | "STAGED" | "READY" | "COMMITTING" | "COMPLETED" | "FAILED" | "CANCELLED";
export type Outcome = "create" | "update" | "unchanged" | "skip" | "problem";
export type SkipReason = "exists" | "missing" | "administrator";

export interface ImportOptions {
  /** null: recognised from the content */
  format: string | null;
  /** null: detected; "windows-1252" when the person chose the repair */
  encoding: string | null;
  mode: "create" | "upsert" | "update";
  /** true: any error stops the whole file */
  strict: boolean;
  /** who gets a welcome mail: as the file says, every new account, or nobody */
  mail: "file" | "always" | "never";
  /** add to the groups an account has, or make them exactly those of the file */
  groupMode: "add" | "replace";
  /** names of existing groups that every account of the file is put into */
  groups: string[];
  /** at most 100 characters */
  note: string | null;
}

export interface ImportSummary {
  create: number;
  update: number;
  unchanged: number;
  skip: number;
  problem: number;
}

/** The names a commit would create, each with the line that first asks for it. */
export interface ImportCreates {
  departments: { name: string; line: number }[];
  groups: { name: string; line: number }[];
}

export interface ImportConsequences {
  /** welcome mails to people of this import */
  mails: number;
  /** of those, with a link to set a password */
  links: number;
  /** new accounts with neither password nor mail */
  noWayIn: number;
  /** field values that change in existing accounts */
  valuesChanged: number;
}

/** One import, as screens, CLI and API show it. */
export interface ImportRecord {
  id: string;
  status: ImportStatus;
  fileName: string;
  fileBytes: number;
  fileSha256: string | null;
  format: { id: string; label: string; confidence: number; reason: string } | null;
  encoding: string | null;
  container: string | null;
  delimiter: string | null;
  /** the file's headers, in order; columns of the review and of the corrections file */
  columns: { header: string; field: string | null }[];
  options: ImportOptions;
  rows: number;
  blankRows: number;
  /** problems of the file as a whole */
  problems: Problem[];
  /** null until planned */
  summary: ImportSummary | null;
  creates: ImportCreates | null;
  consequences: ImportConsequences | null;
  /** confirmImport takes it back; null until planned */
  fingerprint: string | null;
  mails: { total: number; sent: number; failed: number };
  /** rows whose imported password still waits to be hashed */
  passwordsPending: number;
  /** in plain words, when FAILED */
  failure: string | null;
  createdBy: string;
  confirmedBy: string | null;
  createdAt: Date;
  plannedAt: Date | null;
  confirmedAt: Date | null;
  endedAt: Date | null;
  /** while UPLOADING, STAGED or COMMITTING */
  progress: ImportProgress | null;
}

export interface ImportProgress {
  /** "reading", "planning", "groups", "accounts", "updates", "mail", "finishing" */
  phase: string;
  done: number;
  total: number;
  startedAt: Date;
  updatedAt: Date;
}

/** A row in the review: what the file says, what would happen, and why. */
export interface ImportRowView {
  rowNo: number;
  line: number;
  /** in the order of ImportRecord.columns; passwords masked */
  cells: string[];
  email: string | null;
  outcome: Outcome;
  reason: SkipReason | null;
  accountId: string | null;
  /** {field: {from, to}}; groups and aliases as {add, remove} */
  changes: Record<string, FieldChange>;
  problems: (Problem & { message: string })[];
  /** what the email column "Why" says, in one line */
  why: string;
}

export type FieldChange = { from: string | null; to: string | null } | { add: string[]; remove: string[] };

/** Problems of the rows grouped by cause: the list "Fix first". */
export interface ProblemCause {
  code: string;
  field: string | null;
  severity: "error" | "warning" | "info";
  title: string;
  rows: number;
  example: { line: number; value: string };
}
