"use client";
/** Scrolls a list of any length in a box that browsers can draw (scroll-space says how), and says which rows are in sight. */
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import {
  boxHeight,
  follow,
  heightOf,
  indexAt,
  reveal,
  rowHeight,
  scrollTopFor,
  topOf,
  type OpenedRow,
  type ScrollPlace,
} from "./scroll-space";

export const headHeight = 32;

/** Rows drawn beyond the edges, so that a small movement shows no gap. */
const beyond = 8;
/** After this long without a movement the bar is put where it tells the truth. */
const settleMs = 150;

export interface SheetScroll {
  place: (element: HTMLElement | null) => (() => void) | undefined;
  /** pixels of what holds the rows */
  height: number;
  /** pixels from its top to a row */
  topOf: (index: number) => number;
  /** pixels from the top of what is in sight to a row; null where it is not in sight whole */
  inSight: (index: number) => number | null;
  /** the rows to draw */
  first: number;
  last: number;
  /** how many fit */
  page: number;
  reveal: (index: number) => void;
  /** to a share of the whole list */
  jump: (share: number) => void;
}

/** `covered`: pixels at the foot that something floats over. */
export function useSheetScroll(count: number, opened: readonly OpenedRow[], covered: number): SheetScroll {
  const box = useRef<HTMLElement | null>(null);
  const [view, setView] = useState(700);
  const [at, setAt] = useState<ScrollPlace>({ at: 0, scrollTop: 0 });
  const height = heightOf(count, opened);
  const space = { height, view };
  const pixel = Math.min(at.at, Math.max(0, height - view));

  const follows = useEffectEvent((scrollTop: number) => setAt((place) => follow(place, scrollTop, space)));
  const settles = useEffectEvent(() => {
    const element = box.current;
    if (element === null) return;
    const scrollTop = scrollTopFor(at.at, space);
    if (Math.abs(scrollTop - element.scrollTop) < 1.5) return;
    flushSync(() => setAt((place) => ({ ...place, scrollTop })));
    element.scrollTop = scrollTop;
  });
  useEffect(() => {
    const timer = setTimeout(() => settles(), settleMs);
    return () => clearTimeout(timer);
  }, [at]);
  const place = useCallback((element: HTMLElement | null) => {
    box.current = element;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() =>
      setView(Math.max(rowHeight, element.clientHeight - headHeight)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const onScroll = () => follows(element.scrollTop);
    element.addEventListener("scroll", onScroll, { passive: true });
    return () => element.removeEventListener("scroll", onScroll);
  }, []);
  const goTo = (next: number) => {
    const scrollTop = scrollTopFor(next, space);
    setAt({ at: next, scrollTop });
    if (box.current !== null) box.current.scrollTop = scrollTop;
  };
  return {
    place,
    height: boxHeight(height),
    topOf: (index) => topOf(index, opened) - pixel + Math.min(at.scrollTop, boxHeight(height)),
    inSight: (index) => {
      const top = topOf(index, opened) - pixel;
      return top < 0 || top + rowHeight > view ? null : top;
    },
    first: Math.max(0, indexAt(pixel, opened) - beyond),
    last: Math.min(count - 1, indexAt(pixel + view, opened) + beyond),
    page: Math.max(1, Math.floor(view / rowHeight)),
    reveal: (index) => {
      const next = reveal(index, pixel, opened, view - covered);
      if (next !== pixel) goTo(next);
    },
    jump: (share) => goTo(Math.max(0, share * height - view / 2)),
  };
}
