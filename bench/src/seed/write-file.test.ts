import { expect, test } from "vitest";
import { makeRandom } from "../people/random";
import { pastFiles } from "./past-files";
import { makeRoster } from "./roster";
import { writeFile } from "./write-file";

/** Every past file in turn, as rows of cells without the header. */
function writeAll(): Map<string, string[][]> {
  const random = makeRandom(2026);
  const roster = makeRoster(random);
  const written = pastFiles.map((file): [string, string[][]] => {
    const lines = writeFile(file, roster, [], random).trimEnd().split("\r\n").slice(1);
    return [file.name, lines.map((line) => line.split(","))];
  });
  return new Map(written);
}

const files = writeAll();

test("the same organisation every time, but for the passwords", () => {
  const known = (all: Map<string, string[][]>) =>
    [...all.values()].flat().map((cells) => [...cells.slice(0, 2), ...cells.slice(3)].join(","));
  expect(known(writeAll())).toEqual(known(files));
});

test("a file has the rows its description counts", () => {
  for (const file of pastFiles) {
    const mistakes = Object.values(file.problems).reduce((sum, count) => sum + count, 0);
    const rows = file.create + file.update + file.unchanged + file.exists + mistakes;
    expect([file.name, files.get(file.name)?.length]).toEqual([file.name, rows]);
  }
});

test("nobody new comes twice in one file, since the second would be a problem nobody meant", () => {
  for (const [name, rows] of files) {
    const exact = rows.map(([email]) => email ?? "");
    expect([name, exact.length - new Set(exact).size]).toEqual([name, 0]);
  }
});
