"use client";
// A list of any length that the server sorts, filters and pages: only the rows in sight are in the document. The
// keyboard moves by rows; selection, detail, and a two-line form on phones are built in. It knows nothing of what the
// rows are.
import type { CSSProperties } from "react";

import { classNames } from "../class-names";
import { SkeletonRows } from "../skeleton";
import { GridHead } from "./grid-head";
import { GridRow } from "./grid-row";
import { headState } from "./grid-selection";
import { HEAD_HEIGHT, ROW_HEIGHT } from "./grid-types";
import type { DataGridProps } from "./grid-types";
import { ScrollMarks } from "./scroll-marks";
import { useCompact } from "./use-compact";
import { useGridState } from "./use-grid-state";

/** The list. It fills its place and scrolls inside it: give it a parent with a height (PanelBody scroll={false}). */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const {
    label,
    columns,
    rows,
    rowKey,
    totalCount = null,
    loading = false,
    loadingMore = false,
    empty,
  } = props;
  const compact = useCompact() && props.renderCompact !== undefined;
  const grid = useGridState(props, compact);
  const { selectable, hierarchical, keys, selection, view } = grid;
  const { setScroller, measure } = view;
  const hasActions = props.rowActions !== undefined && !compact;
  const inset = props.inset ?? 20;
  const end = hasActions ? Math.max(inset, ACTIONS) : inset;
  const track = tracks(
    columns.map(({ width }) => width),
    selectable,
  );
  const style = {
    "--cols": track.list,
    "--inset": `${inset}px`,
    "--inset-end": `${end}px`,
    "--row": `${ROW_HEIGHT}px`,
  } as CSSProperties;
  return (
    <div className={classNames("relative flex min-h-0 min-w-0 flex-1 flex-col", props.className)}>
      <div
        ref={setScroller}
        className="min-h-0 flex-1 overflow-auto overscroll-contain scrollbar-thin"
        style={style}
        tabIndex={rows.length === 0 ? 0 : -1}
      >
        <div
          role={hierarchical ? "treegrid" : "grid"}
          aria-label={label}
          aria-rowcount={totalCount === null ? -1 : totalCount + 1}
          aria-colcount={columns.length + (selectable ? 1 : 0) + (hasActions ? 1 : 0)}
          aria-multiselectable={selectable ? true : undefined}
          aria-busy={loading || loadingMore ? true : undefined}
          onKeyDown={grid.onKeyDown}
          style={compact ? undefined : { minWidth: track.least + inset + end }}
        >
          {!compact && (
            <GridHead
              columns={columns}
              sort={props.sort ?? null}
              onSortChange={props.onSortChange}
              selectable={selectable}
              state={headState(selection, keys, props.allSelected ?? false)}
              onToggleAll={grid.toggleAll}
              actions={hasActions}
              selectAllLabel="Select all rows"
            />
          )}
          <div role="rowgroup" className="relative" style={{ height: view.height }}>
            {view.items.map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              const key = rowKey(row);
              const state = {
                index: item.index,
                selected: (props.allSelected ?? false) || selection.has(key),
                focused: item.index === grid.focused,
              };
              const open =
                hierarchical && (props.canExpand?.(row) ?? true) ? (props.expanded?.has(key) ?? false) : null;
              return (
                <div
                  key={key}
                  role="presentation"
                  data-index={item.index}
                  ref={measure}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${item.start - view.margin}px)` }}
                >
                  <GridRow
                    row={row}
                    columns={columns}
                    state={state}
                    tabStop={item.index === Math.max(0, grid.focused)}
                    selectable={selectable}
                    selectLabel={props.selectLabel?.(row) ?? "Select row"}
                    expanded={open}
                    hierarchical={hierarchical}
                    section={props.renderSection?.(row) ?? null}
                    compact={compact ? (props.renderCompact?.(row, state) ?? null) : null}
                    detail={open === true ? props.renderDetail?.(row) : null}
                    actions={hasActions ? props.rowActions?.(row) : null}
                    hasActions={hasActions}
                    onToggle={(extend) => grid.toggle(item.index, extend)}
                    onExpand={(next) => grid.expand(item.index, next)}
                    onFocus={() => grid.setFocused(item.index)}
                    touch={grid.touch(item.index)}
                  />
                </div>
              );
            })}
          </div>
        </div>
        {(loading || loadingMore) && <SkeletonRows rows={loading ? 16 : 3} />}
        {!loading && !loadingMore && rows.length === 0 && empty}
      </div>
      {props.marks !== undefined && rows.length > 0 && (
        <ScrollMarks
          marks={props.marks}
          label={props.marksLabel ?? ""}
          top={compact ? 0 : HEAD_HEIGHT}
          onJump={view.jump}
        />
      )}
    </div>
  );
}

/** The track list all rows share, and the least width it needs in pixels. */
export function tracks(
  widths: readonly (number | string)[],
  selectable: boolean,
): { list: string; least: number } {
  const all = selectable ? [CHECK, ...widths] : widths;
  const least = all.reduce<number>((sum, width) => sum + leastWidth(width), GAP * (all.length - 1));
  return { list: all.map((width) => (typeof width === "number" ? `${width}px` : width)).join(" "), least };
}

const CHECK = 16;
/** Room at the end of a row for its actions. */
const ACTIONS = 44;
const GAP = 12;

/** The first pixel figure of a track: of "minmax(160px, 1fr)" 160; 80 when it names none. */
function leastWidth(width: number | string): number {
  if (typeof width === "number") return width;
  const match = /(\d+(?:\.\d+)?)px/.exec(width);
  return match === null ? 80 : Number(match[1]);
}
