/** From the stored import to the record that screens, CLI and API show. */
import type { StoredImport } from "@rollcall/db";
import type { Problem, Recognition } from "@rollcall/importer";
import { effectiveOptions, formatOf } from "./import-options";
import { readUndoName, readUndoneName } from "./undo/name-undo";
import type { ImportConsequences, ImportCreates, ImportProgress, ImportRecord, ImportSummary } from "./types";

/** What is kept of the importer's Recognition: everything but the sample rows. */
export type StoredRecognition = Omit<Recognition, "sample">;

export function withoutSample(recognition: Recognition): StoredRecognition {
  const { sample: _sample, ...rest } = recognition;
  return rest;
}

export function toImportRecord(stored: StoredImport): ImportRecord {
  // Written by this package alone, through the types named here.
  const recognition = stored.recognition as StoredRecognition | null;
  const format = recognition?.format ?? null;
  const known = formatOf(stored.formatId);
  const consequences = toConsequences(stored.consequences);
  return {
    id: String(stored.id),
    status: stored.status,
    fileName: stored.undoesId === null ? stored.fileName : readUndoName(stored.fileName, stored.redo),
    fileBytes: Number(stored.fileBytes),
    fileSha256: stored.fileSha256,
    format: format === null ? null : { ...format, label: formatOf(format.id)?.label ?? format.id },
    encoding: recognition?.encoding ?? null,
    container: recognition?.container ?? null,
    delimiter: recognition?.delimiter ?? null,
    sheet: recognition?.sheet ?? null,
    sheets: recognition?.sheets ?? [],
    mapping: recognition?.mapping ?? null,
    demands: known?.demands ?? null,
    columns: recognition === null ? [] : everyColumn(recognition.columns),
    options: effectiveOptions(stored.options, stored.formatId),
    rows: stored.rows,
    blankRows: stored.blankRows,
    problems: stored.problems as Problem[],
    summary: stored.summary as ImportSummary | null,
    creates: toCreates(stored.creates),
    consequences,
    stopped: consequences?.stopped ?? null,
    removals: consequences?.removals ?? 0,
    guard: null,
    earlier: null,
    fingerprint: stored.planFingerprint,
    mails: { total: stored.mails, sent: stored.mailsSent, failed: stored.mailsFailed },
    waiting: waitingRows(stored),
    continues: stored.continuesId === null ? null : { id: String(stored.continuesId) },
    continuedBy: stored.continuedById === null ? null : { id: String(stored.continuedById) },
    passwordsPending: stored.passwordsPending,
    passwordsExpired: stored.passwordsExpired,
    undoes:
      stored.undoesId === null
        ? null
        : {
            id: String(stored.undoesId),
            fileName: readUndoneName(stored.undoesFileName ?? "", stored.redo),
          },
    redo: stored.redo,
    undoneBy: toUndoneBy(stored.undoneBy),
    undo: toUndo(stored.consequences),
    redactedAt: stored.redactedAt,
    failure: stored.failure,
    objection: stored.status === "READY" ? stored.objection : null,
    createdBy: stored.createdByName,
    confirmedBy: stored.confirmedByName,
    createdAt: stored.createdAt,
    plannedAt: stored.plannedAt,
    confirmedAt: stored.confirmedAt,
    endedAt: stored.endedAt,
    progress: toProgress(stored),
    cancelRequestedAt: stored.status === "COMMITTING" ? stored.cancelRequestedAt : null,
  };
}

/** Rows that changed since the preview have a problem too, and wait with the others. */
function waitingRows({ status, summary, continuedById, redactedAt }: StoredImport): number {
  // what rows of an old import said is gone, and nothing can be done with them
  if (status !== "COMPLETED" || continuedById !== null || redactedAt !== null) return 0;
  return (summary as ImportSummary | null)?.problem ?? 0;
}

/** One entry a cell, as rows have them: what stands left of a checkpoint is no column of the format, and yet in every row. */
export function everyColumn(columns: Recognition["columns"]): ImportRecord["columns"] {
  const width = columns.reduce((most, { index }) => Math.max(most, index + 1), 0);
  const made: ImportRecord["columns"] = Array.from({ length: width }, () => ({ header: "", field: null }));
  for (const { index, header, field } of columns) made[index] = { header, field };
  return made;
}

const noConsequences: ImportConsequences = {
  mails: 0,
  links: 0,
  noWayIn: 0,
  valuesChanged: 0,
  administratorsMade: 0,
  administratorsChanged: 0,
  administratorsLeaving: 0,
  membershipsEnded: 0,
  grantsHeld: 0,
  directoryBecomesManual: 0,
  directoryDomains: [],
  policyChanges: 0,
  plansUsed: [],
  removals: 0,
  removalsKept: 0,
  sessionsEnded: 0,
  stopped: null,
};

/** A record of an older version says less. */
function toConsequences(stored: unknown): ImportConsequences | null {
  return stored === null ? null : { ...noConsequences, ...(stored as Partial<ImportConsequences>) };
}

function toUndoneBy(undoneBy: StoredImport["undoneBy"]): ImportRecord["undoneBy"] {
  if (undoneBy === null) return null;
  const { id, at, by, status, rows } = undoneBy;
  return { id, at: new Date(at), by, status: status === "COMMITTING" ? status : "COMPLETED", rows };
}

/** An undo of an older version did not say what lacks. */
function toUndo(consequences: unknown): ImportRecord["undo"] {
  const { undo = null } = (consequences ?? {}) as { undo?: ImportRecord["undo"] };
  return undo === null ? null : { ...undo, lacking: (undo as Partial<typeof undo>).lacking ?? 0 };
}

function toCreates(stored: unknown): ImportCreates | null {
  if (stored === null) return null;
  const { departments, groups, attributes } = stored as Partial<ImportCreates>;
  const names = (given: ImportCreates["groups"] | undefined): ImportCreates["groups"] =>
    (given ?? []).map(({ name, line, near }) => ({ name, line, near: near ?? null }));
  return { departments: names(departments), groups: names(groups), attributes: names(attributes) };
}

function toProgress(stored: StoredImport): ImportProgress | null {
  const running =
    stored.status === "UPLOADING" ||
    stored.status === "STAGED" ||
    stored.status === "COMMITTING" ||
    (stored.passwordsPending > 0 && stored.progressPhase === "passwords");
  if (
    !running ||
    stored.progressPhase === null ||
    stored.progressStartedAt === null ||
    stored.progressUpdatedAt === null
  ) {
    return null;
  }
  return {
    phase: stored.progressPhase,
    done: stored.progressDone ?? 0,
    total: stored.progressTotal ?? 0,
    startedAt: stored.progressStartedAt,
    updatedAt: stored.progressUpdatedAt,
  };
}
