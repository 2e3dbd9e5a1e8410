import { describe, expect, it } from "vitest";

import { tracks } from "./data-grid";
import { addRange, headState, toggleKey } from "./grid-selection";
import { withFocused } from "./use-grid-window";

const keys = ["a", "b", "c", "d", "e"];

describe("selection", () => {
  it("adds and takes away without touching the old set", () => {
    const before = new Set(["a"]);
    expect([...toggleKey(before, "b")]).toEqual(["a", "b"]);
    expect([...toggleKey(before, "a")]).toEqual([]);
    expect([...before]).toEqual(["a"]);
  });
  it.each([
    ["down", 1, 3, ["a", "b", "c", "d"]],
    ["up", 3, 1, ["a", "b", "c", "d"]],
    ["on the spot", 2, 2, ["a", "c"]],
    ["past the end", 3, 99, ["a", "d", "e"]],
  ])("adds a range %s", (_way, from, to, expected) => {
    expect([...addRange(new Set(["a"]), keys, from, to)].sort()).toEqual(expected);
  });
  it.each([
    ["nothing", [], false, "none"],
    ["a part", ["a"], false, "some"],
    ["every loaded row", keys, false, "all"],
    ["everything that matches", [], true, "all"],
    ["rows that are no longer loaded", ["z"], false, "some"],
  ])("the head shows %s", (_what, selected, all, expected) => {
    expect(headState(new Set(selected), keys, all)).toBe(expected);
  });
});

describe("the rows that are drawn", () => {
  it.each([
    ["no focus", [4, 5, 6], -1, [4, 5, 6]],
    ["focus in sight", [4, 5, 6], 5, [4, 5, 6]],
    ["focus above: kept, so that it is not lost", [4, 5, 6], 1, [1, 4, 5, 6]],
    ["focus below", [4, 5, 6], 90, [4, 5, 6, 90]],
  ])("%s", (_why, range, focused, expected) => {
    expect(withFocused(range, focused)).toEqual(expected);
  });
});

describe("the tracks of a row", () => {
  it("lists widths and knows the least width: tracks, box and gaps", () => {
    expect(tracks([48, "minmax(200px,1.5fr)"], true)).toEqual({
      list: "16px 48px minmax(200px,1.5fr)",
      least: 16 + 48 + 200 + 24,
    });
  });
});
