import { describe, expect, test } from "vitest";
import { byField, fieldLabel, fieldValue } from "./field-label";

describe("changes in words", () => {
  test.each<[field: string, value: string | boolean | null, label: string, said: string | null]>([
    ["enabled", false, "Enabled", "No"],
    ["role", "ADMINISTRATOR", "Role", "Administrator"],
    ["fullName", "USER", "Full name", "USER"],
    ["attribute:Cost centre", "4410", "Cost centre", "4410"],
    ["phone", null, "Phone", null],
    ["phone", "", "Phone", null],
  ])("%s %s", (field, value, label, said) => {
    expect([fieldLabel(field), fieldValue(field, value)]).toEqual([label, said]);
  });

  test("fields in their order, attributes last and by name", () => {
    expect(["attribute:b", "groups", "attribute:A", "fullName"].sort(byField)).toEqual([
      "fullName",
      "groups",
      "attribute:A",
      "attribute:b",
    ]);
  });
});
