import { describe, expect, test } from "vitest";
import { everyRow } from "../rows/rows-url";
import type { Selection } from "../rows/use-sheet";
import { nameStep } from "./name-step";
import { filterRows, mostNamed, selectedRows } from "./row-set";

type Given = Parameters<typeof selectedRows>[0];

function sheet(selection: Selection, count = 1_000_000): Given {
  const pages = {
    count,
    counted: true,
    numbersOf: (from: number, to: number) => Promise.resolve([from * 10, to * 10]),
  };
  return { selection, active: { index: 4, column: 2 }, pages: pages as unknown as Given["pages"] };
}
const problems = { ...everyRow, outcomes: ["problem" as const], search: " x " };

describe("the rows that a correction is about", () => {
  test.each<[why: string, selection: Selection, expected: unknown]>([
    ["nothing selected: where one stands", null, { rowNos: [5] }],
    ["a range, by its numbers", { kind: "range", from: 9, to: 11 }, { rowNos: [10, 11, 12] }],
    ["all, however many: by the filter", { kind: "all" }, filterRows(everyRow)],
    ["from the first to the last is all", { kind: "range", from: 0, to: 999_999 }, filterRows(everyRow)],
    ["more than can be named", { kind: "range", from: 1, to: mostNamed + 1 }, null],
  ])("%s", async (_why, selection, expected) => {
    expect(await selectedRows(sheet(selection), everyRow)).toEqual(expected);
  });

  test("in a filtered list places are no numbers: they are asked for", async () => {
    expect(await selectedRows(sheet({ kind: "range", from: 2, to: 3 }, 60), problems)).toEqual({
      rowNos: [20, 30],
    });
  });

  test("a filter is said as the server knows it", () => {
    expect(filterRows(problems)).toEqual({ filter: { outcomes: ["problem"], search: "x", cause: null } });
  });
});

test.each<[why: string, fields: (string | null)[], column: number | null]>([
  ["the one column of departments", ["email", "department", null], 1],
  ["several of groups: in all, whole cells", ["email", "department", "department"], null],
])("a near name is taken in %s", (_why, fields, column) => {
  const columns = fields.map((field) => ({ header: "", field }));
  const step = nameStep({ columns }, "department", { name: "Markting", near: "Marketing" });
  expect(step).toMatchObject({
    kind: "replace",
    column,
    find: "Markting",
    replace: "Marketing",
    wholeCell: true,
  });
});
