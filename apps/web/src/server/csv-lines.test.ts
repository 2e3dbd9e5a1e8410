import { describe, expect, it } from "vitest";
import { csvLine, csvPieces } from "./csv-lines";

describe("csvLine", () => {
  it.each([
    ["plain cells", ["a", "b"], "a,b\r\n"],
    ["a comma, a quote, a line break", ["a,b", 'say "x"', "1\n2"], '"a,b","say ""x""","1\n2"\r\n'],
    ["what a spreadsheet would run", ["=1+1", "@x", "-2"], "'=1+1,'@x,'-2\r\n"],
    ["white space at an end", [" a", "b "], '" a","b "\r\n'],
    ["nothing", ["", ""], ",\r\n"],
  ])("%s", (_what, cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});

async function gather(pieces: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

describe("csvPieces", () => {
  async function* rows(count: number) {
    for (let row = 0; row < count; row += 1) yield await Promise.resolve(`row ${row} ${"x".repeat(90)}`);
  }

  it("writes the header even when nothing follows", async () => {
    const pieces = await gather(csvPieces(["A"], rows(0), (row) => [row]));
    expect(pieces.join("")).toBe("A\r\n");
  });

  it("gathers lines into pieces and loses none", async () => {
    const pieces = await gather(csvPieces(["A"], rows(2000), (row) => [row]));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.length).toBeLessThan(10);
    expect(pieces.join("").split("\r\n")).toHaveLength(2002);
  });
});
