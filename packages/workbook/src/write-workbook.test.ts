// What is written is read back the same, by us and by SheetJS, and text stays text whatever it looks like.
import * as sheetjs from "@e965/xlsx";
import { expect, test } from "vitest";
import { cellsOf } from "./testing/read-all";
import { writeWorkbook } from "./write-workbook";
import { type WorkbookCell, WorkbookLimitError } from "./write/cell";

const rows: WorkbookCell[][] = [
  ["Email", "Code", "Amount", "Active", "Start", "Note"],
  ["zoë@example.com", "00042", 1.25, true, new Date("2021-01-01T00:00:00Z"), "=1+1"],
  ["+49 30 1234", "4.41E+11", 441234567890, false, new Date("2021-06-30T12:30:15Z"), null],
  ["日本語 👋", "_x0041_", -0.5, true, new Date("1890-05-01T00:00:00Z"), " two  spaces\nand a line "],
  [],
  ["a\u0001b", "<&>\"'", 0, null, "", "x".repeat(32_767)],
  ["ÿ".repeat(9000), "日".repeat(9000), 1e20, true, null, "end"],
];
const expected = [
  rows[0],
  ["zoë@example.com", "00042", "1.25", "TRUE", "2021-01-01", "=1+1"],
  ["+49 30 1234", "4.41E+11", "441234567890", "FALSE", "2021-06-30 12:30:15"],
  ["日本語 👋", "_x0041_", "-0.5", "TRUE", "1890-05-01", " two  spaces\nand a line "],
  [],
  ["a\u0001b", "<&>\"'", "0", "", "", "x".repeat(32_767)],
  ["ÿ".repeat(9000), "日".repeat(9000), "1E+20", "TRUE", "", "end"],
];

async function written(kind: "xlsx" | "xls", batches: WorkbookCell[][][], name = "People"): Promise<Buffer> {
  async function* source() {
    await Promise.resolve();
    yield* batches;
  }
  const pieces = [];
  for await (const piece of writeWorkbook(kind, name, source())) pieces.push(piece);
  return Buffer.concat(pieces);
}

test.each(["xlsx", "xls"] as const)("%s comes back the same, and the same bytes every time", async (kind) => {
  const bytes = await written(kind, [rows.slice(0, 2), rows.slice(2)]);
  expect(await cellsOf(bytes, kind)).toEqual(expected);
  expect(bytes.equals(await written(kind, [rows]))).toBe(true);
});

test.each(["xlsx", "xls"] as const)("SheetJS reads our %s, with its types and no formula", async (kind) => {
  const book = sheetjs.read(await written(kind, [rows], "Pe/ople: 'all'"), { cellDates: false });
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  expect(sheet["A2"]).toMatchObject({ t: "s", v: "zoë@example.com" });
  expect(sheet["B2"]).toMatchObject({ t: "s", v: "00042" });
  expect(sheet["C2"]).toMatchObject({ t: "n", v: 1.25 });
  expect(sheet["D2"]).toMatchObject({ t: "b", v: true });
  expect(sheet["E2"]).toMatchObject({ t: "n", v: 44197 });
  expect(sheet["F2"]).toMatchObject({ t: "s", v: "=1+1" });
  expect(sheet["F2"]).not.toHaveProperty("f");
  expect(sheet["B7"]).toMatchObject({ v: "日".repeat(9000) });
});

test("a full XLS is read to its last row, and one row more is refused by its limit", async () => {
  const full = Array.from({ length: 65_536 }, (_, at): WorkbookCell[] => [at, `text ${at}`]);
  const cells = await cellsOf(await written("xls", [full]), "xls");
  expect(cells).toHaveLength(65_536);
  expect(cells.at(-1)).toEqual(["65535", "text 65535"]);
  await expect(written("xls", [[...full, [1]]])).rejects.toThrow("65,536");
});

test.each<[WorkbookCell, string]>([
  ["x".repeat(32_768), "32,767"],
  [Infinity, "number"],
  [new Date(NaN), "date"],
])("what no cell can hold is refused in words", async (cell, words) => {
  await expect(written("xlsx", [[[cell]]])).rejects.toThrow(words);
  await expect(written("xls", [[[cell]]])).rejects.toThrow(WorkbookLimitError);
});
