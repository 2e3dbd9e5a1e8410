import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { play } from "../testing/cast";
import { openTestContext, type TestContext } from "../testing/test-context";
import { holdFigures } from "./hold-figures";

let given: TestContext;
beforeAll(async () => {
  given = await openTestContext();
  await play(given, "USER");
  await play(given, "USER");
});
afterAll(() => given.close());

/** Counts how often it was asked. */
function counter() {
  let asked = 0;
  return () => Promise.resolve((asked += 1));
}

describe("figures of an organisation", () => {
  test("are counted each time while it is small", async () => {
    const { database } = given.context;
    const count = counter();
    expect(await holdFigures(database, "small", count)).toBe(1);
    expect(await holdFigures(database, "small", count)).toBe(2);
  });

  test("are held for a moment when it is large, each kind for itself", async () => {
    const { database } = given.context;
    const large = { countedAtOnce: 1, freshFor: 60_000 };
    const count = counter();
    expect(await holdFigures(database, "large", count, large)).toBe(1);
    expect(await holdFigures(database, "large", count, large)).toBe(1);
    expect(await holdFigures(database, "another", counter(), large)).toBe(1);
  });

  test("are given as they were while they are counted again", async () => {
    const { database } = given.context;
    const stale = { countedAtOnce: 1, freshFor: -1 };
    const count = counter();
    expect(await holdFigures(database, "stale", count, stale)).toBe(1);
    expect(await holdFigures(database, "stale", count, stale)).toBe(1);
    await expect.poll(() => holdFigures(database, "stale", count, stale)).toBeGreaterThan(1);
  });

  test("that could not be counted are asked for again, and the last ones stand meanwhile", async () => {
    const { database } = given.context;
    const stale = { countedAtOnce: 1, freshFor: -1 };
    let asked = 0;
    const count = (): Promise<number> => {
      asked += 1;
      return asked === 2 ? Promise.reject(new Error("away")) : Promise.resolve(asked);
    };
    expect(await holdFigures(database, "failing", count, stale)).toBe(1);
    expect(await holdFigures(database, "failing", count, stale)).toBe(1);
    await expect.poll(() => holdFigures(database, "failing", count, stale)).toBe(3);
  });
});
