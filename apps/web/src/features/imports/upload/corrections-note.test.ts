import { expect, test } from "vitest";
import { correctionsNote } from "./corrections-note";

const sample = (...cells: string[]) => ({ sample: [{ line: 2, cells }] });

test.each([
  ["as it is downloaded", sample("a@x.example", "row 3 of import 17 (as 0123456789)"), "IMP-0017"],
  ["of an older version", sample("a@x.example", "row 3 of import 4"), "IMP-0004"],
])("a corrections file %s is told where it belongs", (_why, recognition, words) => {
  const note = correctionsNote(recognition)[0];
  expect(note?.message).toContain(words);
  // The page makes a link of it.
  expect(note?.about).toBe(String(Number(words.slice(4))));
});

test.each([
  ["no rows", { sample: [] }],
  ["a sentence that only speaks of one", sample("see row 3 of import 4", "imports of row 3")],
])("any other file is not: %s", (_why, recognition) => {
  expect(correctionsNote(recognition)).toEqual([]);
});
