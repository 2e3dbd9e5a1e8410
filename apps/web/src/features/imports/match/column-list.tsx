"use client";
/** One line a column: letter, heading, values, the field it goes into, and why. A card a column on phones. */
import type { Draft } from "./match-draft";
import { ColumnLine } from "./column-line";

export interface ColumnListProps {
  draft: Draft;
  attributes: readonly string[];
  onChange: (draft: Draft) => void;
}

/** Letter, heading, values, arrow, field, why, more. */
export const lineGrid =
  "grid grid-cols-[28px_minmax(0,1fr)_32px] items-center gap-x-3 gap-y-1.5 @min-[900px]/panel:grid-cols-[28px_minmax(0,1.1fr)_minmax(0,1.5fr)_16px_224px_minmax(0,1.5fr)_32px]";

export function ColumnList({ draft, attributes, onChange }: ColumnListProps) {
  return (
    <div className="mt-4 overflow-hidden rounded-md border border-border bg-surface">
      <div
        aria-hidden
        className={`${lineGrid} h-8 border-b border-border bg-subtle px-3 text-xs text-foreground-3 @max-[900px]/panel:hidden`}
      >
        <span />
        <span>Column in your file</span>
        <span>First values</span>
        <span />
        <span>Goes into</span>
        <span>Why</span>
      </div>
      <ul aria-label="Columns of the file">
        {draft.columns.map((column) => (
          <ColumnLine
            key={column.index}
            column={column}
            draft={draft}
            attributes={attributes}
            onChange={onChange}
          />
        ))}
      </ul>
    </div>
  );
}
