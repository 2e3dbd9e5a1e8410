// Round figures for an axis. Pure.

/** Ticks from 0 to at least `max` in steps of 1, 2, 2.5, 4 or 5 times a power of ten; about `count` of them. */
export function niceTicks(max: number, count = 4): number[] {
  if (!(max > 0)) return [0, 1];
  const raw = max / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 2.5, 4, 5, 10].find((candidate) => candidate * power >= raw) ?? 10;
  const step = Math.max(1, factor * power);
  const ticks: number[] = [];
  for (let tick = 0; tick < max + step; tick += step) {
    ticks.push(tick);
    if (tick >= max) break;
  }
  return ticks;
}

/**
 * Moves labels apart so that none overlap: each keeps as near to its place as the `gap` allows, in order from the top,
 * between `top` and `bottom`. Places are pixels from the top.
 */
export function spread(places: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let least = top;
  for (const entry of order) {
    entry.place = Math.max(entry.place, least);
    least = entry.place + gap;
  }
  let most = bottom;
  for (const entry of order.toReversed()) {
    entry.place = Math.min(entry.place, most);
    most = entry.place - gap;
  }
  const result = new Array<number>(places.length).fill(0);
  for (const entry of order) result[entry.index] = entry.place;
  return result;
}
