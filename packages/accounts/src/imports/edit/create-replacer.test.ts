// What find and replace makes of one cell, and what it leaves because the cell would be too long.
import { expect, test } from "vitest";
import { createReplacer } from "./create-replacer";

const replace = (cell: string, step: Partial<Parameters<typeof createReplacer>[0]>) =>
  createReplacer({ find: "a", replace: "b", matchCase: true, wholeCell: false, ...step })(cell);
const given = (cell: string, step: Partial<Parameters<typeof createReplacer>[0]>) => {
  const made = replace(cell, step);
  return made === null || made === "too-long" ? made : made.to;
};

test.each([
  ["every place", "banana", {}, "bbnbnb"],
  ["case aside", "BAnana", { matchCase: false }, "Bbnbnb"],
  ["what is text in patterns is text", "a.b", { find: "." }, "abb"],
  [
    "é in two pieces, as files from a Mac have it",
    "Rene\u0301 Noe\u0301",
    { find: "né", replace: "nee" },
    "Renee Noé",
  ],
  ["é in one piece", "René", { find: "ne\u0301", replace: "nee" }, "Renee"],
  ["a cell without it stays in its pieces", "Noe\u0301", { find: "ü" }, null],
  ["a whole cell, blanks aside", " a ", { wholeCell: true }, "b"],
  ["a part is not the whole", "aa", { wholeCell: true }, null],
  ["an empty cell", " ", { find: "", wholeCell: true }, "b"],
  ["nothing to replace", "xyz", {}, null],
  ["longer than a cell may be", "a".repeat(60_000), { replace: "b".repeat(2_000) }, "too-long"],
  [
    "as long as a cell may be",
    `a${"x".repeat(65_535)}`,
    { find: "ax", replace: "bx" },
    `bx${"x".repeat(65_534)}`,
  ],
  ["a long cell that does not have it", "x".repeat(70_000), { replace: "bb" }, null],
])("%s", (_why, cell, step, better) => {
  expect(given(cell, step)).toBe(better);
});

test("a long cell that does not grow is replaced", () => {
  expect(given("a".repeat(200_000), {})).toBe("b".repeat(200_000));
});
