"use client";
/**
 * Every row of an import: outcome, the file's own columns, why. Rows that change open to before and after; rows that
 * need attention to what is wrong. What is shown is in the address.
 */
import type { ImportRecord, ImportRowView } from "@rollcall/accounts";
import { Button } from "@rollcall/ui";
import type { GridColumn } from "@rollcall/ui/data-grid";
import { useMemo, useState, type KeyboardEvent } from "react";
import { LazyDataGrid } from "../../pieces/lazy-data-grid";
import { QueryTrouble } from "../../pieces/query-trouble";
import { OutcomeBadge, countRows } from "../words/outcome";
import { canExpand } from "./can-expand";
import { CompactImportRow, type RowCorrections } from "./compact-import-row";
import { fileColumns, isAside, type FileColumn } from "./file-columns";
import { NoRows } from "./no-rows";
import { RowCell } from "./row-cell";
import { RowDetail } from "./row-detail";
import { everyRow, isFiltered, startFor, type RowsView } from "./rows-url";
import { useFocusJump } from "./use-focus-jump";
import { useImportRows } from "./use-import-rows";
import { useWidth } from "./use-width";
import { leastOf, whyColumn } from "./why-column";

export interface RowGridProps {
  record: ImportRecord;
  view: RowsView;
  onViewChange: (view: RowsView, step?: "push" | "replace") => void;
  /** what can be done about problems, on a phone; without it rows are only read */
  corrections?: RowCorrections;
}

export function RowGrid({ record, view, onViewChange, corrections }: RowGridProps) {
  const done = record.status === "COMPLETED";
  const columns = useMemo(() => fileColumns(record.columns), [record.columns]);
  const [place, width] = useWidth();
  const gridColumns = useMemo(
    () => toGridColumns(columns, { rows: record.rows, done, width }),
    [columns, record.rows, done, width],
  );
  const [start, setStart] = useState(() => startFor(view.row));
  const after = isFiltered(view) ? 0 : start;
  const list = useImportRows(record.id, view, after);
  const [expanded, setExpanded] = useState<Set<string>>(
    () => new Set(view.row === null ? [] : [String(view.row)]),
  );
  const [focused, setFocused] = useState<string | null>(view.row === null ? null : String(view.row));

  const setOpen = (next: Set<string>) => {
    const opened = [...next].find((key) => !expanded.has(key));
    setExpanded(next);
    const row = opened === undefined ? null : Number(opened);
    if (row !== null || (view.row !== null && !next.has(String(view.row))))
      onViewChange({ ...view, row }, "replace");
  };
  const toggle = (row: ImportRowView) => {
    const next = new Set(expanded);
    if (!next.delete(String(row.rowNo))) next.add(String(row.rowNo));
    setOpen(next);
  };
  const jump = useFocusJump(focused, setFocused);
  const onRowKeyDown = (row: ImportRowView, event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (step === undefined) return;
    event.preventDefault();
    const next = nextProblem(list.rows, row, step);
    if (next !== null) jump(String(next.rowNo));
    else if (step > 0 && list.hasMore) onViewChange({ ...everyRow, outcomes: ["problem"] });
  };

  if (list.error !== null)
    return <QueryTrouble error={list.error} onRetry={list.retry} what="rows of this import" />;
  return (
    <div ref={place} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {after > 0 && (
        <p className="flex items-center gap-2 border-t border-border bg-subtle px-5 py-1.5 text-foreground-3">
          The list begins shortly before the row of this link.
          <Button size="sm" variant="ghost" onClick={() => setStart(0)}>
            Show from the start
          </Button>
        </p>
      )}
      <LazyDataGrid<ImportRowView>
        label={`Rows of ${record.fileName}`}
        className="border-t border-border"
        columns={gridColumns}
        rows={list.rows}
        rowKey={(row) => String(row.rowNo)}
        totalCount={totalOf(record, view)}
        loading={list.loading}
        loadingMore={list.loadingMore || list.stale}
        hasMore={list.hasMore}
        onEndReached={list.more}
        expanded={expanded}
        onExpandedChange={setOpen}
        canExpand={canExpand}
        renderDetail={(row) => <RowDetail row={row} done={done} width={width} />}
        onOpen={(row) => {
          if (canExpand(row)) toggle(row);
        }}
        focusedKey={focused}
        onFocusedChange={setFocused}
        onRowKeyDown={onRowKeyDown}
        inset={16}
        compactHeight={64}
        renderCompact={(row) => (
          <CompactImportRow
            row={row}
            columns={columns}
            done={done}
            expandable={canExpand(row)}
            expanded={expanded.has(String(row.rowNo))}
            onToggle={() => toggle(row)}
            corrections={corrections}
          />
        )}
        empty={<NoRows view={view} onClear={() => onViewChange(everyRow)} />}
      />
    </div>
  );
}

interface GridShape {
  rows: number;
  done: boolean;
  /** pixels of the grid */
  width: number;
}

function toGridColumns(columns: readonly FileColumn[], shape: GridShape): GridColumn<ImportRowView>[] {
  const shown = columns.filter((column) => !isAside(column)).map(toGridColumn);
  const aside = columns.filter(isAside).map(toGridColumn);
  const first = leading(shape);
  const place = whyColumn(
    shape.width,
    first.reduce((sum, { width }) => sum + leastOf(String(width)), 0),
    shown.map(({ width }) => leastOf(String(width))),
  );
  const why: GridColumn<ImportRowView> = {
    id: "why",
    header: "Why",
    width: place.width,
    overflow: "visible",
    cell: (row) => (
      <span
        title={row.why}
        className={`w-0 min-w-full truncate ${row.outcome === "problem" ? "text-foreground-2" : "text-foreground-3"}`}
      >
        {row.why}
      </span>
    ),
  };
  return [...first, ...shown.slice(0, place.before), why, ...shown.slice(place.before), ...aside];
}

function leading({ rows, done }: GridShape): GridColumn<ImportRowView>[] {
  return [
    {
      id: "line",
      header: "Line",
      width: 14 + 7 * Math.max(4, String(rows).length),
      align: "end",
      cell: (row) => (
        <span data-import-row={row.rowNo} className="text-foreground-3">
          {row.line.toLocaleString("en-GB")}
        </span>
      ),
    },
    {
      id: "outcome",
      header: "Outcome",
      width: 144,
      cell: (row) => <OutcomeBadge outcome={row.outcome} done={done} />,
    },
  ];
}

function toGridColumn(column: FileColumn): GridColumn<ImportRowView> {
  return {
    id: column.id,
    header: column.field === null ? `${column.header}, not used` : column.header,
    width: column.width,
    overflow: "visible",
    cell: (row) => <RowCell column={column} row={row} />,
  };
}

function nextProblem(
  rows: readonly ImportRowView[],
  from: ImportRowView,
  step: number,
): ImportRowView | null {
  const at = rows.findIndex((row) => row.rowNo === from.rowNo);
  for (let index = at + step; index >= 0 && index < rows.length; index += step) {
    const row = rows[index];
    if (row?.outcome === "problem") return row;
  }
  return null;
}

/** Known for tiles, which the summary counted; not for words and causes. */
function totalOf(record: ImportRecord, view: RowsView): number | null {
  if (view.search !== "" || view.cause !== null) return null;
  if (view.outcomes.length === 0 || record.summary === null) return record.rows;
  return countRows(record.summary, view.outcomes);
}
