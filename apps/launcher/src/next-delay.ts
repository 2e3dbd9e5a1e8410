/**
 * How long to wait before a crashed child is started again: at once the first time, so that a killed worker is back in
 * about a second, and ever longer while it keeps crashing. Pure.
 */
const first = 100;
const longest = 15_000;

/** Milliseconds; `crashes` counts the ends in a row that came too soon, this one included (≥ 1). */
export function nextDelay(crashes: number): number {
  return Math.min(longest, first * 2 ** Math.min(crashes - 1, 20));
}
