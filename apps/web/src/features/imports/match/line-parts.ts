/** What the parts of a column's line share: what they are given, what a column is called, and the grid that lines stand in. */
import type { Draft, DraftColumn } from "./match-draft";

export interface ColumnLineProps {
  column: DraftColumn;
  draft: Draft;
  attributes: readonly string[];
  onChange: (draft: Draft) => void;
}

export function nameOf({ header, index }: DraftColumn): string {
  return header === "" ? `Column ${String(index + 1)}` : header;
}

/** Letter, heading, values, arrow, field, why, more. */
export const lineGrid =
  "grid grid-cols-[28px_minmax(0,1fr)_32px] items-center gap-x-3 gap-y-1.5 @min-[900px]/panel:grid-cols-[28px_minmax(0,1.1fr)_minmax(0,1.5fr)_16px_224px_minmax(0,1.5fr)_32px]";
