"use client";
/**
 * Where somebody stands in the sheet, which rows are selected and which are opened, and what is in sight. Where one stands is
 * kept in the address a moment after it was reached.
 */
import type { ImportRecord } from "@rollcall/accounts";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { isFiltered, type RowsView } from "./rows-url";
import type { OpenedRow } from "./scroll-space";
import { sheetShape, type SheetChoice, type SheetShape } from "./sheet-columns";
import { useRowPages, type RowPages } from "./use-row-pages";
import { useSheetScroll, type SheetScroll } from "./use-sheet-scroll";

export interface Place {
  index: number;
  column: number;
}

/** Rows from one place to another, both included; all: every row of the list, however many. */
export type Selection = { kind: "range"; from: number; to: number } | { kind: "all" } | null;

export interface Sheet {
  shape: SheetShape;
  pages: RowPages;
  scroll: SheetScroll;
  active: Place;
  selection: Selection;
  box: (element: HTMLElement | null) => (() => void) | undefined;
  focus: () => void;
  isActive: (index: number, column: number) => boolean;
  isSelected: (index: number) => boolean;
  isOpened: (index: number) => boolean;
  setHeight: (index: number, height: number) => void;
  /** `extend`: the rows on the way are selected */
  move: (index: number, column: number, extend?: boolean) => void;
  select: (selection: Selection) => void;
  toggleDetail: (index: number) => void;
}

export interface SheetInput {
  record: ImportRecord;
  view: RowsView;
  onViewChange: (view: RowsView, step?: "push" | "replace") => void;
  choice: SheetChoice;
  total: number | null;
}

/** The address follows this long after the last movement: browsers refuse a hundred changes in a row. */
const restMs = 400;
/** What can be done with selected rows floats over the last of them. */
const barHeight = 64;
/** What a detail takes until it was measured. */
const guess = 120;

export function useSheet({ record, view, onViewChange, choice, total }: SheetInput): Sheet {
  const shape = sheetShape(record, choice);
  // Without a filter a row's number is its place.
  const [row, setRow] = useState(() => (view.row !== null && !isFiltered(view) ? view.row - 1 : 0));
  const [columnId, setColumnId] = useState(view.column ?? firstFileColumn(shape));
  const column = Math.max(
    0,
    shape.columns.findIndex((entry) => entry.id === columnId),
  );
  const [anchor, setAnchor] = useState(row);
  const [selection, setSelection] = useState<Selection>(null);
  const [opened, setOpened] = useState<OpenedRow[]>([]);
  const [seen, setSeen] = useState({ first: row, last: row + 30, count: total ?? row + 1 });
  const pages = useRowPages({
    importId: record.id,
    filter: view,
    total,
    first: seen.first,
    last: seen.last,
    active: row,
  });
  const scroll = useSheetScroll(pages.count, opened, selection === null ? 0 : barHeight);
  if (seen.first !== scroll.first || seen.last !== scroll.last)
    setSeen({ ...seen, first: scroll.first, last: scroll.last });
  const index = Math.max(0, Math.min(row, pages.count - 1));
  const element = useRef<HTMLElement | null>(null);
  const { place } = scroll;
  const box = useCallback(
    (next: HTMLElement | null) => {
      element.current = next;
      return place(next);
    },
    [place],
  );
  useAddress({ index, columnId, pages, view, onViewChange });

  const move = (to: number, toColumn: number, extend = false) => {
    const next = Math.max(0, Math.min(to, pages.count - 1));
    const from = selection?.kind === "range" || extend ? anchor : index;
    setRow(next);
    setColumnId(shape.columns[toColumn]?.id ?? columnId);
    scroll.reveal(next);
    if (extend) setSelection({ kind: "range", from: Math.min(from, next), to: Math.max(from, next) });
    else setAnchor(next);
  };
  return {
    shape,
    pages,
    scroll,
    active: { index, column },
    selection,
    box,
    focus: () => element.current?.focus({ preventScroll: true }),
    isActive: (at, atColumn) => at === index && atColumn === column,
    isSelected: (at) =>
      selection?.kind === "all" || (selection !== null && at >= selection.from && at <= selection.to),
    isOpened: (at) => opened.some((entry) => entry.index === at),
    setHeight: useCallback(
      (at: number, height: number) => setOpened((rows) => withHeight(rows, at, height)),
      [],
    ),
    move,
    select: (next) => {
      setSelection(next);
      if (next?.kind === "range") setAnchor(next.from);
      if (next === null) setAnchor(index);
    },
    toggleDetail: (at) =>
      setOpened((rows) =>
        rows.some((entry) => entry.index === at)
          ? rows.filter((entry) => entry.index !== at)
          : [...rows, { index: at, height: guess }].sort((one, other) => one.index - other.index),
      ),
  };
}

function withHeight(rows: OpenedRow[], index: number, height: number): OpenedRow[] {
  const same = rows.every((row) => row.index !== index || row.height === height);
  return same ? rows : rows.map((row) => (row.index === index ? { index, height } : row));
}

function firstFileColumn(shape: SheetShape): string {
  return shape.columns.find((column) => column.file !== null)?.id ?? "line";
}

interface AddressInput extends Pick<SheetInput, "view" | "onViewChange"> {
  index: number;
  columnId: string;
  pages: RowPages;
}

/** Where one stands in the address, once one has moved and rests. */
function useAddress({ index, columnId, pages, view, onViewChange }: AddressInput): void {
  const rowNo = pages.rowAt(index)?.rowNo ?? null;
  const [first] = useState(`${index} ${columnId}`);
  const [moved, setMoved] = useState(false);
  if (!moved && `${index} ${columnId}` !== first) setMoved(true);
  const write = useEffectEvent(() => {
    if (rowNo === null || (view.row === rowNo && view.column === columnId)) return;
    onViewChange({ ...view, row: rowNo, column: columnId }, "replace");
  });
  useEffect(() => {
    if (!moved) return;
    const timer = setTimeout(() => write(), restMs);
    return () => clearTimeout(timer);
  }, [moved, rowNo, columnId]);
}
