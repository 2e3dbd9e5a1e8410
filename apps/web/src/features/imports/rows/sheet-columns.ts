/** The columns of the sheet: number, outcome, the file's own, why; how wide they are together. Pure. */
import type { ImportRecord } from "@rollcall/accounts";
import { fileColumns, isAside, type FileColumn } from "./file-columns";
import { edge, leastOf, whyColumn } from "./why-column";

export interface SheetColumn {
  /** of the file's columns the place of the first cell, as in the address */
  id: string;
  header: string;
  width: string;
  /** null: line, outcome, why */
  file: FileColumn | null;
  /** of "Why": causes in a few words, by their key */
  titles?: ReadonlyMap<string, string>;
}

export interface SheetShape {
  columns: readonly SheetColumn[];
  /** a list of CSS grid tracks, and the least pixels they take together, with what stands over them at the right */
  tracks: string;
  least: number;
}

/** The same (`edge`) with the menu of a row, which lies over its cells. */
export const menuEdge = 56;

export interface SheetChoice {
  /** pixels of the sheet */
  width: number;
  /** groups of a row each in a column of its own, so that each can be edited */
  apart: boolean;
  /** ids of columns that are not shown */
  hidden: ReadonlySet<string>;
  /** causes in a few words, by their key */
  titles: ReadonlyMap<string, string>;
}

export function sheetShape(record: Pick<ImportRecord, "columns" | "rows">, choice: SheetChoice): SheetShape {
  const isShown = ({ id }: SheetColumn) => !choice.hidden.has(id);
  const file = fileColumns(record.columns, choice.apart);
  const shown = file
    .filter((column) => !isAside(column))
    .map(toSheetColumn)
    .filter(isShown);
  const aside = file.filter(isAside).map(toSheetColumn).filter(isShown);
  const line = `${26 + 8 * Math.max(4, String(record.rows).length)}px`;
  const leading = [
    { id: "line", header: "Line", width: line, file: null },
    { id: "outcome", header: "Outcome", width: "144px", file: null },
  ];
  const sum = (columns: readonly SheetColumn[]) =>
    columns.reduce((pixels, column) => pixels + leastOf(column.width), 0);
  const { before, width } = whyColumn(
    choice.width,
    sum(leading),
    shown.map((column) => leastOf(column.width)),
  );
  const why = { id: "why", header: "Why", width, file: null, titles: choice.titles };
  const columns = [...leading, ...shown.slice(0, before), why, ...shown.slice(before), ...aside];
  const fits = sum(columns) + edge <= choice.width;
  return {
    columns,
    tracks: columns.map((column) => column.width).join(" "),
    // Where it scrolls anyway, its end can be moved out from under the menu of a row.
    least: sum(columns) + (fits ? edge : menuEdge),
  };
}

function toSheetColumn(file: FileColumn): SheetColumn {
  const header = file.field === null ? `${file.header}, not used` : file.header;
  // An address is read whole, if anything is.
  const width = file.field === "email" ? "minmax(216px, 2fr)" : file.width;
  return { id: file.id, header, width, file };
}
