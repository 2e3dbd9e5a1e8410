/**
 * What use cases of imports take and give: plain data that crosses tRPC, the CLI and jobs unchanged. Ids are strings here.
 */
import type { BlankRule, FormatDemands, Mapping, Problem, SheetGuess } from "@rollcall/importer";
import type { ImportGuard } from "./guards";
import type { UndoCounts } from "./undo/types";

export type ImportStatus =
  "UPLOADING" | "STAGED" | "READY" | "COMMITTING" | "COMPLETED" | "FAILED" | "CANCELLED";
export type Outcome = "create" | "update" | "unchanged" | "skip" | "problem";
export type SkipReason = "exists" | "missing" | "administrator" | "dropped";

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
  /** at most 100 characters; put on every address of the file */
  note: string | null;
  /** of control-panel: the organisation's domain that user names belong to; it cannot change once the file is read */
  domain: string | null;
  /** what empty cells mean for accounts that exist: by flat key or mapping target, else `all`, else keep */
  blank: { all: BlankRule | null; fields: Record<string, BlankRule> };
  /** the columns as somebody mapped them; the format is then `custom` */
  mapping: Mapping | null;
  /** of a workbook; null: the first that is recognised */
  sheet: string | null;
  /** "Upload only (no folder)": groups of the options and of the file are left aside */
  noGroup: boolean;
  /** a person said yes to the administrators that the file makes */
  grantRoles: boolean;
  /** to how many the last yes was said, by rank, the strongest first; written by the plan alone. Where it makes more, or stronger ones, `grantRoles` is off again */
  granted: number[] | null;
  /** mail to whoever started it when it is finished */
  notify: boolean;
  /** invite those it creates to enrol, once it is committed, in the name of whoever started it */
  invite: boolean;
  /** waits for a person even where the format carries a clean file out by itself (`--dry-run`) */
  hold: boolean;
}

export interface ImportSummary {
  create: number;
  update: number;
  unchanged: number;
  skip: number;
  problem: number;
}

/** The names a commit would create. */
export interface ImportCreates {
  departments: CreatedName[];
  groups: CreatedName[];
  attributes: CreatedName[];
}

export interface CreatedName {
  name: string;
  /** that first asks for it */
  line: number;
  /** an existing name that was probably meant; null when none is near */
  near: string | null;
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
  /** accounts that become administrators; those that wait for `grantRoles` not counted */
  administratorsMade: number;
  /** existing administrators that rows change */
  administratorsChanged: number;
  /** administrators that no row names, and who leave a group because the file is its member list */
  administratorsLeaving: number;
  /** memberships of the file's own accounts that rows end; those of others: `removals` */
  membershipsEnded: number;
  /** rows that wait for `grantRoles` */
  grantsHeld: number;
  /** directory accounts that become manually imported */
  directoryBecomesManual: number;
  /** of their domains, those that take mail for valid directory users only */
  directoryDomains: string[];
  /** accounts whose policy is another one in their new groups */
  policyChanges: number;
  /** service plans that accounts are given, by name */
  plansUsed: { plan: string; accounts: number }[];
  /** memberships of accounts outside the file that end */
  removals: number;
  /** of `removals`, once it is carried out: those that did not end, since the account changed or left the group after the preview */
  removalsKept: number;
  /** accounts that are disabled or locked while signed in */
  sessionsEnded: number;
  /** the code of a problem that stops the whole file, lenient or not */
  stopped: string | null;
}

/** A member outside the file whom the import takes out of a group. */
export interface ImportRemoval {
  accountId: string;
  email: string;
  group: string;
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
  /** the sheet that was read, and all of them; null and none when the file is no workbook */
  sheet: string | null;
  sheets: SheetGuess[];
  /** by which the columns were matched: the one that was given, or a ready one for a known export */
  mapping: Mapping | null;
  /** what the format asks besides its columns; null while it is not known */
  demands: FormatDemands | null;
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
  /** the code of a problem that stops the whole file: it cannot be confirmed */
  stopped: string | null;
  /** how many memberships outside the file end (`listRemovals`) */
  removals: number;
  /** what confirming takes besides the press, and why; null in lists, and when it is not READY or under every limit */
  guard: ImportGuard | null;
  /** the newest import of the same bytes that stands; null in lists, and when it is neither STAGED nor READY */
  earlier: { id: string; at: Date; by: string } | null;
  /** confirmImport takes it back; null until planned */
  fingerprint: string | null;
  mails: { total: number; sent: number; failed: number };
  /** rows left with problems after a lenient commit, and not carried on by another import */
  waiting: number;
  /** the import whose waiting rows this one carries on */
  continues: { id: string } | null;
  /** the import that carries on this one's waiting rows */
  continuedBy: { id: string } | null;
  /** rows whose imported password still waits to be hashed */
  passwordsPending: number;
  /** accounts whose imported password was destroyed after a day before it was hashed: their owners need a link */
  passwordsExpired: number;
  /** the import that this one takes back; null: it is a file */
  undoes: { id: string; fileName: string } | null;
  /** what it takes back is itself an undo: it brings accounts back */
  redo: boolean;
  /** the newest undo of it that is under way, or took something back that is not back again; `rows`: how many accounts, null: all */
  undoneBy: {
    id: string;
    at: Date;
    by: string;
    status: "COMMITTING" | "COMPLETED";
    rows: number | null;
  } | null;
  /** of an undo that was carried out */
  undo: UndoCounts | null;
  /** when the contents of its rows were removed (setting imports.keepRowsDays); it cannot be undone any more */
  redactedAt: Date | null;
  /** in plain words, when FAILED */
  failure: string | null;
  /**
   * in plain words, when READY: what was not as it was confirmed, so that its last commit changed nothing. It is previewed again
   * (`replanImport`) before it can be confirmed; corrections and decisions stay
   */
  objection: string | null;
  createdBy: string;
  confirmedBy: string | null;
  createdAt: Date;
  plannedAt: Date | null;
  confirmedAt: Date | null;
  endedAt: Date | null;
  /** while UPLOADING, STAGED or COMMITTING, and while its passwords are hashed */
  progress: ImportProgress | null;
  /** while COMMITTING: somebody asked to stop it, and it is about to be READY again unless it was in its last step */
  cancelRequestedAt: Date | null;
}

export interface ImportProgress {
  /** "reading", "planning", "groups", "accounts", "updates", "mail", "finishing", "passwords" */
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
  /** {field: {from, to}}, attributes as "attribute:NAME"; groups, aliases and delegates as {add, remove} */
  changes: Record<string, FieldChange>;
  problems: (Problem & { message: string })[];
  /** what the email column "Why" says, in one line */
  why: string;
  /** the cells as they were in the file, passwords masked; null = never edited */
  original: string[] | null;
  /** what a person decided for the row; null = as the mode says */
  decision: "skip" | "link" | null;
  /** the account a row is linked to; null when it is linked to none, or that one is gone */
  linked: { id: string; email: string; name: string } | null;
}

export type FieldValue = string | boolean | null;
export type FieldChange = { from: FieldValue; to: FieldValue } | { add: string[]; remove: string[] };

/** Problems of the rows grouped by cause: the list "Fix first". */
export interface ProblemCause {
  code: string;
  field: string | null;
  severity: "error" | "warning" | "info";
  /** of `password.policy`: why the policy refuses; null for other codes */
  reason: string | null;
  title: string;
  rows: number;
  example: { line: number; value: string };
}
