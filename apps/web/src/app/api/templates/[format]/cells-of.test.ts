import { formatList } from "@rollcall/importer";
import { describe, expect, test } from "vitest";
import { cellsOf } from "./cells-of";

describe("cells of a template", () => {
  test.each<[why: string, csv: string, cells: string[][]]>([
    [
      "plain",
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["quotes, commas and line breaks inside", '"a, ""b""","x\ny"\r\n', [['a, "b"', "x\ny"]]],
    [
      "empty cells keep their place",
      "a,,c\r\n,,\r\n",
      [
        ["a", "", "c"],
        ["", "", ""],
      ],
    ],
    ["what keeps spreadsheets from running a cell is not part of a workbook", "'=1+1\r\n", [["=1+1"]]],
    ["no line break at the end", "a,b", [["a", "b"]]],
    ["nothing", "", []],
  ])("%s", (_why, csv, cells) => {
    expect(cellsOf(csv)).toEqual(cells);
  });

  test.each(formatList.map((format) => [format.id, format] as const))(
    "the samples of %s are rows of it",
    (_id, format) => {
      expect(cellsOf(format.template(true)).length).toBeGreaterThan(cellsOf(format.template(false)).length);
    },
  );
});
