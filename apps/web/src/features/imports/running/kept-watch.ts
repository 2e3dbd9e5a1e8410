/**
 * The imports being watched, kept for as long as the tab lives: a page that is loaded anew still tells what became of
 * them. Without storage (a browser may forbid it) they are watched until the next load.
 */
import type { Watch } from "./next-watch";

const KEY = "rollcall.imports.watched";

let here: Watch = new Map();

export function readWatch(): Watch {
  try {
    const ids = JSON.parse(window.sessionStorage.getItem(KEY) ?? "[]") as unknown;
    return Array.isArray(ids) ? new Map(ids.filter(isId).map((id) => [id, "COMMITTING"])) : here;
  } catch {
    return here;
  }
}

export function keepWatch(watch: Watch): void {
  here = watch;
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify([...watch.keys()]));
  } catch {
    // Kept in memory, then.
  }
}

/** An import that begins now: its end is told of however soon it comes. */
export function watchImport(importId: string): void {
  keepWatch(new Map([...readWatch(), [importId, "COMMITTING"]]));
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^\d{1,19}$/.test(value);
}
