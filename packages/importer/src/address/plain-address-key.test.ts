// The short cut of addressKey: it may decline anything, but what it answers must be what the whole would.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressKey } from "./address-key";
import { normaliseAddress } from "./normalise-address";
import { plainAddressKey } from "./plain-address-key";

describe("plainAddressKey", () => {
  it.each([
    ["an ordinary address", "ann.lee@example.com", "ann.lee@example.com"],
    [
      "every sign that a dot-atom may have",
      "a!#$%&'*+/=?^_`{|}~-b@example.com",
      "a!#$%&'*+/=?^_`{|}~-b@example.com",
    ],
    ["64 characters before the @", `${"a".repeat(64)}@example.com`, `${"a".repeat(64)}@example.com`],
    ["65 of them", `${"a".repeat(65)}@example.com`, null],
    ["a capital: its key is another text", "Ann@example.com", null],
    ["a capital in the domain", "ann@Example.com", null],
    ["space around it", " ann@example.com", null],
    ["a dot at the beginning", ".ann@example.com", null],
    ["a dot before the @", "ann.@example.com", null],
    ["two dots", "a..b@example.com", null],
    ["two @", "a@b@example.com", null],
    ["no @", "example.com", null],
    ["nothing before the @", "@example.com", null],
    ["a domain that is none", "ann@example", null],
    ["letters beyond ASCII", "änn@example.com", null],
    ["a domain beyond ASCII", "ann@exämple.com", null],
    ["nothing", "", null],
  ])("%s", (_, text, key) => {
    expect(plainAddressKey(text)).toBe(key);
  });

  it("remembers no more than the domain itself: one that ends like the last is another", () => {
    expect(plainAddressKey("a@example.com")).toBe("a@example.com");
    expect(plainAddressKey("a@xexample.com")).toBe("a@xexample.com");
    expect(plainAddressKey("a@xample.com")).toBe("a@xample.com");
    expect(plainAddressKey("a@.example.com")).toBeNull();
    expect(plainAddressKey("a@example.co")).toBe("a@example.co");
  });

  it("never says what the whole would not", () => {
    const piece = fc.constantFrom("a", "B", ".", "@", "-", "x.com", "@example.com", "é", " ", '"', "1", "_");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        const key = plainAddressKey(text);
        if (key === null) return;
        expect(key).toBe(text);
        expect(normaliseAddress(text)).toBe(text);
        expect(addressKey(`${text} `)).toBe(text);
      }),
      { numRuns: 3_000 },
    );
  });
});
