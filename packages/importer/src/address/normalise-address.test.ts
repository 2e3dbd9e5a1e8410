// What is kept of an address as it was typed, and what is put right before it is stored or mailed to.
import { expect, test } from "vitest";
import { normaliseAddress } from "./normalise-address";

test.each([
  ["case is kept", " Jane@Example.COM ", "Jane@Example.COM"],
  ["an IDN stays readable", "jane@exämple.com", "jane@exämple.com"],
  ["an ideographic full stop would go into every mail", "jane@example。com", "jane@example.com"],
  ["a half-width one too", "jane@example｡com", "jane@example.com"],
  ["before the @ it is no dot", "ja。ne@example.com", "ja。ne@example.com"],
])("%s", (_why, text, normal) => {
  expect(normaliseAddress(text)).toBe(normal);
});
