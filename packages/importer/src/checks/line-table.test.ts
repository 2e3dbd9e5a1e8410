// The table of first lines: exact on what it was given, bounded in what it keeps.
import { describe, expect, it } from "vitest";
import { LineTable } from "./line-table";

describe("LineTable", () => {
  it("knows the first line of each of 200,000 texts, and takes none for another", () => {
    const table = new LineTable();
    for (let i = 1; i <= 200_000; i++) expect(table.seen(`person${String(i)}@example.com`, i)).toBe(0);
    for (let i = 1; i <= 200_000; i += 999)
      expect(table.seen(`person${String(i)}@example.com`, 1_000_000)).toBe(i);
    expect(table.seen("", 7)).toBe(0);
    expect(table.seen("", 8)).toBe(7);
  });

  it("tells texts apart that differ in order, length or one letter", () => {
    const table = new LineTable();
    const texts = ["ab", "ba", "abab", "a", "b", "aa", "ab\0", "\0ab", "Ab"];
    expect(texts.map((text, i) => table.seen(text, i + 1))).toEqual(texts.map(() => 0));
  });

  it("keeps no more than it may", () => {
    const table = new LineTable({ most: 10 });
    for (let i = 0; i < 100; i++) table.seen(String(i), i + 1);
    expect(table.seen("5", 999)).toBe(6);
    expect(table.seen("50", 999)).toBe(0);
  });
});
