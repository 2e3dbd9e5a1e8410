/**
 * What a step means: which rows it is about, and what it changes in each of them. Pure; refuses in words what cannot be done.
 */
import {
  applyFix,
  isSecretColumn,
  setCellAt,
  type ColumnMatch,
  type Format,
  type Problem,
  type Row,
} from "@rollcall/importer";
import type { RowToEdit, EditScope } from "@rollcall/db";
import type { Refusal } from "../../refusal";
import { done, refuse, type Result } from "../../result";
import { storedOutcomes } from "../list-import-rows";
import { causeOf } from "./cause-of";
import { createReplacer, longestEdited } from "./create-replacer";
import type { RowChange } from "./recheck-row";
import type { CellPlace, EditStep, RowSet } from "./types";

/** The steps that a person may ask for; the others have their own ways in. */
export type AskedStep = Exclude<EditStep, { kind: "corrections" | "drop" }>;

export interface PlannedStep {
  scope: EditScope;
  /** null: nothing changes in this row; throws `StepFault` where the step cannot be made of it */
  change: (row: RowToEdit) => RowChange | null;
}

/** A row of which the step cannot be made; its refusal is that of the whole step. */
export class StepFault extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The result of `work`, or the refusal of the row that stopped it. */
export async function refusingFaults<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StepFault) return refuse(error.refusal);
    throw error;
  }
}

export interface StepGround {
  format: Format;
  columns: readonly ColumnMatch[];
}

export function planStep(ground: StepGround, step: AskedStep): Result<PlannedStep> {
  switch (step.kind) {
    case "cell":
      return setting(ground, step.column, step.value, { ...everyRow, rowNos: [step.rowNo] });
    case "fill":
      return setting(ground, step.column, step.value, scopeOf(step.rows));
    case "replace":
      return replacing(ground, step);
    case "fix":
      return done({ scope: fixScope(step), change: fixChange(ground, step.cause) });
    case "decide":
      return deciding(step);
  }
}

const everyRow: EditScope = { rowNos: null, outcomes: [], search: null, cause: null };

export function scopeOf(rows: RowSet): EditScope {
  if ("rowNos" in rows) return { ...everyRow, rowNos: rows.rowNos };
  const { outcomes, search, cause } = rows.filter;
  const words = search?.trim() ?? "";
  return {
    rowNos: null,
    outcomes: outcomes.map((outcome) => storedOutcomes[outcome]),
    search: words === "" ? null : words,
    cause,
  };
}

function setting(ground: StepGround, place: CellPlace, value: string, scope: EditScope): Result<PlannedStep> {
  const at = typeof place === "number" ? place : columnOf(ground, place.field)?.index;
  if (at !== undefined) {
    if (!ground.columns.some((column) => column.index === at)) return noColumn;
    const change = (row: RowToEdit): RowChange | null =>
      (row.cells[at] ?? "") === value ? null : { cells: withCell(row.line, row.cells, at, value) };
    return done({ scope, change });
  }
  const field = typeof place === "number" ? null : place.field;
  if (field === null || !ground.format.columns.some((column) => column.field === field)) return noPlace;
  return done({ scope, change: (row) => withAdded(row, field, value) });
}

function withAdded(row: RowToEdit, field: string, value: string): RowChange | null {
  if ((row.added?.[field] ?? "") === value) return null;
  const others = Object.entries(row.added ?? {}).filter(([name]) => name !== field);
  const added = Object.fromEntries(value === "" ? others : [...others, [field, value]]);
  return { added: Object.keys(added).length === 0 ? null : added };
}

function columnOf(ground: StepGround, field: string): ColumnMatch | undefined {
  return ground.columns.find((column) => column.field === field);
}

const noColumn = refuse({ code: "invalid", fields: { column: "The file has no such column." } });
const noPlace = refuse({ code: "invalid", fields: { column: "This format has no place for that." } });

function replacing(ground: StepGround, step: EditStep & { kind: "replace" }): Result<PlannedStep> {
  const { column } = step;
  const chosen = ground.columns.filter((one) => column === null || one.index === column);
  if (chosen.length === 0) return noColumn;
  if (column !== null && chosen.some(isSecretColumn)) {
    return refuse({ code: "invalid", fields: { column: "Passwords are not searched. Type a new one." } });
  }
  if (step.find === "" && !step.wholeCell) {
    return refuse({ code: "invalid", fields: { find: "Say what to look for." } });
  }
  const places = chosen.filter((one) => !isSecretColumn(one)).map(({ index }) => index);
  const replace = createReplacer(step);
  const change = (row: RowToEdit): RowChange | null => {
    let cells: string[] | null = null;
    for (const at of places) {
      const better = replace(row.cells[at] ?? "");
      if (better === null) continue;
      if (better === "too-long") throw tooLong(row, chosen, at);
      cells = withCell(row.line, cells ?? row.cells, at, better.to);
    }
    return cells === null ? null : { cells };
  };
  return done({ scope: scopeOf(step.rows), change });
}

function tooLong({ line }: RowToEdit, columns: readonly ColumnMatch[], at: number): StepFault {
  const header = columns.find(({ index }) => index === at)?.header ?? "";
  const column = header === "" ? `column ${String(at + 1)}` : `“${header}”`;
  const most = longestEdited.toLocaleString("en");
  return new StepFault({
    code: "invalid",
    fields: {
      replace: `Line ${String(line)}, ${column}, would become longer than the ${most} characters that a cell may have. Nothing was replaced: choose other rows, or a shorter text.`,
    },
  });
}

function fixScope(step: EditStep & { kind: "fix" }): EditScope {
  return { ...(step.rows === undefined ? everyRow : scopeOf(step.rows)), cause: step.cause };
}

function fixChange({ columns }: StepGround, cause: string): (row: RowToEdit) => RowChange | null {
  return (row) => {
    const problems = [...(row.problems ?? []), ...(row.planProblems ?? [])] as Problem[];
    const fixes = problems.flatMap((one) => (one.fix !== null && causeOf(one) === cause ? [one.fix] : []));
    if (fixes.length === 0) return null;
    const start: Row = { line: row.line, cells: row.cells, added: row.added ?? {} };
    const { cells, added } = fixes.reduce<Row>((fixed, fix) => applyFix(columns, fixed, fix), start);
    const isAdded = Object.keys(added ?? {}).length > 0;
    return { cells, ...(isAdded ? { added: { ...added } } : {}) };
  };
}

function withCell(line: number, cells: string[], at: number, value: string): string[] {
  return setCellAt({ line, cells }, at, value).cells;
}

function deciding(step: EditStep & { kind: "decide" }): Result<PlannedStep> {
  const { decision } = step;
  const linkAccountId = decision === "link" ? (step.accountId ?? null) : null;
  const change = (row: RowToEdit): RowChange | null =>
    row.decision === decision && row.linkAccountId === linkAccountId ? null : { decision, linkAccountId };
  return done({ scope: scopeOf(step.rows), change });
}
