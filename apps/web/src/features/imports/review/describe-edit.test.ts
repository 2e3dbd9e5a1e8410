import type { ImportRowView } from "@rollcall/accounts";
import { expect, test } from "vitest";
import { describeEdit, describeRecipe } from "./describe-edit";
import { describeMerge, describeRest } from "./describe-merge";

const edit = { id: "1", words: "Changed Email", rows: 1, by: "Ada", at: new Date(0), undone: false };
const row: ImportRowView = {
  ...{ rowNo: 1, line: 12, cells: [], email: null, outcome: "create", reason: null, accountId: null },
  ...{ changes: {}, problems: [], why: "Welcome mail", original: null, decision: null, linked: null },
};
const summary = (problem: number) => ({
  summary: { create: 9, update: 0, unchanged: 0, skip: 0, problem },
});

type Result = Parameters<typeof describeEdit>[0];

test.each<[why: string, result: Result, words: string]>([
  ["nothing changed", { edit: null, affected: 0, rows: [], record: summary(2) }, "Nothing had to change."],
  [
    "one row is well now",
    { edit, affected: 1, rows: [row], record: summary(2) },
    "Changed Email. Line 12: New. 2 rows need attention.",
  ],
  [
    "one row is still wrong, and why",
    {
      ...{ edit, affected: 1, record: summary(1) },
      rows: [{ ...row, outcome: "problem", why: "There is a space in the address" }],
    },
    "Changed Email. Line 12: Needs attention. There is a space in the address.",
  ],
  [
    "a row left out",
    { edit, affected: 1, rows: [{ ...row, outcome: "skip", decision: "skip" }], record: summary(1) },
    "Changed Email. Line 12: Left out. 1 row needs attention.",
  ],
  [
    "many rows, the last problems",
    { edit: { ...edit, words: "Fixed 38 rows" }, affected: 38, rows: [row], record: summary(0) },
    "Fixed 38 rows. No row needs attention.",
  ],
  [
    "taken back",
    { edit: { ...edit, undone: true }, affected: 38, rows: [], record: summary(38) },
    "Taken back: Changed Email. 38 rows need attention.",
  ],
])("said of a correction: %s", (_why, result, words) => {
  expect(describeEdit(result)).toBe(words);
});

test.each<[why: string, affected: number, before: number, after: number, words: string]>([
  ["nothing in it differs", 0, 5, 5, "fixed.csv changes no row of this import."],
  ["all well", 5, 5, 0, "fixed.csv: 5 rows corrected. 5 rows are well now, no row needs attention."],
  ["one left", 5, 5, 1, "fixed.csv: 5 rows corrected. 4 rows are well now, 1 row still needs attention."],
  ["worse than before", 2, 3, 4, "fixed.csv: 2 rows corrected. 4 rows still need attention."],
  [
    "a colleague corrected others meanwhile",
    ...([1, 3, 1] as const),
    "fixed.csv: 1 row corrected. 1 row is well now, 1 row still needs attention.",
  ],
])("said of a file that came back: %s", (_why, affected, before, after, words) => {
  const bothChanged = { rows: 0, first: [] };
  expect(describeMerge({ affected, bothChanged, record: summary(after) }, before, "fixed.csv")).toBe(words);
});

test.each<[affected: number, both: number, words: string]>([
  [0, 2, "fixed.csv: nothing changed. 2 rows were corrected here meanwhile."],
  [
    3,
    1,
    "fixed.csv: 3 rows corrected. 3 rows are well now, 2 rows still need attention. 1 row corrected here meanwhile stays.",
  ],
])(
  "said of a file of which %i rows changed and %i were corrected here meanwhile",
  (affected, rows, words) => {
    const bothChanged = { rows, first: [] };
    expect(describeMerge({ affected, bothChanged, record: summary(2) }, 5, "fixed.csv")).toBe(words);
  },
);

test.each([
  [0, "Nothing else in fixed.csv is new."],
  [1, "1 other row of fixed.csv is merged."],
  [12, "12 other rows of fixed.csv are merged."],
])("said beside rows that somebody else had corrected, too: %i of the file changed", (affected, words) => {
  expect(describeRest({ affected }, "fixed.csv")).toBe(words);
});

// One toast for several steps: its button takes back one of them, and says so.
test.each([
  ["none of them found anything", { edit: null, applied: 0 }, null],
  ["one", { edit, applied: 1 }, { words: "Changed Email", undo: "Undo" }],
  ["several", { edit, applied: 3 }, { words: "3 steps repeated.", undo: "Undo the last" }],
])("said of the steps of an earlier file: %s", (_why, result, told) => {
  expect(describeRecipe(result)).toEqual(told);
});
