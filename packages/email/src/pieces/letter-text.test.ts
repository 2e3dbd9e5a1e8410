import { expect, it } from "vitest";

import { factsText, wrapText } from "./letter-text";

it.each([
  ["a short line", "one two", "", "one two"],
  [
    "at the last space before 76",
    `${"a".repeat(40)} ${"b".repeat(35)} c`,
    "",
    `${"a".repeat(40)} ${"b".repeat(35)}\nc`,
  ],
  ["a word that is longer stays whole", `see ${"x".repeat(90)} now`, "", `see\n${"x".repeat(90)}\nnow`],
  ["further lines are indented", `${"a".repeat(70)} bbbb cccc`, "  ", `${"a".repeat(70)} bbbb\n  cccc`],
])("wraps: %s", (_why, text, indent, wrapped) => {
  expect(wrapText(text, indent)).toBe(wrapped);
});

it("puts values into one column", () => {
  expect(
    factsText([
      { label: "You sign in as", value: "a@example.com" },
      { label: "Groups", value: "Staff" },
    ]),
  ).toBe("You sign in as:  a@example.com\nGroups:          Staff");
});
