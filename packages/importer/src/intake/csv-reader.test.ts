// What a reader promises of the rows that a call added: `plain` spares rules, so it may never be said of a row that is not.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits } from "../model/limits";
import type { Row } from "../model/row";
import { recognise } from "../recognise";
import { beyondAscii } from "./beyond-ascii";
import { openCsv } from "./csv-reader";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const recognition = recognise(bytesOf("Email,Full Name\na@x.com,A\n"), { complete: true });

/** What each call added, and whether it said plain. */
function read(pieces: readonly Uint8Array[]): { rows: Row[]; plain: boolean }[] {
  const reader = openCsv(recognition, defaultLimits);
  const steps = [
    ...pieces.map((bytes) => (rows: Row[]) => reader.push(bytes, rows)),
    (rows: Row[]) => reader.end(rows),
  ];
  return steps.map((step) => {
    const rows: Row[] = [];
    step(rows);
    return { rows, plain: reader.plain };
  });
}

describe("openCsv: plain", () => {
  it.each<[string, string[], boolean[]]>([
    ["ASCII all the way", ["a,b\n", "c,d\n"], [true, true, true]],
    ["a letter beyond it in the piece", ["a,é\n", "c,d\n"], [false, false, true]],
    ["a letter beyond it in a row that goes on", ["a,b\né", "c,d\n", "e,f\n"], [false, false, true]],
    ["a row that goes on through several pieces", ["é", "a", "b\n", "c\n"], [false, false, false, true]],
    ["a control character", ["a,\u0001\n", "b\n"], [false, false, true]],
    ["tabs and line breaks in quotes are plain", ['"a\tb\r\nc"\n'], [true]],
  ])("%s", (_, pieces, plain) => {
    const steps = read(pieces.map(bytesOf));
    expect(steps.slice(0, plain.length).map((step) => step.plain)).toEqual(plain);
  });

  it("is never said of a row with anything else, however the bytes are cut", () => {
    const text = fc
      .array(fc.constantFrom("a", ",", '"', "\n", "é", "😀", "\u0007", "b,c\n"), { maxLength: 40 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 4 }), (whole, cuts) => {
        const bytes = bytesOf(whole);
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const steps = read(at.slice(1).map((to, n) => bytes.subarray(at[n], to)));
        for (const { rows, plain } of steps)
          if (plain)
            expect(rows.flatMap(({ cells }) => cells).filter((cell) => beyondAscii.test(cell))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("counts lines from where the bytes begin", () => {
    const rows: Row[] = [];
    const reader = openCsv({ ...recognition, bom: false }, defaultLimits, 41);
    reader.push(bytesOf("a,b\nc,d\n"), rows);
    expect(rows.map(({ line }) => line)).toEqual([41, 42]);
  });
});
