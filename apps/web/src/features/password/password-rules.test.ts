import { describe, expect, it } from "vitest";
import { judgePassword } from "./password-rules";

const owner = { email: "ingrid.solheim@haldenmoor.com", name: "Ingrid Solheim" };

describe("judgePassword", () => {
  it.each([
    ["nothing typed", "", "Choose a password."],
    ["too short", "kort", "Use at least 12 characters; this has 4."],
    ["length counts characters, not code units", "😀😀😀😀😀😀", "Use at least 12 characters; this has 6."],
    ["a common one", "password1234", "This is one of the first that anybody would guess. Choose another."],
    ["one's own name", "Ingrid Solheim", "This is your own name or address. Choose another."],
    [
      "one's own address",
      "ingrid.solheim@haldenmoor.com",
      "This is your own name or address. Choose another.",
    ],
    ["four odd words", "harbour cobalt nine geese", null],
  ])("%s", (_what, password, fault) => {
    expect(judgePassword(password, 12, owner).fault).toBe(fault);
  });

  it("shows each rule as it is met", () => {
    const states = (password: string) => judgePassword(password, 12, owner).rules.map((rule) => rule.met);
    expect(states("")).toEqual([null, null, null]);
    expect(states("kort")).toEqual([false, true, true]);
    expect(states("password1234")).toEqual([true, false, true]);
    expect(states("harbour cobalt nine geese")).toEqual([true, true, true]);
  });

  it("grows stronger with length and variety", () => {
    const level = (password: string) => judgePassword(password, 12, owner).level;
    expect(level("kort")).toBe(1);
    expect(level("brokenkettle")).toBe(2);
    expect(level("harbour cobalt nine geese")).toBe(4);
  });
});
