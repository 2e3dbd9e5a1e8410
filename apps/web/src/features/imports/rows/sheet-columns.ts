/** The columns of the sheet: number, outcome, the file's own, why; how wide they are together. Pure. */
import type { ImportRecord } from "@rollcall/accounts";
import { fileColumns, isAside, type FileColumn } from "./file-columns";

export interface SheetColumn {
  /** of the file's columns the place of the first cell, as in the address */
  id: string;
  header: string;
  width: string;
  /** null: line, outcome, why */
  file: FileColumn | null;
}

export interface SheetShape {
  columns: readonly SheetColumn[];
  /** a list of CSS grid tracks, and the least pixels they take together */
  tracks: string;
  least: number;
}

export interface SheetChoice {
  /** not all columns fit: "Why" stands beside who it is about */
  narrow: boolean;
  /** groups of a row each in a column of its own, so that each can be edited */
  apart: boolean;
  /** ids of columns that are not shown */
  hidden: ReadonlySet<string>;
}

export function sheetShape(record: Pick<ImportRecord, "columns" | "rows">, choice: SheetChoice): SheetShape {
  const file = fileColumns(record.columns, choice.apart);
  const shown = file.filter((column) => !isAside(column)).map(toSheetColumn);
  const aside = file.filter(isAside).map(toSheetColumn);
  const why = { id: "why", header: "Why", width: "minmax(170px, 1.7fr)", file: null };
  const before = choice.narrow ? 2 : shown.length;
  const line = {
    id: "line",
    header: "Line",
    width: `${26 + 8 * Math.max(4, String(record.rows).length)}px`,
    file: null,
  };
  const columns = [
    line,
    { id: "outcome", header: "Outcome", width: "144px", file: null },
    ...shown.slice(0, before),
    why,
    ...shown.slice(before),
    ...aside,
  ].filter((column) => !choice.hidden.has(column.id));
  return {
    columns,
    tracks: columns.map((column) => column.width).join(" "),
    least: columns.reduce((sum, column) => sum + Number(/\d+/.exec(column.width)?.[0] ?? 80), 0),
  };
}

function toSheetColumn(file: FileColumn): SheetColumn {
  const header = file.field === null ? `${file.header}, not used` : file.header;
  // An address is read whole, if anything is.
  const width = file.field === "email" ? "minmax(216px, 2fr)" : file.width;
  return { id: file.id, header, width, file };
}
