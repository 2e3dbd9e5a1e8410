"use client";
/** A row of the sheet: cells that one can stand in, one of them perhaps being edited, and below it what there is to say of it. */
import type { ImportRowView } from "@rollcall/accounts";
import { Skeleton } from "@rollcall/ui";
import { memo, useEffect, useState, type ReactNode } from "react";
import { rowHeight } from "./scroll-space";
import { SheetCell } from "./sheet-cell";
import type { SheetColumn } from "./sheet-columns";

export interface SheetRowProps {
  index: number;
  /** pixels from the top of what holds the rows */
  top: number;
  /** undefined while it is on its way */
  row: ImportRowView | undefined;
  columns: readonly SheetColumn[];
  /** where somebody stands in this row; -1 elsewhere */
  activeColumn: number;
  selected: boolean;
  opened: boolean;
  /** takes the place of what is in the active cell */
  editor: ReactNode;
  detail: ReactNode;
  onHeight: (index: number, height: number) => void;
}

/** The id of a cell, for aria-activedescendant. */
export function cellId(index: number, column: number): string {
  return `cell-${index}-${column}`;
}

export const SheetRow = memo(function SheetRow(props: SheetRowProps) {
  const { index, top, row, columns, activeColumn, selected, opened, editor, detail, onHeight } = props;
  return (
    <div
      role="presentation"
      className="absolute inset-x-0 top-0"
      style={{ transform: `translateY(${top}px)` }}
    >
      <div
        role="row"
        aria-rowindex={index + 2}
        aria-selected={selected}
        data-index={index}
        data-active={activeColumn >= 0 ? "" : undefined}
        className="group/row grid items-stretch border-b border-border-subtle hover:bg-muted data-active:bg-subtle aria-selected:border-accent-border aria-selected:bg-accent-soft [grid-template-columns:var(--cols)]"
        style={{ height: rowHeight }}
      >
        {columns.map((column, at) => (
          <div
            key={column.id}
            id={cellId(index, at)}
            role="gridcell"
            aria-colindex={at + 1}
            data-column={at}
            aria-invalid={isInvalid(column, row) ? true : undefined}
            aria-readonly={column.file === null ? true : undefined}
            className={`relative flex min-w-0 items-center px-2 ${at === activeColumn ? activeLook : ""}`}
          >
            {at === activeColumn && editor !== null ? (
              editor
            ) : row === undefined ? (
              <Skeleton className="h-2.5 w-3/5" />
            ) : (
              <SheetCell column={column} row={row} opened={opened} />
            )}
          </div>
        ))}
      </div>
      {opened && row !== undefined && (
        <Measured index={index} onHeight={onHeight}>
          {detail}
        </Measured>
      )}
    </div>
  );
});

/** Strong while the sheet has the focus, a hairline while it has not. */
const activeLook =
  "rounded-xs shadow-[inset_0_0_0_1px_var(--border-strong)] group-focus/sheet:shadow-[inset_0_0_0_2px_var(--ring)]";

function isInvalid(column: SheetColumn, row: ImportRowView | undefined): boolean {
  if (row === undefined || column.file === null) return false;
  return row.problems.some((problem) => problem.severity === "error" && problem.field === column.file?.field);
}

/** Tells how much room the detail takes, so that the rows below stand where they should. */
function Measured(props: { index: number; onHeight: SheetRowProps["onHeight"]; children: ReactNode }) {
  const { index, onHeight, children } = props;
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => onHeight(index, element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, index, onHeight]);
  return (
    <div role="row" className="border-b border-border-subtle bg-subtle" ref={setElement}>
      <div role="gridcell">{children}</div>
    </div>
  );
}
