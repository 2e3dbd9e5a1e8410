/** A step of correcting rows in one plain sentence. Pure. */
import { problemTitle, fieldLabels, type FieldName, type Problem } from "@rollcall/importer";
import type { StoredEdit } from "@rollcall/db";
import type { ImportRecord } from "../types";
import type { Remembered, RememberedStep } from "./step-memory";
import type { CellPlace, EditView } from "./types";

type Columns = ImportRecord["columns"];

export function toEditView(stored: StoredEdit, { columns }: Pick<ImportRecord, "columns">): EditView {
  const { id, rows, byName: by, at, undoneAt } = stored;
  // Written by this package alone, through the type named here.
  const words = describeStep(stored.step as RememberedStep, rows, columns);
  return { id, words, rows, by, at, undone: undoneAt !== null };
}

export function describeStep(step: RememberedStep, rows: number, columns: Columns): string {
  const { remembered } = step;
  switch (step.kind) {
    case "cell": {
      const was = remembered.was ?? "";
      const what = `${lineOf(remembered)}: ${placeName(step.column, columns)}`;
      if (step.value === "") return `${what} emptied; it was ${quoted(was)}.`;
      return `${what} ${was === "" ? "set" : `changed from ${quoted(was)}`} to ${quoted(step.value)}.`;
    }
    case "fill":
      return step.value === ""
        ? `${placeName(step.column, columns)} emptied in ${rowsOf(rows)}.`
        : `${placeName(step.column, columns)} set to ${quoted(step.value)} in ${rowsOf(rows)}.`;
    case "replace": {
      const where = step.column === null ? "every column" : placeName(step.column, columns);
      const find = step.find === "" ? "empty cells" : quoted(step.find);
      return `${find} replaced with ${quoted(step.replace)} in ${where}, ${rowsOf(rows)}.`;
    }
    case "fix":
      return `“${titleOf(step.cause)}” fixed in ${rowsOf(rows)}.`;
    case "decide":
      return describeDecision(step.decision, rows, remembered);
    case "corrections":
      return `${step.fileName} merged: ${rowsOf(rows)} changed.`;
    case "drop":
      return `${rows === 1 ? lineOf(remembered) : rowsOf(rows)} dropped, changed since the preview.`;
  }
}

function describeDecision(decision: "skip" | "link" | null, rows: number, remembered: Remembered): string {
  const which = rows === 1 ? lineOf(remembered) : rowsOf(rows);
  if (decision === "skip") return `${which} left out.`;
  if (decision === "link") return `${which} linked to an existing account.`;
  return `Decision taken back for ${rows === 1 ? `line ${String(remembered.line ?? 0)}` : rowsOf(rows)}.`;
}

function placeName(place: CellPlace, columns: Columns): string {
  if (typeof place !== "number") return fieldLabels[place.field];
  const column = columns[place];
  if (column === undefined) return `Column ${String(place + 1)}`;
  if (column.header !== "") return column.header;
  return column.field === null ? `Column ${String(place + 1)}` : fieldLabels[column.field as FieldName];
}

/** The title of a cause by its key. */
export function titleOf(cause: string): string {
  const [code, field, reason] = cause.split("|");
  const params = reason === undefined || reason === "" ? {} : { reason };
  return problemTitle({ code, field: field === "" ? null : field, params } as unknown as Problem);
}

function lineOf({ line }: Remembered): string {
  return `Line ${String(line ?? 0)}`;
}

function rowsOf(rows: number): string {
  return rows === 1 ? "1 row" : `${rows.toLocaleString("en")} rows`;
}

function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}
