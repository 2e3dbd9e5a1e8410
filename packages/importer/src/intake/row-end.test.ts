// Where a file may be cut: only where the lexer ends a row, and with the lines that it counts.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../model/limits";
import type { Row } from "../model/row";
import { CsvLexer } from "./csv-lexer";
import { lastRowEnd } from "./row-end";

function lex(text: string, line = 1): { rows: Row[]; unterminated: boolean } {
  const lexer = new CsvLexer({ delimiter: ",", ...defaultLimits, line });
  const rows: Row[] = [];
  lexer.push(text, rows);
  lexer.end(rows);
  return { rows, unterminated: lexer.fault !== null };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("lastRowEnd", () => {
  it.each([
    ["nothing", "", 0, 0],
    ["no line end yet", "a,b", 0, 0],
    ["LF", "a\nb\nc", 4, 2],
    ["CRLF counts once", "a\r\nb\r\nc", 6, 2],
    ["CR alone", "a\rb\rc", 4, 2],
    ["a CR at the end, since an LF may follow", "a\nb\r", 2, 1],
    ["a line end in quotes ends no row, but counts", '"a\nb"\nc', 6, 2],
    ["an open quote", 'x\n"a\nb\n', 2, 1],
    ["a doubled quote does not close", '"a""\nb"\nc', 8, 2],
    ["a quote inside a cell is text", 'a"\nb', 3, 1],
    ["a quote behind a blank is text", ' "\nb', 3, 1],
    ["what follows a closing quote is text", '"a" "b\nc', 7, 1],
    ["CR and LF parted by a quote are two lines", '"a\r"\nb', 5, 2],
  ])("%s", (_, text, end, lines) => {
    expect(lastRowEnd(bytesOf(text), ",")).toEqual({ end, lines });
  });

  it("cuts so that both halves read as the whole does, lines included", () => {
    const text = fc
      .array(fc.constantFrom("a", ",", '"', "\n", "\r", "\r\n", '""', ' "', "b\n", "é", " "), {
        maxLength: 60,
      })
      .map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
        const head = whole.slice(0, Math.round(whole.length * share));
        const { end, lines } = lastRowEnd(bytesOf(head), ",");
        const first = new TextDecoder().decode(bytesOf(whole).subarray(0, end));
        const all = lex(whole);
        if (all.unterminated) return;
        expect([...lex(first).rows, ...lex(whole.slice(first.length), lines + 1).rows]).toEqual(all.rows);
      }),
      { numRuns: 2_000 },
    );
  });
});
