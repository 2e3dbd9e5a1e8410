// Any table, as its rows are: what a corrected file is read by.
import { expect, test } from "vitest";
import { readTable, TableFault } from "./read-table";

test.each([
  [
    "of no format that is known",
    "Colour;Shape\r\nred;round\r\n",
    [
      ["Colour", "Shape"],
      ["red", "round"],
    ],
  ],
  [
    "whose header has no address",
    "Name,Rollcall row\nAnn,row 1 of import 2\n\n,\n",
    [
      ["Name", "Rollcall row"],
      ["Ann", "row 1 of import 2"],
    ],
  ],
  [
    "with the quote that keeps formulas from running",
    "a,b\n'=1+1,'t Hooft\n",
    [
      ["a", "b"],
      ["=1+1", "'t Hooft"],
    ],
  ],
])("a table %s", async (_, text, cells) => {
  const rows = [];
  for await (const some of readTable(once(text))) rows.push(...some);
  expect(rows.map((row) => row.cells)).toEqual(cells);
});

test.each([
  ["nothing", "", "file.empty"],
  ["a PDF", "%PDF-1.7\n1 0 obj", "file.unsupported"],
  ["a quote that never closes", 'a,b\n"c,d\n', "file.unterminated-quote"],
  ["more than may be", `a,b\n${"x".repeat(200)}`, "file.too-large"],
])("is none: %s", async (_, text, code) => {
  const reading = async (): Promise<void> => {
    for await (const rows of readTable(once(text), { limits: { maxBytes: 100 } })) expect(rows).toBeDefined();
  };
  await expect(reading()).rejects.toThrow(TableFault);
  await expect(reading()).rejects.toThrow(code);
});

async function* once(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield Buffer.from(text, "latin1");
}
