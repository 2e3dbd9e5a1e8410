// What is written faster must be what would have been written: problems as any JSON is, lines as UTF-8 is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CopyChunks } from "./copy-chunks";
import { copyProblems } from "./copy-problems";
import { copyJson } from "./copy-text";

const text = fc.string({
  unit: fc.constantFrom("a", "\\", '"', "\t", "\n", "\0", "é", "語", "😀", "\ud83d"),
});
const shared = ["Yes", "No"].map((value) => Object.freeze({ value }));
const told = fc.record({
  line: fc.option(fc.nat()),
  column: fc.option(text),
  field: fc.option(fc.constantFrom("email", "password")),
  code: fc.constantFrom("password.no-way-in", "email.invalid"),
  severity: fc.constantFrom("info", "error"),
  params: fc.oneof(fc.constant({}), fc.record({ value: text })),
  fix: fc.oneof(fc.constant(null), fc.constantFrom(...shared), fc.record({ value: text })),
});

describe("copyProblems", () => {
  test("writes what copyJson does, whatever was written before", () => {
    fc.assert(
      fc.property(fc.array(fc.array(told, { maxLength: 2 }), { maxLength: 12 }), (rows) => {
        for (const problems of rows) expect(copyProblems(problems)).toBe(copyJson(problems));
      }),
      { numRuns: 500 },
    );
    expect(copyProblems(null)).toBe("\\N");
  });
});

describe("CopyChunks", () => {
  test("gives every line's UTF-8 in order, in chunks no larger than they must be", () => {
    const line = fc.oneof(
      text,
      fc.nat({ max: 200_000 }).map((length) => "語".repeat(length)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const chunks = new CopyChunks();
        const given = [...lines.map((one) => chunks.add(one)), chunks.rest()].filter(
          (chunk) => chunk !== null,
        );
        expect(Buffer.concat(given).equals(Buffer.from(lines.join("")))).toBe(true);
        for (const { length } of given)
          expect(length).toBeLessThanOrEqual(Math.max(256 * 1024, ...lines.map((one) => one.length * 3)));
      }),
      { numRuns: 100 },
    );
  });
});
