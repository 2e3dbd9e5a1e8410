import { describe, expect, test } from "vitest";
import { addSample, ratePerSecond, secondsLeft, type Samples } from "./rate";

/** Samples a second apart. */
function seen(...done: number[]): Samples {
  return done.reduce<Samples>(
    (samples, amount, second) => addSample(samples, { at: second * 1000, done: amount }),
    [],
  );
}

describe("rate", () => {
  test.each<[why: string, samples: Samples, rate: number | null]>([
    ["nothing was seen", [], null],
    ["one look says nothing", seen(500), null],
    ["steady", seen(0, 100, 200), 100],
    ["nothing moves", seen(100, 100, 100), 0],
    [
      "two looks at almost the same moment",
      [
        { at: 0, done: 0 },
        { at: 100, done: 50 },
      ],
      null,
    ],
    ["a new run begins when less is done than before", seen(0, 900, 100, 300), 200],
    [
      "only the last ten seconds count",
      seen(0, ...Array.from({ length: 20 }, (_, i) => 10_000 + i * 10)),
      10,
    ],
  ])("per second: %s", (_why, samples, rate) => {
    expect(ratePerSecond(samples)).toBe(rate);
  });

  test.each<[why: string, samples: Samples, total: number, left: number | null]>([
    ["what is left at the rate of now", seen(0, 100, 200), 1000, 8],
    ["all is done", seen(0, 500, 1000), 1000, 0],
    ["more than was announced", seen(0, 500, 1100), 1000, 0],
    ["nothing moves: nobody knows", seen(100, 100), 1000, null],
    ["the total is not known", seen(0, 100, 200), 0, null],
    ["too early to say", seen(0), 1000, null],
  ])("seconds left: %s", (_why, samples, total, left) => {
    expect(secondsLeft(samples, total)).toBe(left);
  });

  test("a long silence does not lose the thread", () => {
    const samples = addSample(seen(0, 100), { at: 60_000, done: 200 });
    expect(ratePerSecond(samples)).toBeCloseTo(100 / 59);
  });
});
