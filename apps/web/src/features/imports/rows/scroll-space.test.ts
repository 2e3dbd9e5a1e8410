import { describe, expect, test } from "vitest";
import {
  boxHeight,
  follow,
  heightOf,
  indexAt,
  reveal,
  rowHeight,
  scrollTopFor,
  tallest,
  topOf,
} from "./scroll-space";

const opened = [
  { index: 2, height: 100 },
  { index: 5, height: 50 },
];
const million = { height: heightOf(1_000_000, []), view: 600 };

describe("rows of a list", () => {
  test("opened rows push down what is below them", () => {
    expect(heightOf(10, opened)).toBe(10 * rowHeight + 150);
    expect([0, 2, 3, 5, 6].map((index) => topOf(index, opened))).toEqual([
      0,
      2 * rowHeight,
      3 * rowHeight + 100,
      5 * rowHeight + 100,
      6 * rowHeight + 150,
    ]);
  });

  test("every pixel belongs to the row whose top is at or above it", () => {
    const height = heightOf(10, opened);
    for (let pixel = 0; pixel < height; pixel += 1) {
      const index = indexAt(pixel, opened);
      expect(topOf(index, opened)).toBeLessThanOrEqual(pixel);
      expect(topOf(index + 1, opened)).toBeGreaterThan(pixel);
    }
  });

  test.each<[why: string, index: number, at: number, expected: number]>([
    ["in sight: nothing moves", 3, 0, 0],
    ["above: to the top", 1, 200, rowHeight],
    ["below: just in", 30, 0, 31 * rowHeight - 340],
  ])("%s", (_why, index, at, expected) => {
    expect(reveal(index, at, [], 340)).toBe(expected);
  });
});

describe("a million rows in a box that is not as tall", () => {
  test("the box is one that browsers draw", () => {
    expect(boxHeight(million.height)).toBe(tallest);
    expect(boxHeight(3_400)).toBe(3_400);
  });

  test("a small movement is as long as it is, a jump goes by the share of the whole", () => {
    const place = { at: 5_000_000, scrollTop: scrollTopFor(5_000_000, million) };
    expect(follow(place, place.scrollTop + 40, million).at).toBe(5_000_040);
    expect(follow(place, (tallest - 600) / 2, million).at).toBeCloseTo((million.height - 600) / 2);
  });

  test("both ends can be reached", () => {
    const place = { at: 5_000_000, scrollTop: 1_000_000 };
    expect(follow(place, 0, million).at).toBe(0);
    expect(follow(place, tallest - 600, million).at).toBe(million.height - 600);
    expect(scrollTopFor(million.height, million)).toBe(tallest - 600);
  });

  test("every row can be brought into sight", () => {
    for (const index of [0, 1, 499_999, 999_999]) {
      const at = reveal(index, 17_000_000, [], 600);
      const place = follow({ at, scrollTop: scrollTopFor(at, million) }, scrollTopFor(at, million), million);
      expect(indexAt(place.at, [])).toBeLessThanOrEqual(index);
      expect(indexAt(place.at + 600, [])).toBeGreaterThanOrEqual(index);
    }
  });

  test("a short list is where its box is", () => {
    expect(follow({ at: 0, scrollTop: 0 }, 70, { height: 3_400, view: 600 })).toEqual({
      at: 70,
      scrollTop: 70,
    });
  });
});
