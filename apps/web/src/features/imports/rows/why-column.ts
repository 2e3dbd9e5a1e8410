/** Where "Why" stands among the columns and how wide it is: always in sight, with the room that those before it leave. Pure. */

/** Narrower than this it says nothing. */
const least = 170;
/** The reasons that are not read whole in this are long in any case. */
const most = 280;
/** What scrolls and maps stand in, at the right. */
export const edge = 24;

export interface WhyColumn {
  /** it stands after so many of the columns shown */
  before: number;
  /** a CSS grid track */
  width: string;
}

/**
 * `leading` and `shown`: the least pixels of what stands left of the file's columns, and of each of those that are shown. Where they do
 * not all fit with it, it stands after the first two: who it is about.
 */
export function whyColumn(width: number, leading: number, shown: readonly number[]): WhyColumn {
  const roomAfter = (count: number) =>
    width - edge - leading - shown.slice(0, count).reduce((sum, column) => sum + column, 0);
  const before = roomAfter(shown.length) >= least ? shown.length : Math.min(2, shown.length);
  const room = Math.max(least, Math.min(most, Math.floor(roomAfter(before))));
  return { before, width: `minmax(${room}px, 1.7fr)` };
}

/** The pixels of a track, or the least that it may have. */
export function leastOf(track: string): number {
  return Number(/\d+/.exec(track)?.[0] ?? 80);
}
