import { describe, expect, it } from "vitest";
import type { AccountListItem, AccountPage } from "@rollcall/accounts";
import { collectIds, inPortions, PORTION } from "./bulk";

function pageOf(ids: string[], nextCursor: string | null): AccountPage {
  const items = ids.map((id) => ({ id }) as AccountListItem);
  return { items, nextCursor, total: { count: ids.length, exact: true } };
}

describe("collectIds", () => {
  it("follows the cursor to the end", async () => {
    const pages = new Map([
      ["", pageOf(["1", "2"], "b")],
      ["b", pageOf(["3"], "c")],
      ["c", pageOf([], null)],
    ]);
    const ids = await collectIds((cursor) => Promise.resolve(pages.get(cursor ?? "")!));
    expect(ids).toEqual(["1", "2", "3"]);
  });
});

describe("inPortions", () => {
  const ids = Array.from({ length: PORTION * 2 + 1 }, (_, index) => String(index));

  it("gives the server what it takes at once, in order, and adds up", async () => {
    const sizes: number[] = [];
    const progress: number[] = [];
    const act = (portion: string[]) => {
      sizes.push(portion.length);
      return Promise.resolve({ changed: portion.length, unchanged: 0, gone: 1 });
    };
    const result = await inPortions(ids, act, { onProgress: (done) => progress.push(done) });
    expect(sizes).toEqual([PORTION, PORTION, 1]);
    expect(progress).toEqual([PORTION, PORTION * 2, PORTION * 2 + 1]);
    expect(result).toEqual({ changed: PORTION * 2 + 1, unchanged: 0, gone: 3 });
  });

  it("stops at the first refusal", async () => {
    let calls = 0;
    const act = () => {
      calls += 1;
      return Promise.reject(new Error("refused"));
    };
    await expect(inPortions(ids, act, { onProgress: () => undefined })).rejects.toThrow("refused");
    expect(calls).toBe(1);
  });
});
