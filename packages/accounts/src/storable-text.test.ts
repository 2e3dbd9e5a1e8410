import { describe, expect, it } from "vitest";
import { isStorable } from "./storable-text";

/** PostgreSQL answers both with an error of its own (22021, 22P05), which nobody could read. */
const half = String.fromCharCode(0xd83d);

describe("isStorable", () => {
  it.each([
    ["plain text", "Ann", true],
    ["a whole pair", "🦄", true],
    ["other controls, which PostgreSQL keeps", "a\tb\u0001", true],
    ["U+0000", "a\u0000b", false],
    ["half a pair", `a${half}`, false],
    ["the other half first", String.fromCharCode(0xde00, 0xd83d), false],
    ["within an array", ["a", ["b\u0000"]], false],
    ["within an object", { filter: { search: half } }, false],
    ["as a key", { [`a\u0000`]: 1 }, false],
    ["within a map", new Map([["a", half]]), false],
    ["within a set", new Set([half]), false],
    ["no text at all", { a: 1, b: null, c: [true, undefined], d: new Date(0) }, true],
  ])("%s", (_, value, storable) => {
    expect(isStorable(value)).toBe(storable);
  });
});
