import { expect, test } from "vitest";
import { menuEdge, sheetShape } from "./sheet-columns";

const column = (field: string | null, header = field ?? "Own") => ({ header, field });
const columns = ["email", "fullName", "department", "sendWelcome", "groups", "password"].map((field) =>
  column(field),
);
const choice = { width: 1039, apart: false, hidden: new Set<string>(), titles: new Map<string, string>() };
type Columns = Parameters<typeof sheetShape>[0]["columns"];
const shapeOf = (of: unknown[], more: Partial<typeof choice> = {}) =>
  sheetShape({ columns: of as Columns, rows: 7 }, { ...choice, ...more });
const headers = (shape: ReturnType<typeof shapeOf>) => shape.columns.map(({ header }) => header);

// With seven columns at 1,440 px the reason was cut, or out of sight altogether.
test.each<[why: string, shape: ReturnType<typeof shapeOf>, order: string[]]>([
  [
    "after what is shown of an ordinary file, before the password",
    shapeOf(columns),
    ["Line", "Outcome", "email", "fullName", "department", "sendWelcome", "groups", "Why", "password"],
  ],
  [
    "beside who it is about where more are shown than fit",
    shapeOf([...columns, column("phone"), column("note")]),
    [
      "Line",
      "Outcome",
      "email",
      "fullName",
      "Why",
      "department",
      "sendWelcome",
      "groups",
      "phone",
      "note",
      "password",
    ],
  ],
  [
    "at the end again once some are not shown",
    shapeOf([...columns, column("phone"), column("note")], { hidden: new Set(["2", "3", "6"]) }),
    ["Line", "Outcome", "email", "fullName", "groups", "note", "Why", "password"],
  ],
])("Why stands %s", (_why, shape, order) => {
  expect(headers(shape)).toEqual(order);
});

test("all before the password is in sight", () => {
  const widths =
    shapeOf(columns)
      .tracks.match(/\d+(?=px)/g)
      ?.map(Number) ?? [];
  expect(widths.slice(0, -1).reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(choice.width);
});

// The menu of a row lies over the end of what is seen: the last cell can be moved out from under it.
test("only a sheet that scrolls anyway keeps room for the menu", () => {
  const widths = (shape: ReturnType<typeof shapeOf>) =>
    (shape.tracks.match(/\d+(?=px)/g) ?? []).reduce((sum, width) => sum + Number(width), 0);
  const [wide, narrow] = [shapeOf(columns), shapeOf(columns.slice(0, 2))];
  expect(wide.least - widths(wide)).toBe(menuEdge);
  expect(narrow.least).toBeLessThan(choice.width);
  expect(narrow.least - widths(narrow)).toBeLessThan(menuEdge);
});
