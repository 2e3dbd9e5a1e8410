import { describe, expect, it } from "vitest";
import { describeChanges } from "./describe-changes";

describe("describeChanges", () => {
  it.each([
    ["nothing", {}, null],
    ["a field", { changes: { department: { from: "Sales", to: "Fleet" } } }, "Department: Sales → Fleet"],
    ["an emptied field", { changes: { phone: { from: "1", to: null } } }, "Phone: 1 → nothing"],
    ["memberships", { groups: { add: ["Staff"], remove: ["Temps"] } }, "Groups: +Staff, −Temps"],
    [
      "an attribute, under its own name",
      { changes: { "attribute:Cost centre": { from: null, to: "4410" } } },
      "Cost centre: nothing → 4410",
    ],
    ["a plain value", { role: "Master" }, "Role: Master"],
    ["two fields", { fullName: { from: "A", to: "B" }, role: "User" }, "Name: A → B · Role: User"],
    ["what it cannot say", { nested: { deep: { deeper: 1 } } }, null],
    ["a figure nobody would know by its name", { declaredBytes: 1325466 }, null],
    [
      "a changed setting, whatever it is called",
      { changes: { "password.minLength": { from: 12, to: 14 } } },
      "password.minLength: 12 → 14",
    ],
  ])("%s", (_what, data, words) => {
    expect(describeChanges(data)).toBe(words);
  });
});
