// The canonical key: what is the same address, what is none, and that the key is a fixed point.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressKey } from "./address-key";
import { domainKey } from "./domain-key";

describe("addressKey", () => {
  it.each([
    ["as it is", "jane@example.com", "jane@example.com"],
    ["case", "Jane.Doe@Example.COM", "jane.doe@example.com"],
    ["white space around it, of any kind", "\u00a0 jane@example.com\t\n", "jane@example.com"],
    ["every sign of a dot-atom", "!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
    ["a full-width at sign (reliability B2)", "jane＠example.com", "jane@example.com"],
    ["full-width letters", "ｊａｎｅ@ｅxample.com", "jane@example.com"],
    ["the Kelvin sign", "\u212aate@example.com", "kate@example.com"],
    ["composed and decomposed", "rene\u0301@example.com", "ren\u00e9@example.com"],
    ["final sigma", "ΝΊΚΟΣ@example.com", "νίκοσ@example.com"],
    ["IDN (B4)", "a@exämple.com", "a@xn--exmple-cua.com"],
    ["IDN as ASCII", "a@XN--EXMPLE-CUA.com", "a@xn--exmple-cua.com"],
    ["an ideographic full stop", "a@example。com", "a@example.com"],
    ["zero-width characters", "ja\u200bne@exam\u200dple.com", "jane@example.com"],
    ["a soft hyphen and a direction mark", "ja\u00adne@example.com\u200e", "jane@example.com"],
    ["tags are other people (B5)", "jane+x@example.com", "jane+x@example.com"],
    ["a new domain ending", "a@b.photography", "a@b.photography"],
    ["digits in the domain", "a@1.2.example", "a@1.2.example"],
    ["localhost, for a machine of one's own", "admin@localhost", "admin@localhost"],
  ])("%s", (_, text, key) => {
    expect(addressKey(text)).toBe(key);
  });

  it.each([
    ["nothing", ""],
    ["no @", "jane.example.com"],
    ["no local part", "@example.com"],
    ["no domain", "jane@"],
    ["two @", "a@b@example.com"],
    ["two addresses (B6)", "a@x.com,b@y.com"],
    ["two addresses with a blank", "a@x.com b@y.com"],
    ["a quoted local part (B6)", '"e@attacker.com"@victim.com'],
    ["a comment", "a(comment)@example.com"],
    ["a name before it", "Jane <jane@example.com>"],
    ["a space inside", "li na@example.com"],
    ["a line break inside", "jane@example.com\nbcc:x@y.com"],
    ["a dot at the start", ".a@example.com"],
    ["a dot at the end", "a.@example.com"],
    ["two dots", "a..b@example.com"],
    ["a domain of one label", "a@example"],
    ["an IP address", "a@192.168.0.1"],
    ["a hexadecimal IP address", "a@0x7f.1"],
    ["an IP literal", "a@[192.168.0.1]"],
    ["a hyphen at a label's start", "a@-example.com"],
    ["a hyphen at a label's end", "a@example-.com"],
    ["an underscore in the domain", "a@ex_ample.com"],
    ["a port", "a@example.com:25"],
    ["a path", "a@example.com/x"],
    ["a percent sign, which a URL would decode", "a@ex%61mple.com"],
    ["an empty label", "a@example..com"],
    ["a dot at the very end", "a@example.com."],
    ["broken Punycode", "a@xn--\u00e4.com"],
    ["a NUL", "a\0@example.com"],
    ["half a surrogate pair", "a\ud800@example.com"],
    ["an emoji", "😀@example.com"],
    ["65 letters before the @", `${"a".repeat(65)}@example.com`],
    ["a label of 64 letters", `a@${"b".repeat(64)}.com`],
    ["255 characters", `${"a".repeat(64)}@${"b".repeat(62)}.${"c".repeat(62)}.${"d".repeat(60)}.com`],
  ])("refuses %s", (_, text) => {
    expect(addressKey(text)).toBeNull();
  });

  it("takes an address of exactly 254 characters", () => {
    const longest = `${"a".repeat(64)}@${"b".repeat(62)}.${"c".repeat(62)}.${"d".repeat(59)}.com`;
    expect(longest).toHaveLength(254);
    expect(addressKey(longest)).toBe(longest);
  });

  const part = fc.string({ unit: "binary", maxLength: 12 });
  const likely = fc.tuple(
    part,
    fc.constantFrom("@", "＠", ""),
    part,
    fc.constantFrom(".com", "。com", "", ".рф"),
  );

  it("is total and idempotent", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          likely.map((parts) => parts.join("")),
          fc.emailAddress(),
        ),
        (text) => {
          const key = addressKey(text);
          if (key !== null) expect(addressKey(key)).toBe(key);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it("is idempotent for every letter there is, before and behind the @", () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      const key = addressKey(`a${character}b@example.com`);
      if (key !== null && addressKey(key) !== key) expect.fail(`U+${code.toString(16)} in the local part`);
    }
    // Domains cost a URL each, so only the plane in which nearly all letters are.
    for (let code = 0; code <= 0xffff; code++) {
      const key = domainKey(`a${String.fromCodePoint(code)}b.com`);
      if (key !== null && domainKey(key) !== key) expect.fail(`U+${code.toString(16)} in the domain`);
    }
  });

  it.each([
    ["dots", "a.".repeat(50_000)],
    ["hyphens", `a@${"a-".repeat(50_000)}`],
    ["at signs", "@".repeat(100_000)],
    ["marks", "a\u0301".repeat(50_000)],
  ])("answers at once for 100 kB of %s (A30)", (_, text) => {
    expect(addressKey(text)).toBeNull();
  });
});
