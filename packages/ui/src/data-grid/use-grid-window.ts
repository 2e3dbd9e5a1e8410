"use client";
// The window over a long list: which rows are in the document, where they stand, and how to bring one into sight.
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import type { Range } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";

export interface GridWindowOptions {
  keys: readonly string[];
  /** The row that must stay in the document, to keep its focus; -1 for none. */
  focused: number;
  rowHeight: number;
  headHeight: number;
  hasMore?: boolean | undefined;
  loading?: boolean | undefined;
  loadingMore?: boolean | undefined;
  onEndReached?: (() => void) | undefined;
  onVisibleChange?: ((first: number, last: number) => void) | undefined;
}

/** How many rows before the end more are asked for. */
const AHEAD = 25;

/** The window's state; `setScroller` is the ref of the element that scrolls. */
export function useGridWindow(options: GridWindowOptions) {
  const { keys, focused, rowHeight, headHeight } = options;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const revealed = useRef<string | null>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay in this hook; only fresh values leave it
  const virtual = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: 8,
    initialRect: { width: 1024, height: 800 },
    rangeExtractor: (range: Range) => withFocused(defaultRangeExtractor(range), focused),
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const range = virtual.range;

  useEndReached(options, items.at(-1)?.index ?? -1);
  useVisible(options.onVisibleChange, range?.startIndex ?? 0, range?.endIndex ?? 0);
  useEffect(() => {
    virtual.measure();
  }, [virtual, rowHeight]);
  // Focus follows a movement once the row is in the document.
  useEffect(() => {
    const key = revealed.current;
    if (key === null || keys[focused] !== key) return;
    const row = scroller?.querySelector<HTMLElement>(`[data-index="${focused}"] > [data-row]`);
    if (row === null || row === undefined) return;
    revealed.current = null;
    row.focus({ preventScroll: true });
  });

  return {
    setScroller,
    items,
    height: virtual.getTotalSize(),
    margin: headHeight,
    measure: virtual.measureElement,
    pageSize: () => Math.max(1, Math.floor(((scroller?.clientHeight ?? 0) - headHeight) / rowHeight)),
    /** Scrolls a row into sight and puts the focus on it. */
    reveal: (index: number) => {
      revealed.current = keys[index] ?? null;
      virtual.scrollToIndex(index);
    },
    /** Scrolls to a share of the whole list. */
    jump: (at: number) => virtual.scrollToIndex(Math.round(at * (keys.length - 1)), { align: "center" }),
  };
}

/** The rows to draw, in order, with the focused one among them. */
export function withFocused(range: number[], focused: number): number[] {
  if (focused < 0 || range.includes(focused)) return range;
  const first = range[0];
  return first !== undefined && focused < first ? [focused, ...range] : [...range, focused];
}

function useEndReached(options: GridWindowOptions, last: number) {
  const { hasMore = false, loading = false, loadingMore = false, onEndReached } = options;
  const near = last >= options.keys.length - AHEAD;
  useEffect(() => {
    if (near && hasMore && !loading && !loadingMore) onEndReached?.();
  }, [near, hasMore, loading, loadingMore, onEndReached]);
}

function useVisible(
  report: ((first: number, last: number) => void) | undefined,
  first: number,
  last: number,
) {
  const latest = useRef(report);
  useEffect(() => {
    latest.current = report;
  });
  useEffect(() => {
    latest.current?.(first, last);
  }, [first, last]);
}
