import { describe, expect, it } from "vitest";

import { highest } from "./cartesian-plot";
import { niceTicks, spread } from "./chart-scale";

describe("ticks", () => {
  it.each([
    ["thousands", 13_904, [0, 4000, 8000, 12_000, 16_000]],
    ["hundreds", 680, [0, 200, 400, 600, 800]],
    ["exactly on a tick", 800, [0, 200, 400, 600, 800]],
    ["few: whole figures only", 3, [0, 1, 2, 3]],
    ["nothing", 0, [0, 1]],
    ["not a number", Number.NaN, [0, 1]],
  ])("%s", (_why, max, expected) => {
    expect(niceTicks(max)).toEqual(expected);
  });
});

describe("labels kept apart", () => {
  it.each([
    ["far apart: left alone", [10, 100], [10, 100]],
    ["too near: the lower moves down", [10, 20], [10, 46]],
    ["at the bottom: all move up", [190, 195], [154, 190]],
    ["order is by place, not by index", [20, 10], [46, 10]],
  ])("%s", (_why, places, expected) => {
    expect(spread(places, 36, 0, 190)).toEqual(expected);
  });
});

describe("the highest point", () => {
  const points = [
    { x: "a", values: { one: 3, two: 4 } },
    { x: "b", values: { one: 5 } },
  ];
  const series = [
    { key: "one", label: "One", color: "chart-1" as const },
    { key: "two", label: "Two", color: "chart-2" as const },
  ];
  it("is of the sums when stacked, of each otherwise", () => {
    expect(highest(points, series, true)).toBe(7);
    expect(highest(points, series, false)).toBe(5);
  });
});
