/**
 * What is kept of a step besides itself: enough to say it in words later, and to find its rows in another month's file. Never a
 * password.
 */
import { isSecretColumn, type ColumnMatch } from "@rollcall/importer";
import type { RowToEdit } from "@rollcall/db";
import { passwordMask } from "../stage-file";
import type { EditStep } from "./types";

/** Beside the step in import_edit.step. */
export interface Remembered {
  /** of the first row that it changed */
  line: number | null;
  /** of a cell: what stood there, masked where it was a password */
  was: string | null;
  /** of rows that were named by number: their address keys; null where there was none, or too many rows */
  keys: (string | null)[] | null;
}

export type RememberedStep = EditStep & { remembered: Remembered };

/** So many rows are found again one by one; a step about more is not repeated. */
const mostKeys = 5_000;

export class StepMemory {
  private readonly shown: EditStep;
  private readonly at: number | null;
  private readonly field: string | null;
  private readonly isSecret: boolean;
  private readonly remembered: Remembered;

  constructor(step: EditStep, columns: readonly ColumnMatch[]) {
    const place = "column" in step ? step.column : null;
    const field = typeof place === "object" ? (place?.field ?? null) : null;
    const column =
      field === null
        ? columns.find((one) => one.index === place)
        : columns.find((one) => one.field === field);
    this.at = column?.index ?? null;
    this.field = field;
    this.isSecret = field === "password" || (column !== undefined && isSecretColumn(column));
    this.shown =
      this.isSecret && (step.kind === "cell" || step.kind === "fill")
        ? { ...step, value: passwordMask }
        : step;
    const named =
      step.kind === "cell" || ("rows" in step && typeof step.rows === "object" && "rowNos" in step.rows);
    this.remembered = { line: null, was: null, keys: named ? [] : null };
  }

  /** A row that changes, as it was. */
  add(row: RowToEdit): void {
    const { remembered } = this;
    if (remembered.line === null) {
      remembered.line = row.line;
      if (this.shown.kind === "cell")
        remembered.was =
          this.at === null ? (row.added?.[this.field ?? ""] ?? "") : (row.cells[this.at] ?? "");
    }
    if (remembered.keys === null) return;
    if (remembered.keys.length === mostKeys) remembered.keys = null;
    else remembered.keys.push(row.emailKey);
  }

  /** As it is stored. */
  get step(): RememberedStep {
    return { ...this.shown, remembered: this.remembered };
  }
}
