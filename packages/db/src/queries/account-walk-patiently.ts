/**
 * A partial page: an order is walked a window at a time until the page is full or patience ends. How large the next window is, the
 * last one says by its time, since what an account costs to look at differs a hundredfold with order, filter and what is in memory.
 */
import type { Queryable } from "../client";
import { walkAccounts, type AskedWalk, type Walked } from "./account-walk";

export interface WalkBounds {
  /** milliseconds after which a partial page is given as it is */
  patience: number;
  /** accounts of the smallest window */
  least: number;
  /** and of the first, at most */
  first: number;
  /** and of any */
  window: number;
  /** those who came one after the other lie beside each other */
  windowByCreation: number;
}

/** A window is made so much larger than what a page is expected to lie in. */
const margin = 1.3;
/** The next one is at most so many times as large: what comes may lie elsewhere. */
const growth = 4;

/** `share`: of everybody, who is expected to match; `began`: when the page was asked for (performance.now). */
export async function walkPatiently(
  db: Queryable,
  q: AskedWalk,
  bounds: WalkBounds,
  { share, began }: { share: number; began: number },
): Promise<Walked> {
  const most = q.order === "created" ? bounds.windowByCreation : bounds.window;
  const expected = share > 0 ? Math.ceil((q.limit / share) * margin) : most;
  let window = within(bounds.least, expected, Math.min(bounds.first, most));
  const ids: bigint[] = [];
  let { after } = q;
  for (;;) {
    const asked = performance.now();
    const walked = await walkAccounts(db, { ...q, after, limit: q.limit - ids.length }, window);
    ids.push(...walked.ids);
    const now = performance.now();
    const left = bounds.patience - (now - began);
    if (walked.end === null || left <= 0) return { ids, end: walked.end };
    after = walked.end;
    window = within(
      bounds.least,
      Math.floor((window / (now - asked)) * left),
      Math.min(most, window * growth),
    );
  }
}

function within(least: number, wanted: number, most: number): number {
  return Math.min(most, Math.max(least, wanted));
}
