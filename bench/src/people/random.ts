/** Chance that always falls the same way: everything made here is made alike on every machine. Not for secrets. */
export interface Random {
  /** from 0, below `below` */
  int(below: number): number;
  /** true in `share` of all cases, 0 to 1 */
  chance(share: number): boolean;
  /** one of them; the list must not be empty */
  pick<T>(list: readonly T[]): T;
  /** `count` different ones, or all when there are fewer */
  some<T>(list: readonly T[], count: number): T[];
}

/** mulberry32 of the given seed. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number) => Math.floor(next() * below);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[int(list.length)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  };
  return {
    int,
    chance: (share) => next() < share,
    pick,
    some: (list, count) => {
      const chosen = new Set<(typeof list)[number]>();
      const wanted = Math.min(count, list.length);
      while (chosen.size < wanted) chosen.add(pick(list));
      return [...chosen];
    },
  };
}
