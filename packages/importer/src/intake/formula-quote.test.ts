// The quote against formulas: exactly PRODUCT.md's two patterns, and inverse for any text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeCell, unescapeCell } from "./formula-quote";

describe("escapeCell and unescapeCell", () => {
  it.each([
    ["a formula", "=1+1", "'=1+1"],
    ["a phone number", "+64 21 555 2624", "'+64 21 555 2624"],
    ["a minus", "-1", "'-1"],
    ["an at sign", "@sum", "'@sum"],
    ["a tab", "\tx", "'\tx"],
    ["a carriage return", "\rx", "'\rx"],
    ["a formula behind a quote of its own", "'=1", "''=1"],
    ["a name with an apostrophe is left alone", "'t Hooft", "'t Hooft"],
    ["plain text", "a=b", "a=b"],
    ["nothing", "", ""],
  ])("%s", (_, plain, written) => {
    expect(escapeCell(plain)).toBe(written);
    expect(unescapeCell(written)).toBe(plain);
  });

  it("are inverse for any text", () => {
    const text = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "a", "\n", " ") });
    fc.assert(fc.property(text, (cell) => unescapeCell(escapeCell(cell)) === cell));
  });

  it("let no spreadsheet see a formula", () => {
    const text = fc.string({ unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "a") });
    fc.assert(fc.property(text, (cell) => !/^[=+\-@\t\r]/u.test(escapeCell(cell))));
  });
});
