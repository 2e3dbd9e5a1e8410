/**
 * Where rows stand in a list of any length, some of them opened, and which of them are in sight. Browsers draw no box taller
 * than some 17 million pixels, and a million rows want 34: the box is shorter, small movements go pixel by pixel all the same,
 * and only a jump goes by the share of the whole. Pure.
 */

/** Pixels of a closed row. */
export const rowHeight = 34;

/** Pixels of the box at most; every browser draws that. */
export const tallest = 8_000_000;

/** A row that is opened, and how much room its detail takes below it. */
export interface OpenedRow {
  index: number;
  height: number;
}

/** `at`: the first pixel of the list in sight. `scrollTop`: where the box is scrolled to at that moment. */
export interface ScrollPlace {
  at: number;
  scrollTop: number;
}

export interface ScrollSpace {
  /** of the whole list, in its own pixels */
  height: number;
  /** of what can be seen */
  view: number;
}

export function heightOf(count: number, opened: readonly OpenedRow[]): number {
  return opened.reduce((sum, row) => sum + (row.index < count ? row.height : 0), count * rowHeight);
}

/** The first pixel of a row. */
export function topOf(index: number, opened: readonly OpenedRow[]): number {
  return opened.reduce((sum, row) => sum + (row.index < index ? row.height : 0), index * rowHeight);
}

/** The row, or the detail below it, that has this pixel; `opened` in order. */
export function indexAt(pixel: number, opened: readonly OpenedRow[]): number {
  let above = 0;
  for (const row of opened) {
    const end = (row.index + 1) * rowHeight + above + row.height;
    if (pixel < end) return Math.min(row.index, Math.max(0, Math.floor((pixel - above) / rowHeight)));
    above += row.height;
  }
  return Math.max(0, Math.floor((pixel - above) / rowHeight));
}

/** Pixels of the box that scrolls. */
export function boxHeight(height: number): number {
  return Math.min(height, tallest);
}

/** The place after the box was scrolled there. */
export function follow(place: ScrollPlace, scrollTop: number, space: ScrollSpace): ScrollPlace {
  const { height, view } = space;
  const last = Math.max(0, height - view);
  const lastOfBox = Math.max(0, boxHeight(height) - view);
  if (height <= tallest) return { at: Math.min(scrollTop, last), scrollTop };
  if (scrollTop <= 0) return { at: 0, scrollTop };
  if (scrollTop >= lastOfBox) return { at: last, scrollTop };
  const moved = scrollTop - place.scrollTop;
  const at = Math.abs(moved) <= view ? place.at + moved : (scrollTop / lastOfBox) * last;
  return { at: Math.min(last, Math.max(0, at)), scrollTop };
}

/** Where the box would be scrolled to if it had come to `at` by a jump: set when nothing moves, so that its bar tells the truth. */
export function scrollTopFor(at: number, { height, view }: ScrollSpace): number {
  if (height <= tallest) return Math.max(0, at);
  const last = height - view;
  return (Math.min(last, Math.max(0, at)) / last) * (boxHeight(height) - view);
}

/** Where the list must begin so that a row can be seen whole, moving as little as need be. */
export function reveal(index: number, at: number, opened: readonly OpenedRow[], view: number): number {
  const top = topOf(index, opened);
  if (top < at) return top;
  return top + rowHeight > at + view ? top + rowHeight - view : at;
}
