/**
 * Why PostgreSQL refused a statement, read out of the error of Prisma or of pg. Callers decide what it means.
 */

/** What a caller may want to tell apart; every other error is a defect. */
export type DatabaseTrouble = "unique-violation" | "lock-timeout" | "conflict";

const troubles: Readonly<Record<string, DatabaseTrouble>> = {
  "23505": "unique-violation",
  "55P03": "lock-timeout",
  // serialization failure and deadlock: the same work succeeds when it is done again
  "40001": "conflict",
  "40P01": "conflict",
};

/** Null when the error is none of these. */
export function troubleOf(error: unknown): DatabaseTrouble | null {
  const state = sqlStateOf(error);
  return state === null ? null : (troubles[state] ?? null);
}

/** Of an error of Prisma or of pg; the name of a lost connection where there is no code. */
export function sqlStateOf(error: unknown): string | null {
  const nested = path(error, "meta", "driverAdapterError", "cause", "originalCode") ?? path(error, "code");
  return typeof nested === "string" ? nested : null;
}

function path(value: unknown, ...names: string[]): unknown {
  let at = value;
  for (const name of names) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}
