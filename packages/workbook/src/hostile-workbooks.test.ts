// Every hostile workbook ends in rows or in a clear problem, and so does what a seeded fuzzer makes of real ones.
// `FUZZ_SEED=42` (any whole number, or `random`) tries others.
import { expect, test } from "vitest";
import { hostileWorkbooks, type HostileWorkbook, mutatedWorkbooks } from "./testing/hostile-workbooks";
import { inChild, inThisProcess } from "./testing/read-hostile";

const chosen = process.env["FUZZ_SEED"] ?? "20261122"; // eslint-disable-line no-restricted-syntax -- the seed of a test run
const seed = chosen === "random" ? Date.now() % 2 ** 31 : Number.parseInt(chosen, 10);

/** Two at a time, as there are processors. */
async function all<T>(items: readonly T[], work: (item: T) => Promise<string | null>): Promise<string[]> {
  const wrong: string[] = [];
  let next = 0;
  const one = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      const said = await work(item);
      if (said !== null) wrong.push(said);
    }
  };
  await Promise.all([one(), one()]);
  return wrong;
}

const corpus = hostileWorkbooks(seed);

test("there are at least 150 of them, none of two meanings", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(150);
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
});

test("each ends in rows or in the problem it deserves, within its memory and time", async () => {
  expect(await all(corpus, (item: HostileWorkbook) => inChild(item))).toEqual([]);
});

test(`real workbooks with bytes changed end the same way (seed ${seed})`, async () => {
  expect(await all(mutatedWorkbooks(seed + 1, 500), inThisProcess)).toEqual([]);
});
