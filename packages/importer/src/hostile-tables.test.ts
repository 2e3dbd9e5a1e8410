// Whatever the bytes are, a file ends in rows or in a clear problem; and what is said of its head is what reading it finds.
import { describe, expect, it } from "vitest";
import { checkRow } from "./check-row";
import { formats } from "./formats/registry";
import { isImplementedFormat } from "./formats/registry";
import { recognise } from "./recognise";
import { hostileTables, mutations, seeds, type HostileTable } from "./testing/hostile-tables";
import { readFile } from "./testing/read-file";
import { describeProblem } from "./words/problem-text";
import { problemTitle } from "./words/problem-title";

const corpus = hostileTables();

async function endsClearly({ bytes }: HostileTable): Promise<void> {
  const { opened, rows, closed, refused } = await readFile(bytes);
  expect((closed === null) !== (refused === null)).toBe(true);
  const problems = [...(opened?.problems ?? []), ...(refused ?? []), ...rows.flatMap((row) => row.problems)];
  for (const problem of problems.slice(0, 200)) {
    expect(describeProblem(problem)).not.toMatch(/undefined|NaN|\[object/u);
    expect(problemTitle(problem)).not.toBe("");
  }
  if (refused !== null) expect(refused.some(({ severity }) => severity === "error")).toBe(true);
}

describe("hostile files", () => {
  it("are at least 160, each of its own name", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(160);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });

  it.each(corpus.map((file) => [file.name, file] as const))("%s", async (_, file) => {
    await endsClearly(file);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("600 more mutations, by another seed", async () => {
    for (const file of mutations(seeds(), 86, 7)) await endsClearly(file);
  });
});

describe("one code everywhere", () => {
  it("recognise and readRecords agree on whole files, and checkRow on each row", async () => {
    for (const { bytes } of [...seeds(), ...mutations(seeds(), 30, 42)]) {
      const { opened, rows } = await readFile(bytes, { reusedPasswords: false });
      const format = opened?.format ?? null;
      if (opened === null || format === null || !isImplementedFormat(format.id)) continue;
      const seen = recognise(bytes, { complete: true, suggestions: false });
      expect({ ...seen, problems: [] }).toEqual({ ...opened, problems: [] });
      const mapping = opened.mapping;
      const options = { mapping, blank: { fields: mapping?.blank ?? {} } };
      for (const { record: _r, key: _k, problems: _p, clears: _c, blanks: _b, ...row } of rows.slice(0, 50))
        expect(checkRow(formats[format.id], opened.columns, row, options)).toEqual(
          rows.find(({ line }) => line === row.line),
        );
    }
  });
});
