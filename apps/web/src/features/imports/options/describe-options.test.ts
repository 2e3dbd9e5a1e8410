import { describe, expect, test } from "vitest";
import { defaultOptions, type PlanOptions } from "../upload/upload-store";
import { describeOptions, sameOptions, sameReading } from "./describe-options";

describe("options", () => {
  test("in a few words", () => {
    expect(describeOptions(defaultOptions)).toBe("skips existing accounts · lenient · mail as in the file");
  });

  test("what takes people out of groups is said, where there are people to take out", () => {
    const replacing = { ...defaultOptions, groupMode: "replace" as const };
    expect(describeOptions(replacing)).not.toContain("groups");
    expect(describeOptions({ ...replacing, mode: "upsert" })).toContain(
      "groups become exactly those of the file",
    );
  });

  test.each<[why: string, change: Partial<PlanOptions>, same: boolean]>([
    ["nothing differs", {}, true],
    ["mode", { mode: "upsert" }, false],
    ["strict", { strict: true }, false],
    ["mail", { mail: "never" }, false],
    ["group mode", { groupMode: "replace" }, false],
    ["a group more", { groups: ["Staff"] }, false],
    ["an empty note is none", { note: "  " }, true],
    ["a note", { note: "Q4" }, false],
    ["no group", { noGroup: true }, false],
    ["a mail when finished", { notify: true }, false],
    ["invitations", { invite: true }, false],
  ])("same plan: %s", (_why, change, same) => {
    expect(sameOptions(defaultOptions, { ...defaultOptions, ...change })).toBe(same);
  });

  test("the order of groups does not matter", () => {
    const groups = ["A", "B"];
    expect(sameOptions({ ...defaultOptions, groups }, { ...defaultOptions, groups: ["B", "A"] })).toBe(true);
  });

  test("what changes the reading of a file", () => {
    const blank = { all: null, fields: {} };
    expect(sameReading(defaultOptions, { ...defaultOptions, blank: { ...blank, all: "keep" } })).toBe(true);
    expect(sameReading(defaultOptions, { ...defaultOptions, blank: { ...blank, all: "clear" } })).toBe(false);
    expect(sameReading(defaultOptions, { ...defaultOptions, domain: "a.example" })).toBe(false);
    expect(
      describeOptions({ ...defaultOptions, mode: "upsert", blank: { ...blank, all: "clear" } }),
    ).toContain("empty cells clear it");
  });
});
