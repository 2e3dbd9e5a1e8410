"use client";
/**
 * Every row of an import under review as a sheet one can walk through and type in: any number of rows, of which only those in
 * sight are in the document. The sheet itself keeps the focus and names the active cell, so focus is never lost with a row.
 */
import { SkeletonRows } from "@rollcall/ui";
import { useEffect, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { sheetKeyAction, type SheetAction } from "./sheet-keys";
import { menuEdge, type SheetColumn } from "./sheet-columns";
import { SheetRow, cellId } from "./sheet-row";
import type { Sheet } from "./use-sheet";
import { headHeight } from "./use-sheet-scroll";

export interface SheetGridProps {
  label: string;
  sheet: Sheet;
  onAction: (action: SheetAction) => void;
  /** a press on the mark of a wrong cell, or twice on any cell */
  onOpenCell: (index: number, column: number) => void;
  editor: ReactNode;
  detail: (index: number) => ReactNode;
  /** at the end of the active row */
  rowMenu: ReactNode;
  empty: ReactNode;
}

export function SheetGrid(props: SheetGridProps) {
  const { label, sheet, editor, empty } = props;
  const { box, shape, pages, scroll, active, isSelected, isOpened, setHeight } = sheet;
  const drawn = drawnRows(sheet);
  const style = { "--cols": shape.tracks } as CSSProperties;
  const menuTop = pages.count === 0 ? null : scroll.inSight(active.index);
  return (
    <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      <div
        ref={box}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={pages.counted ? pages.count + 1 : -1}
        aria-colcount={shape.columns.length}
        aria-multiselectable
        aria-busy={pages.loading ? true : undefined}
        aria-activedescendant={
          pages.count > 0 && drawn.includes(active.index) ? cellId(active.index, active.column) : undefined
        }
        onKeyDown={(event) => onKeyDown(event, props)}
        onMouseDown={(event) => onMouseDown(event, props)}
        onDoubleClick={(event) => {
          const at = cellAt(event.target);
          if (at !== null) props.onOpenCell(at.index, at.column);
        }}
        className="group/sheet min-h-0 flex-1 overflow-auto overscroll-contain border-t border-border outline-none scrollbar-thin"
        style={style}
      >
        <div role="presentation" style={{ minWidth: shape.least }}>
          <Head columns={shape.columns} />
          {pages.count > 0 && (
            <div role="rowgroup" className="relative" style={{ height: scroll.height }}>
              {drawn.map((index) => (
                <SheetRow
                  key={index}
                  index={index}
                  top={scroll.topOf(index)}
                  row={pages.rowAt(index)}
                  columns={shape.columns}
                  activeColumn={index === active.index ? active.column : -1}
                  selected={isSelected(index)}
                  opened={isOpened(index)}
                  editor={index === active.index ? editor : null}
                  detail={isOpened(index) ? props.detail(index) : null}
                  onHeight={setHeight}
                />
              ))}
            </div>
          )}
        </div>
        {pages.count === 0 && (
          // A grid holds rows of cells, and nothing else, also while there are none.
          <div role="row">
            <div role="gridcell">{pages.loading ? <SkeletonRows rows={16} /> : empty}</div>
          </div>
        )}
      </div>
      {menuTop !== null && (
        // Beside the sheet, not in it: rows hold cells and nothing else.
        <div
          className="absolute right-4 z-10 rounded-sm border border-border bg-surface"
          style={{ top: headHeight + menuTop + 5 }}
        >
          {props.rowMenu}
        </div>
      )}
    </div>
  );
}

function Head({ columns }: { columns: readonly SheetColumn[] }) {
  return (
    <div role="rowgroup" className="sticky top-0 z-30 border-b border-border bg-subtle">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-[31px] items-center text-xs text-foreground-3 [grid-template-columns:var(--cols)]"
      >
        {columns.map((column, at) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={at + 1}
            title={column.header}
            className={`truncate px-2 ${column.id === "line" ? "text-right" : ""}`}
          >
            {column.header}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Those in sight, and the one where somebody stands: what is typed there must not go when one scrolls away. */
function drawnRows({ scroll, active, pages }: Sheet): number[] {
  const drawn: number[] = [];
  for (let index = scroll.first; index <= scroll.last; index += 1) drawn.push(index);
  if (active.index < pages.count && !drawn.includes(active.index)) drawn.push(active.index);
  return drawn;
}

function onKeyDown(event: KeyboardEvent, { sheet, onAction }: SheetGridProps): void {
  if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
  const action = sheetKeyAction(
    {
      row: sheet.active.index,
      column: sheet.active.column,
      rows: sheet.pages.count,
      columns: sheet.shape.columns.length,
      page: sheet.scroll.page,
    },
    { key: event.key, shift: event.shiftKey, command: event.ctrlKey || event.metaKey, alt: event.altKey },
  );
  if (action === null) return;
  event.preventDefault();
  onAction(action);
}

function onMouseDown(event: MouseEvent, { sheet, onAction, onOpenCell }: SheetGridProps): void {
  const at = event.button === 0 ? cellAt(event.target) : null;
  if (at === null) return;
  const element = event.target as Element;
  if (element.closest("input,button,a") !== null) return;
  // Pressing the number takes the row; with Shift, all rows up to it.
  onAction({ kind: "move", row: at.index, column: at.column, extend: event.shiftKey });
  if (event.shiftKey) event.preventDefault();
  const column = sheet.shape.columns[at.column];
  if (column?.id === "line" && !event.shiftKey) onAction({ kind: "select-row" });
  if (element.closest("[data-expander]") !== null) onAction({ kind: "detail" });
  if (element.closest("[data-wrong]") !== null && sheet.isActive(at.index, at.column)) {
    event.preventDefault();
    onOpenCell(at.index, at.column);
  }
}

function cellAt(target: EventTarget): { index: number; column: number } | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>("[data-column]");
  const row = cell?.closest<HTMLElement>("[data-index]");
  if (cell === null || row === null || row === undefined) return null;
  return { index: Number(row.dataset["index"]), column: Number(cell.dataset["column"]) };
}

/** Brings the active row and its active cell into sight when somebody moves. */
export function useReveal(sheet: Sheet): void {
  const { index, column } = sheet.active;
  useEffect(() => {
    sheet.scroll.reveal(index);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a movement scrolls: who scrolls away on purpose is left there
  }, [index]);
  useEffect(() => revealCell(index, column), [index, column]);
}

/** Sideways: a sheet may be wider than what is seen of it, and the menu of a row lies over its end. */
function revealCell(index: number, column: number): void {
  const cell = document.getElementById(cellId(index, column));
  const box = cell?.closest("[role=grid]");
  if (cell === null || box === null || box === undefined) return;
  const [at, frame] = [cell.getBoundingClientRect(), box.getBoundingClientRect()];
  const hidden = { left: frame.left - at.left, right: at.right - frame.left - box.clientWidth + menuEdge };
  if (hidden.left > 0) box.scrollLeft -= hidden.left;
  else if (hidden.right > 0) box.scrollLeft += hidden.right;
}
