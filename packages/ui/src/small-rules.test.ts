// The small decisions of components that are not worth a file each.
import { describe, expect, it } from "vitest";

import { initials } from "./avatar";
import { classNames } from "./class-names";
import { hasExtension } from "./dropzone";
import { mergeProps } from "./render-element";
import { nextSelection } from "./stat";
import { stepState } from "./stepper";

describe("steps", () => {
  it.each([
    [0, 2, "done"],
    [2, 2, "current"],
    [3, 2, "ahead"],
    [3, 4, "done"],
  ])("step %i while %i is current is %s", (index, current, expected) => {
    expect(stepState(index, current)).toBe(expected);
  });
});

describe("tiles as filters", () => {
  it.each([
    ["a press chooses", [], "a", false, ["a"]],
    ["a press on another replaces", ["a"], "b", false, ["b"]],
    ["a press on the only one clears", ["a"], "a", false, []],
    ["a press on one of several keeps it alone", ["a", "b"], "a", false, ["a"]],
    ["Shift adds", ["a"], "b", true, ["a", "b"]],
    ["Shift takes away", ["a", "b"], "a", true, ["b"]],
  ])("%s", (_why, selected, id, adding, expected) => {
    expect(nextSelection(selected, id, adding)).toEqual(expected);
  });
});

describe("initials", () => {
  it.each([
    ["Katarzyna Nowak-Lis", "KL"],
    ["Henrik van der Berg", "HB"],
    ["Maren Østby", "MØ"],
    ["nightdesk@haldenmoor.com", "N"],
    ["ingrid.solheim@haldenmoor.com", "IS"],
    ["  ", ""],
    ["(agency) Temp", "AT"],
    ["Agnès Nordmann (older)", "AN"],
    ["Agnès Nordmann (older) [left]", "AN"],
    ["(vacant)", "V"],
    ["Smiley Sam :-)", "SS"],
  ])("%s", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe("kinds of file by name", () => {
  it.each([
    ["people.csv", true],
    ["PEOPLE.CSV", true],
    ["people.csv.pdf", false],
    ["csv", false],
  ])("%s", (name, expected) => {
    expect(hasExtension(name, [".csv", ".xlsx"])).toBe(expected);
  });
});

describe("props of an element drawn as another", () => {
  it("joins classes, calls both handlers, theirs first, and lets theirs win", () => {
    const calls: string[] = [];
    const merged = mergeProps(
      { className: "ours", onClick: () => calls.push("ours"), title: "ours", id: "ours" },
      { className: "theirs", onClick: () => calls.push("theirs"), title: "theirs", id: undefined },
    );
    (merged.onClick as () => void)();
    expect(merged).toMatchObject({ className: "ours theirs", title: "theirs", id: "ours" });
    expect(calls).toEqual(["theirs", "ours"]);
  });
  it("joins class names without the empty ones", () => {
    expect(classNames("a", false, undefined, "b")).toBe("a b");
    expect(classNames(false)).toBeUndefined();
  });
});
