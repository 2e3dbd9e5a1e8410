import { expect, test } from "vitest";
import { leastOf, whyColumn } from "./why-column";

// A hosted-users file on a screen of 1,440 px: line, outcome; address, name, department, send email, groups.
const leading = 58 + 144;
const hosted = [216, 120, 84, 88, 96];

test.each<[why: string, width: number, shown: number[], before: number, least: number]>([
  ["the room that is left is its own", 1039, hosted, 5, 209],
  ["no more than it needs", 1600, hosted, 5, 280],
  ["the columns do not all fit: beside who it is about", 1039, [...hosted, 96, 96], 2, 280],
  ["a narrow window", 760, hosted, 2, 198],
  ["a narrower one: it scrolls", 600, hosted, 2, 170],
  ["one column", 1039, [216], 1, 280],
])("%s", (_why, width, shown, before, least) => {
  expect(whyColumn(width, leading, shown)).toEqual({ before, width: `minmax(${String(least)}px, 1.7fr)` });
});

test("the least of a track", () => {
  expect(leastOf("minmax(216px, 2fr)")).toBe(216);
  expect(leastOf("88px")).toBe(88);
});
