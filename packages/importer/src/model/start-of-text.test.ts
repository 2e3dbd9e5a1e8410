// A cut text goes into problems and samples, and those into PostgreSQL, which refuses half a letter and with it the file.
import { expect, test } from "vitest";
import { lengthOf } from "../checks/length-of";
import { clip } from "./problem";
import { startOfText } from "./start-of-text";

test.each([
  ["between two letters", "abc", 2, "ab"],
  ["before a pair", "a😀b", 1, "a"],
  ["inside a pair", "a😀b", 2, "a"],
  ["behind a pair", "a😀b", 3, "a😀"],
  ["longer than the text", "a😀", 9, "a😀"],
])("%s", (_why, text, units, start) => {
  expect(startOfText(text, units)).toBe(start);
});

test.each([0, 1])(
  "a clipped text is well formed, wherever its pairs lie (%i letters before them)",
  (before) => {
    const clipped = clip("a".repeat(before) + "😀".repeat(60));
    expect(clipped).not.toMatch(/\p{Surrogate}/u);
    expect(clipped.length).toBeLessThanOrEqual(100);
  },
);

test("a length counts letters: a note of 100 smileys has 100 of them", () => {
  expect(lengthOf("😀".repeat(64))).toBe(64);
  expect(lengthOf("😀".repeat(100))).toBe(100);
  expect(lengthOf("x".repeat(65))).toBe(65);
});
