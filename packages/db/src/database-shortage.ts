/**
 * What PostgreSQL, or the machine beneath it, could not give: no defect of ours and nothing wrong with the request, but
 * something that whoever runs it can mend. Knows codes, no words.
 */
import { isRetryable } from "./database-errors";
import { sqlStateOf } from "./queries/sql-state";

export type DatabaseShortage =
  /** no room on the disk of the database */
  | "disk-full"
  | "memory"
  /** more connections than PostgreSQL allows, or than our own pool has free in time */
  | "connections"
  /** cancelled by an administrator of the database, or by a limit of time that it has */
  | "stopped"
  /** the connection was lost, or never came about */
  | "unreachable";

const states: readonly [RegExp, DatabaseShortage][] = [
  [/^(53100|58030|ENOSPC)$/, "disk-full"],
  [/^(53200|53400)$/, "memory"],
  [/^(53300|P2024)$/, "connections"],
  [/^57014$/, "stopped"],
  [/^(08...|57P0[1-5])$/, "unreachable"],
];

/** What pg's pool and Prisma's transactions say when all of our own connections are in use for too long. */
const noneFree = /timeout exceeded when trying to connect|Unable to start a transaction in the given time/;

/** Null when it is none of these. Looks into causes: an error may have been wrapped on its way. */
export function shortageOf(error: unknown): DatabaseShortage | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const state = sqlStateOf(at) ?? "";
    const known = states.find(([codes]) => codes.test(state));
    if (known !== undefined) return known[1];
    if (/DatabaseNotReachable/.test(adapterNameOf(at))) return "unreachable";
    if (noneFree.test(at.message)) return "connections";
    // What may be tried again and is no conflict of transactions is a connection.
    if (isRetryable(at) && !/^40/.test(state)) return "unreachable";
  }
  return null;
}

/** Prisma tells a server that is not there without any code. */
function adapterNameOf(error: Error): string {
  const meta: unknown = "meta" in error ? error.meta : null;
  const inner: unknown =
    typeof meta === "object" && meta !== null && "driverAdapterError" in meta
      ? meta.driverAdapterError
      : null;
  return inner instanceof Error ? inner.message : "";
}
