// Many changes of one import at once: one after the other, none of them holding what others need while it waits.
import { expect, test, vi } from "vitest";
import { inImportTurn, TurnTimeout } from "./import-turn";

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("runs the work of one import in the order in which it was asked for, and of others beside it", async () => {
  const seen: string[] = [];
  const work = (importId: bigint, name: string) =>
    inImportTurn(importId, async () => {
      seen.push(`${name} begins`);
      await tick();
      seen.push(`${name} ends`);
    });
  await Promise.all([work(1n, "a"), work(1n, "b"), work(2n, "other"), work(1n, "c")]);
  expect(seen.filter((one) => !one.startsWith("other"))).toEqual(
    ["a", "b", "c"].flatMap((name) => [`${name} begins`, `${name} ends`]),
  );
  expect(seen.indexOf("other begins")).toBeLessThan(seen.indexOf("a ends"));
});

test("work that fails lets the next one begin, and is told to whoever asked for it", async () => {
  const failing = inImportTurn(1n, () => Promise.reject(new Error("as asked")));
  const next = inImportTurn(1n, () => Promise.resolve("done"));
  await expect(failing).rejects.toThrow("as asked");
  expect(await next).toBe("done");
});

test("who waits for more than three seconds is told so, has not begun, and keeps nobody waiting", async () => {
  vi.useFakeTimers();
  let release = (): void => undefined;
  const first = inImportTurn(1n, () => new Promise<void>((resolve) => (release = resolve)));
  let begun = false;
  const second = inImportTurn(1n, () => Promise.resolve((begun = true)));
  const refused = expect(second).rejects.toThrow(TurnTimeout);
  await vi.advanceTimersByTimeAsync(3_000);
  await refused;
  const third = inImportTurn(1n, () => Promise.resolve("third"));
  release();
  vi.useRealTimers();
  await first;
  expect(await third).toBe("third");
  expect(begun).toBe(false);
});
