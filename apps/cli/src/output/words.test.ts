import { expect, test } from "vitest";
import { aligned } from "./aligned";
import { count, size, some } from "./words";

test.each([
  [1, "1 row"],
  [0, "0 rows"],
  [13_196, "13,196 rows"],
])("count %i", (number, words) => {
  expect(count(number, "row")).toBe(words);
});

test.each([
  [1, "1 byte"],
  [999, "999 bytes"],
  [1_234, "1.2 KB"],
  [67_000_000, "67 MB"],
  [5 * 10 ** 12, "5.0 TB"],
])("size %i", (bytes, words) => {
  expect(size(bytes)).toBe(words);
});

test("some names the first and counts the rest", () => {
  expect(some(["a", "b"])).toBe("a, b");
  expect(some(["a", "b", "c", "d"], 2)).toBe("a, b and 2 more");
});

test("columns line up by characters, not by bytes, and end without blanks", () => {
  expect(
    aligned(
      [
        ["Åsa", "x"],
        ["a", ""],
        ["bcdef", "y"],
      ],
      " ",
    ),
  ).toEqual([" Åsa    x", " a", " bcdef  y"]);
});
