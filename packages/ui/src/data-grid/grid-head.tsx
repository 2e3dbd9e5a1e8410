"use client";
// The head of a DataGrid: 32 px, stays in sight, sorts, selects all that is loaded.
import { ArrowDown, ArrowUp } from "lucide-react";

import { Checkbox } from "../checkbox";
import { classNames } from "../class-names";
import type { HeadState } from "./grid-selection";
import type { GridColumn, GridSort } from "./grid-types";

export interface GridHeadProps<Row> {
  columns: readonly GridColumn<Row>[];
  sort: GridSort | null;
  onSortChange: ((sort: GridSort) => void) | undefined;
  selectable: boolean;
  state: HeadState;
  onToggleAll: () => void;
  actions: boolean;
  selectAllLabel: string;
}

/** One row of column headings. */
export function GridHead<Row>(props: GridHeadProps<Row>) {
  const { columns, sort, onSortChange, selectable, state, onToggleAll, actions, selectAllLabel } = props;
  return (
    <div role="rowgroup" className="sticky top-0 z-10 border-b border-border bg-subtle">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-8 items-center gap-x-3 text-xs text-foreground-3 [grid-template-columns:var(--cols)] [padding-inline:var(--inset)_var(--inset-end)]"
      >
        {selectable && (
          <div role="columnheader" className="flex">
            <Checkbox
              aria-label={selectAllLabel}
              checked={state === "all"}
              indeterminate={state === "some"}
              onCheckedChange={onToggleAll}
            />
          </div>
        )}
        {columns.map((column) => {
          const active = sort?.column === column.id;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={active ? (sort.direction === "asc" ? "ascending" : "descending") : undefined}
              className={classNames("flex min-w-0", column.align === "end" && "justify-end")}
            >
              {column.sortable === true && onSortChange !== undefined ? (
                <SortButton column={column} sort={active ? sort : null} onSortChange={onSortChange} />
              ) : (
                <span className="truncate">{column.header}</span>
              )}
            </div>
          );
        })}
        {actions && (
          <div role="columnheader" className="absolute right-0">
            <span className="sr-only">Actions</span>
          </div>
        )}
      </div>
    </div>
  );
}

function SortButton<Row>({
  column,
  sort,
  onSortChange,
}: {
  column: GridColumn<Row>;
  sort: GridSort | null;
  onSortChange: (sort: GridSort) => void;
}) {
  const next = sort?.direction === "asc" ? "desc" : "asc";
  return (
    <button
      type="button"
      onClick={() => onSortChange({ column: column.id, direction: next })}
      className={classNames(
        "group/sort -mx-1 flex h-6 min-w-0 items-center gap-1 rounded-xs px-1 hover:text-foreground",
        sort !== null && "font-medium text-foreground",
        column.align === "end" && "flex-row-reverse",
      )}
    >
      <span className="truncate">{column.header}</span>
      {sort?.direction === "desc" ? (
        <ArrowDown className="size-3" />
      ) : (
        <ArrowUp className={classNames("size-3", sort === null && "opacity-0 group-hover/sort:opacity-60")} />
      )}
    </button>
  );
}
