/**
 * Figures that take a pass over all accounts: asked anew each time while that is quick, and of a large organisation held for a
 * moment. Who asks then gets what was true when somebody asked before, and starts the next count without waiting for it.
 */
import { countAccounts, type Database } from "@rollcall/db";

/** Up to so many accounts are counted each time. */
const countedAtOnce = 50_000;
/** Milliseconds after which the next one who asks has them counted again. */
const freshFor = 10_000;
/** Milliseconds after which what was held says nothing any more: it is waited for. */
const heldFor = 30 * 60_000;

interface Held {
  figures: unknown;
  at: number;
  counting: boolean;
}

const held = new WeakMap<Database, Map<string, Held>>();

/** `key` names what `count` counts; tests make the bounds small. */
export async function holdFigures<T>(
  database: Database,
  key: string,
  count: () => Promise<T>,
  bounds: { countedAtOnce: number; freshFor: number } = { countedAtOnce, freshFor },
): Promise<T> {
  const { count: accounts } = await countAccounts(database);
  if (accounts <= bounds.countedAtOnce) return count();
  const all = held.get(database) ?? new Map<string, Held>();
  held.set(database, all);
  const known = all.get(key);
  const age = known === undefined ? Infinity : performance.now() - known.at;
  const recount = async (): Promise<T> => {
    const figures = await count();
    all.set(key, { figures, at: performance.now(), counting: false });
    return figures;
  };
  if (known === undefined || age > heldFor) return recount();
  if (age > bounds.freshFor && !known.counting) {
    known.counting = true;
    recount().catch(() => {
      known.counting = false;
    });
  }
  // Only `count` of the same key ever wrote it.
  return known.figures as T;
}
