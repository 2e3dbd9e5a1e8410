// Which sheet is read: the one that was named, or none. Another in its place would be a guess.
import { expect, test } from "vitest";
import type { SheetHead } from "./model/workbook";
import { recogniseSheets } from "./recognise-sheets";

const row = (line: number, ...cells: string[]) => ({ line, cells });
const people: SheetHead = {
  name: "People",
  rows: 2,
  hidden: false,
  head: [row(1, "Email", "Full Name"), row(2, "ann@example.com", "Ann")],
};

test("a sheet that is not there is told, with those that are; none is read in its place", () => {
  const found = recogniseSheets("xlsx", [people, { ...people, name: "Old" }], { sheet: "Staff" });
  expect(found).toMatchObject({ format: null, sheet: null });
  expect(found.problems).toMatchObject([
    { code: "file.no-sheet", params: { sheet: "Staff", found: "People, Old" } },
  ]);
  expect(recogniseSheets("xlsx", [people], { sheet: "People" })).toMatchObject({
    sheet: "People",
    problems: [],
  });
});
