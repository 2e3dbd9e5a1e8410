import { describe, expect, it } from "vitest";
import { describeChanges } from "./describe-changes";

describe("describeChanges", () => {
  it.each([
    ["nothing", {}, null],
    ["a field", { changes: { department: { from: "Sales", to: "Fleet" } } }, "Department: Sales → Fleet"],
    ["an emptied field", { changes: { phone: { from: "1", to: null } } }, "Phone: 1 → nothing"],
    ["memberships", { groups: { add: ["Staff"], remove: ["Temps"] } }, "Groups: +Staff, −Temps"],
    ["a plain value", { role: "Master" }, "Role: Master"],
    ["two fields", { fullName: { from: "A", to: "B" }, role: "User" }, "Name: A → B · Role: User"],
    ["what it cannot say", { nested: { deep: { deeper: 1 } } }, null],
  ])("%s", (_what, data, words) => {
    expect(describeChanges(data)).toBe(words);
  });
});
