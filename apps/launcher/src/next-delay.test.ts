import { expect, test } from "vitest";
import { nextDelay } from "./next-delay";

test.each([
  [1, 100, "the first crash: a killed worker is back at once"],
  [2, 200, "doubled"],
  [5, 1_600, "and again"],
  [9, 15_000, "never longer than a quarter of a minute"],
  [10_000, 15_000, "also after days of crashing, without overflowing"],
])("after %i crashes %i ms: %s", (crashes, delay) => {
  expect(nextDelay(crashes)).toBe(delay);
});
