import { describe, expect, test } from "vitest";
import { describeGuard, describePressed, parseNumber } from "./describe-guard";

describe("what is typed", () => {
  test.each([
    ["as it is", "1234", 1234],
    ["as the screen writes it", "1,234", 1234],
    ["as Germans do", "1.234", 1234],
    ["as Norwegians do, with a hard space", "1\u00a0234", 1234],
    ["as the Swiss do", " 1’234 ", 1234],
    ["nothing", "", null],
    ["words", "all of them", null],
    ["less than none", "-12", null],
  ])("%s", (_why, text, number) => {
    expect(parseNumber(text)).toBe(number);
  });
});

test("the field says what its number counts", () => {
  const reasons = ["It changes an administrator."];
  expect(describeGuard({ number: 1234, of: "accounts", reasons })).toEqual({
    label: "Type the number: 1,234 accounts it creates or changes",
    missing: "Type 1,234.",
    other: "That is another number. It is 1,234.",
  });
  expect(describeGuard({ number: 101, of: "memberships", reasons }).label).toBe(
    "Type the number: 101 memberships that end",
  );
});

describe("somebody was faster", () => {
  const format = { locale: "en-GB", timeZone: "Europe/Oslo" };
  const at = "2026-03-03T13:03:00.000Z";
  test.each([
    ["today", false, "2026-03-03T13:04:00Z", "Bea pressed this button at 14:03"],
    ["the second press of one’s own", true, "2026-03-03T13:04:00Z", "You pressed this button at 14:03"],
    ["a page left open", false, "2026-03-05T08:00:00Z", "Bea pressed this button on 3 March at 14:03"],
  ])("%s", (_why, you, now, words) => {
    expect(describePressed({ by: "Bea", at, you }, new Date(now), format)).toBe(words);
  });
});
