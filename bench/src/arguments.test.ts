import { expect, test } from "vitest";
import { readArguments } from "./arguments";

test.each([
  [["--rows", "many"], /--rows must be a number/],
  [["--rows", "10"], /--rows must be a number/],
  [
    ["--only", "everything"],
    /--only takes import, again, second, undo, linearity, pages, lists, hash, check, kill, not everything/,
  ],
  [["--fast"], /--fast/],
])("%j is told as a mistake", (words, mistake) => {
  expect(readArguments(words)).toEqual({ mistake: expect.stringMatching(mistake) as string });
});

test("measures everything with 100,000 rows unless told otherwise", () => {
  expect(readArguments([])).toMatchObject({
    rows: 100_000,
    wanted: ["import", "again", "second", "undo", "linearity", "pages", "lists", "hash", "check", "kill"],
  });
  expect(readArguments(["--only", "kill", "--rows", "5000"])).toMatchObject({
    rows: 5_000,
    wanted: ["kill"],
  });
});
