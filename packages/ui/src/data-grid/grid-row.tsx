"use client";
// One row of a DataGrid, with its detail when it is open.
import { ChevronRight } from "lucide-react";
import type { MouseEvent, PointerEvent, ReactNode } from "react";

import { Checkbox } from "../checkbox";
import { classNames } from "../class-names";
import type { GridCellState, GridColumn } from "./grid-types";

export interface GridRowProps<Row> {
  row: Row;
  columns: readonly GridColumn<Row>[];
  state: GridCellState;
  /** Whether Tab reaches this row (and the controls in it). */
  tabStop: boolean;
  selectable: boolean;
  selectLabel: string;
  /** null when it cannot be opened. */
  expanded: boolean | null;
  hierarchical: boolean;
  section: ReactNode;
  compact: ReactNode;
  detail: ReactNode;
  actions: ReactNode;
  hasActions: boolean;
  onToggle: (extend: boolean) => void;
  onExpand: (open: boolean) => void;
  onFocus: () => void;
  /** Handlers for touch: a long press selects. */
  touch: { onPointerDown?: (event: PointerEvent) => void; onClickCapture?: (event: MouseEvent) => void };
}

const ROW =
  "group/row relative border-b border-border-subtle outline-none transition-colors duration-75 hover:bg-muted focus-visible:z-1 focus-visible:shadow-[inset_0_0_0_2px_var(--ring)] data-selected:border-accent-border data-selected:bg-accent-soft";

/** The row. Columns at the desk, two lines on phones, a heading where the row is a group. */
export function GridRow<Row>(props: GridRowProps<Row>) {
  const { state, tabStop, section, compact, detail, expanded, hierarchical, onFocus, touch } = props;
  const shared = {
    role: "row",
    "aria-rowindex": state.index + 2,
    "aria-selected": props.selectable ? state.selected : undefined,
    ...(hierarchical ? { "aria-level": 1, "aria-expanded": expanded ?? undefined } : {}),
    tabIndex: tabStop ? 0 : -1,
    "data-row": "",
    "data-selected": state.selected ? "" : undefined,
    onFocus,
    ...touch,
  };
  const span = props.columns.length + (props.selectable ? 1 : 0) + (props.hasActions ? 1 : 0);
  if (section !== null && section !== undefined) {
    return (
      <div {...shared} className={classNames(ROW, "!border-border bg-subtle")}>
        <div
          role="gridcell"
          aria-colspan={span}
          className="flex min-h-9 items-center [padding-inline:var(--inset)_var(--inset-end)]"
        >
          {section}
        </div>
      </div>
    );
  }
  return (
    <>
      {compact !== null ? (
        <div
          {...shared}
          className={ROW}
          onClick={() => {
            if (expanded !== null) props.onExpand(!expanded);
          }}
        >
          <div role="gridcell" aria-colspan={span} className="px-4 py-2.5">
            {compact}
          </div>
        </div>
      ) : (
        <div
          {...shared}
          className={classNames(
            ROW,
            "grid h-(--row) items-center gap-x-3 [grid-template-columns:var(--cols)] [padding-inline:var(--inset)_var(--inset-end)]",
          )}
        >
          <Cells {...props} />
        </div>
      )}
      {expanded === true && (
        <div role="row" className="border-b border-border-subtle bg-subtle">
          <div role="gridcell" aria-colspan={span}>
            {detail}
          </div>
        </div>
      )}
    </>
  );
}

function Cells<Row>(props: GridRowProps<Row>) {
  const { row, columns, state, selectable, expanded, hierarchical, tabStop, onToggle, onExpand } = props;
  return (
    <>
      {selectable && (
        <div role="gridcell" className="relative z-1 flex">
          <Checkbox
            aria-label={props.selectLabel}
            tabIndex={tabStop ? 0 : -1}
            checked={state.selected}
            onClick={(event) => onToggle(event.shiftKey)}
          />
        </div>
      )}
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          className={classNames(
            "flex min-w-0 items-center",
            column.overflow === "visible" && "relative z-1",
            column.align === "end" && "tabular justify-end",
          )}
        >
          {hierarchical && index === expandColumn(columns) && (
            <Expander open={expanded} tabStop={tabStop} onExpand={onExpand} />
          )}
          <CellContent visible={column.overflow === "visible"}>{column.cell(row, state)}</CellContent>
        </div>
      ))}
      {props.hasActions && (
        <div
          role="gridcell"
          className="absolute inset-y-0 right-2 z-1 flex items-center opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 has-aria-expanded:opacity-100"
        >
          {props.actions}
        </div>
      )}
    </>
  );
}

/** Words are cut with an ellipsis; elements keep to one line and are centred. */
function CellContent({ visible, children }: { visible: boolean; children: ReactNode }) {
  if (visible) return children;
  if (typeof children === "string" || typeof children === "number")
    return <span className="min-w-0 truncate">{children}</span>;
  return <div className="flex min-w-0 items-center [&>*]:min-w-0 [&>*]:truncate">{children}</div>;
}

/** The arrow stands in the second column when there is one: the first is often a number. */
function expandColumn(columns: readonly unknown[]): number {
  return columns.length > 1 ? 1 : 0;
}

function Expander(props: { open: boolean | null; tabStop: boolean; onExpand: (open: boolean) => void }) {
  const { open, tabStop, onExpand } = props;
  if (open === null) return null;
  return (
    <button
      type="button"
      aria-label={open ? "Close details" : "Open details"}
      tabIndex={tabStop ? 0 : -1}
      onClick={() => onExpand(!open)}
      className="relative z-1 mr-1 -ml-1 flex size-5 shrink-0 items-center justify-center rounded-xs text-foreground-3 before:absolute before:-inset-1 hover:bg-muted-strong hover:text-foreground"
    >
      <ChevronRight className={classNames("size-3.5 transition-transform", open && "rotate-90")} />
    </button>
  );
}
