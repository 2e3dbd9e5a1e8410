/**
 * One action for many accounts: the ids of everything that matches, and the action in portions of which the server takes
 * one at a time. It knows no screen; what it needs it is given.
 */
import type { AccountPage, BulkResult } from "@rollcall/accounts";

/** The server's own limit for one bulk action (accounts, `bulkLimit`). */
export const PORTION = 1000;

export interface BulkRun {
  /** how many are done so far */
  onProgress: (done: number) => void;
}

/** Reads every page and gives all ids. */
export async function collectIds(page: (cursor: string | null) => Promise<AccountPage>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const { items, nextCursor }: AccountPage = await page(cursor);
    ids.push(...items.map((item) => item.id));
    cursor = nextCursor;
  } while (cursor !== null);
  return ids;
}

/** Runs `act` on all ids, a portion after the other, and adds the results up. Stops at the first refusal. */
export async function inPortions(
  ids: readonly string[],
  act: (portion: string[]) => Promise<BulkResult>,
  { onProgress }: BulkRun,
): Promise<BulkResult> {
  const sum: BulkResult = { changed: 0, unchanged: 0, gone: 0 };
  for (let start = 0; start < ids.length; start += PORTION) {
    const portion = ids.slice(start, start + PORTION);
    const result = await act(portion);
    sum.changed += result.changed;
    sum.unchanged += result.unchanged;
    sum.gone += result.gone;
    onProgress(Math.min(ids.length, start + PORTION));
  }
  return sum;
}
