// The lexer: every line end, quote and limit with the line an editor shows, and papaparse as the oracle for ordinary tables.
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../model/limits";
import type { Problem } from "../model/problem";
import type { Row } from "../model/row";
import { CsvLexer } from "./csv-lexer";

const options = { delimiter: ",", maxColumns: defaultLimits.maxColumns, maxCell: defaultLimits.maxCell };

function lex(
  pieces: string[],
  changed: Partial<typeof options> = {},
): { rows: Row[]; fault: Problem | null } {
  const lexer = new CsvLexer({ ...options, ...changed });
  const rows: Row[] = [];
  for (const piece of pieces) lexer.push(piece, rows);
  lexer.end(rows);
  return { rows, fault: lexer.fault };
}

const table: [why: string, text: string, rows: [line: number, ...cells: string[]][]][] = [
  [
    "LF",
    "a,b\nc,d\n",
    [
      [1, "a", "b"],
      [2, "c", "d"],
    ],
  ],
  [
    "CRLF",
    "a,b\r\nc,d\r\n",
    [
      [1, "a", "b"],
      [2, "c", "d"],
    ],
  ],
  [
    "CR alone, as old Macs wrote it",
    "a,b\rc,d\r",
    [
      [1, "a", "b"],
      [2, "c", "d"],
    ],
  ],
  [
    "no line end at the end",
    "a,b\nc,d",
    [
      [1, "a", "b"],
      [2, "c", "d"],
    ],
  ],
  [
    "a quote behind blanks behind a closing quote, which is no doubled quote",
    '"" "\nb',
    [
      [1, '"'],
      [2, "b"],
    ],
  ],
  ["a delimiter at the very end is one more empty value", "a,", [[1, "a", ""]]],
  [
    "blank lines are rows here, counted elsewhere",
    "a\n\n\r\rb",
    [
      [1, "a"],
      [2, ""],
      [3, ""],
      [4, ""],
      [5, "b"],
    ],
  ],
  ["nothing at all", "", []],
  [
    "LF then CR are two line ends",
    "a\n\rb",
    [
      [1, "a"],
      [2, ""],
      [3, "b"],
    ],
  ],
  [
    "quotes with delimiter and line ends of every kind",
    '"a,\n\r\n\rb",c\nd',
    [
      [1, "a,\n\r\n\rb", "c"],
      [5, "d"],
    ],
  ],
  ["doubled quotes", '"a ""b"" c","""",""\n', [[1, 'a "b" c', '"', ""]]],
  ["three and four doubled quotes in a row", '"""""","a"""""""""', [[1, '""', 'a""""']]],
  ["a quote in the middle of a cell is text", 'a"b"c,5" pipe\n', [[1, 'a"b"c', '5" pipe']]],
  ["a quote behind a blank is text (RFC 4180)", 'a, "b"\n', [[1, "a", ' "b"']]],
  ["blanks behind a closing quote are dropped", '"a"  ,"b"\t\n', [[1, "a", "b"]]],
  [
    "a row that begins behind a cell of three lines",
    '"1\n2\n3"\nx',
    [
      [1, "1\n2\n3"],
      [4, "x"],
    ],
  ],
  ["an empty quoted cell is a row", '""', [[1, ""]]],
  ["a NUL is a character like others", "a\0,b", [[1, "a\0", "b"]]],
];

describe("CsvLexer", () => {
  it.each(table)("reads %s", (_, text, expected) => {
    const { rows, fault } = lex([text]);
    expect(fault).toBeNull();
    expect(rows.map((row) => [row.line, ...row.cells])).toEqual(expected);
  });

  it.each(table)("reads %s the same, one character at a time", (_, text) => {
    expect(lex(Array.from({ length: text.length }, (_, i) => text.charAt(i)))).toEqual(lex([text]));
  });

  it.each([
    [";", "a;b,c\n"],
    ["\t", "a\tb,c\n"],
    ["|", "a|b,c\n"],
  ])("parts values by %j", (delimiter, text) => {
    expect(lex([text], { delimiter }).rows[0]?.cells).toEqual(["a", "b,c"]);
  });

  it("drops blanks behind a closing quote unless they are the delimiter", () => {
    expect(lex(['"a"\t"b" \n'], { delimiter: "\t" }).rows[0]?.cells).toEqual(["a", "b"]);
  });

  it.each([
    ['x\n"a"b,c\n', { line: 2, cells: ["ab", "c"], misplacedQuote: 0 }],
    ['x\n1,"Ann\n2,"Bob"\n', { line: 2, cells: ["1", 'Ann\n2,Bob"'], misplacedQuote: 1 }],
  ])("marks the cell whose closing quote is followed by text: %j", (text, row) => {
    expect(lex([text]).rows[1]).toEqual(row);
  });

  it("tells the line where a quote was opened that is never closed", () => {
    const { rows, fault } = lex(['a,b\nc,d\r\ne,"f\ng\nh']);
    expect(fault).toMatchObject({ code: "file.unterminated-quote", line: 3 });
    expect(rows).toHaveLength(2);
  });

  it("tells the line of the cell, not of the row, where a quote is never closed", () => {
    expect(lex(['a,"\n\n",x\n1,"2\n3","4']).fault).toMatchObject({
      code: "file.unterminated-quote",
      line: 5,
    });
  });

  it.each([
    ["unquoted", "a\nb,".concat("x".repeat(11)), { line: 2, params: { limit: 10, quoted: 0 } }],
    [
      "quoted and closed",
      'a\nb\n"'.concat("x".repeat(11), '",c'),
      { line: 3, params: { limit: 10, quoted: 1 } },
    ],
    ["with text behind the closing quote", 'a\n"xxxxx"xxxxxx', { line: 2, params: { limit: 10, quoted: 1 } }],
  ])("refuses a cell that is too long: %s", (_, text, fault) => {
    for (const pieces of [[text], Array.from(text)])
      expect(lex(pieces, { maxCell: 10 }).fault).toMatchObject({ code: "file.cell-too-long", ...fault });
  });

  it("takes a cell of exactly the longest length", () => {
    for (const cell of ["x".repeat(10), `"${'""'.repeat(10)}"`])
      expect(lex([cell], { maxCell: 10 }).fault).toBeNull();
  });

  it("says that a quote is never closed, however long what follows is", () => {
    expect(lex(['a\n"'.concat("x".repeat(50))], { maxCell: 10 }).fault).toMatchObject({
      code: "file.unterminated-quote",
      line: 2,
    });
  });

  it("refuses values beyond the last column, and drops blank ones", () => {
    const limit = { maxColumns: 3 };
    expect(lex(["a,b,c,,  ,\n"], limit).rows[0]?.cells).toEqual(["a", "b", "c"]);
    expect(lex(["x\na,b,c,,d"], limit).fault).toMatchObject({ code: "file.too-many-columns", line: 2 });
  });

  it("gives nothing more after a fault", () => {
    const lexer = new CsvLexer({ ...options, maxCell: 3 });
    const rows: Row[] = [];
    lexer.push("a\nbbbb\nc\n", rows);
    lexer.push("d\n", rows);
    lexer.end(rows);
    expect(rows).toEqual([{ line: 1, cells: ["a"] }]);
  });
});

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", " ", ",", ";", '"', "\n", "\r", "\t", "'", "é", "😀") }),
  fc.string({ unit: "grapheme" }),
);
const rectangle = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

describe("CsvLexer, by properties", () => {
  it("reads what papaparse writes", () => {
    fc.assert(
      fc.property(
        rectangle,
        fc.constantFrom(",", ";", "\t", "|"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        (cells, delimiter, newline, quotes) => {
          // With its last line end, which papaparse leaves off: a blank last line would be nothing without.
          const text = Papa.unparse(cells, { delimiter, newline, quotes }) + newline;
          expect(lex([text], { delimiter }).rows.map((row) => row.cells)).toEqual(cells);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("gives the same rows and fault however the text is cut", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", ",", '"', "\n", "\r", " "), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 6 }), (whole, cuts) => {
        const at = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length];
        const pieces = at.slice(1).map((to, i) => whole.slice(at[i], to));
        const limit = { maxCell: 8, maxColumns: 4 };
        expect(lex(pieces, limit)).toEqual(lex([whole], limit));
      }),
      { numRuns: 5000 },
    );
  });

  it("gives every row the line on which it begins", () => {
    const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r"), maxLength: 60 });
    fc.assert(
      fc.property(text, (whole) => {
        const { rows, fault } = lex([whole]);
        const lines = rows.map((row) => row.line);
        expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
        if (fault !== null) return;
        // The lines of all rows together are the lines of the text.
        const breaks = (value: string): number => value.match(/\r\n|\r|\n/gu)?.length ?? 0;
        const last = rows.at(-1);
        if (last !== undefined && !/[\r\n]$/u.test(whole)) {
          const inLast = last.cells.reduce((sum, value) => sum + breaks(value), 0);
          expect(last.line + inLast).toBe(1 + breaks(whole));
        }
      }),
      { numRuns: 5000 },
    );
  });
});
