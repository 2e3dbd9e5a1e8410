// What find and replace makes of one cell, and what it leaves because the cell would be too long.
import { expect, test } from "vitest";
import { createReplacer } from "./create-replacer";

const replace = (cell: string, step: Partial<Parameters<typeof createReplacer>[0]>) =>
  createReplacer({ find: "a", replace: "b", matchCase: true, wholeCell: false, ...step })(cell);

test.each([
  ["every place", "banana", {}, "bbnbnb"],
  ["case aside", "BAnana", { matchCase: false }, "Bbnbnb"],
  ["what is text in patterns is text", "a.b", { find: "." }, "abb"],
  ["a whole cell, blanks aside", " a ", { wholeCell: true }, "b"],
  ["a part is not the whole", "aa", { wholeCell: true }, null],
  ["an empty cell", " ", { find: "", wholeCell: true }, "b"],
  ["nothing to replace", "xyz", {}, null],
  ["longer than a cell may be: left", "a".repeat(60_000), { replace: "b".repeat(2_000) }, null],
])("%s", (_why, cell, step, better) => {
  expect(replace(cell, step)).toBe(better);
});

test("a long cell that does not grow is replaced", () => {
  expect(replace("a".repeat(200_000), {})).toBe("b".repeat(200_000));
});
