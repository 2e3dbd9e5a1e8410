import { describe, expect, it } from "vitest";
import { readToken } from "./use-link-token";

const token = "A-_9".repeat(10) + "xyz";

describe("readToken", () => {
  it.each([
    ["as it is mailed", token, token],
    ["with its name before it", `token=${token}`, token],
    ["nothing behind the #", "", null],
    ["a link cut short", "A-_9", null],
    ["something else", "<script>alert(1)</script>", null],
    ["far too long", "a".repeat(500), null],
  ])("%s", (_reason, fragment, expected) => {
    expect(readToken(fragment)).toBe(expected);
  });
});
