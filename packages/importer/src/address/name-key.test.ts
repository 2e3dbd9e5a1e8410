// The key of a group's or department's name.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKey } from "./name-key";

describe("nameKey", () => {
  it.each([
    ["case", "Night SHIFT", "night shift"],
    ["white space around and inside", "  Night \t\u00a0 shift\n", "night shift"],
    ["Unicode forms", "Caf\u0065\u0301", "caf\u00e9"],
    ["full-width letters", "ＩＴ", "it"],
    ["signs are kept", "R&D-West_2", "r&d-west_2"],
    ["blank", " \t ", ""],
  ])("%s", (_, name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it("is idempotent for any text and for every letter there is", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (name) => nameKey(nameKey(name)) === nameKey(name)));
    for (let code = 0; code <= 0x10ffff; code++) {
      const key = nameKey(`a ${String.fromCodePoint(code)}b`);
      if (nameKey(key) !== key) expect.fail(`U+${code.toString(16)}`);
    }
  });
});
