// One reading for the page and the server: what one of them takes for a corrections file, the other must too.
import { expect, test } from "vitest";
import { nameRow, parseRowName } from "./row-name";

test.each([
  ["with what it held", { rowNo: 3, importId: "17", print: "0123456789" }],
  ["of an older version", { rowNo: 12, importId: "9007199254740993", print: null }],
])("a name %s is read back", (_why, name) => {
  expect(parseRowName(nameRow(name))).toEqual(name);
});

test.each([
  ["as a spreadsheet leaves it", "  ROW 3  of IMPORT 17 ( as 01234ABCDE ) ", "01234abcde"],
  ["without spaces", "row3ofimport17", null],
])("a name is read %s", (_why, text, print) => {
  expect(parseRowName(text)).toEqual({ rowNo: 3, importId: "17", print });
});

test.each([
  "",
  "row 3",
  "see row 3 of import 17",
  "row 3 of import 17, please",
  "row 3 of import 17 (as 0123)",
])("“%s” names no row", (text) => {
  expect(parseRowName(text)).toBeNull();
});
