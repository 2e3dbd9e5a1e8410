"use client";
/** One line a column: letter, heading, values, the field it goes into, and why. A card a column on phones. */
import type { Draft } from "./match-draft";
import { ColumnLine } from "./column-line";
import { lineGrid } from "./line-parts";

export interface ColumnListProps {
  draft: Draft;
  attributes: readonly string[];
  onChange: (draft: Draft) => void;
}

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
