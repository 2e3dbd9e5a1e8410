// What is written faster must be what would have been written: lines as UTF-8 is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CopyChunks } from "./copy-chunks";

const text = fc.string({
  unit: fc.constantFrom("a", "\\", '"', "\t", "\n", "\0", "é", "語", "😀", "\ud83d"),
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
