import { expect, test } from "vitest";
import { fixLabel, mainAction, sampleWords } from "./cause-action";

const cause = { code: "password.policy", field: "password", severity: "error", rows: 2 } as const;

// "Fix all 1" and "Take them out" were said of one row.
test.each<[rows: number, fixes: number | null, label: string]>([
  [1, 1, "Fix it"],
  [1, null, "Fix it"],
  [2, 2, "Fix all 2"],
  [4, 3, "Fix 3 of 4"],
  [1_234, 1_234, "Fix all 1,234"],
  [5_000, null, "Fix all it can"],
])("%i rows of which %s can be fixed: %s", (rows, fixes, label) => {
  expect(fixLabel(fixes, rows, "en-GB")).toBe(label);
});

test.each<[why: string, of: Parameters<typeof mainAction>[0], label: string | undefined]>([
  ["a weak password", { ...cause, rows: 1 }, "Take it out"],
  ["weak passwords", cause, "Take them out"],
  ["an address twice", { ...cause, code: "email.duplicate", field: "email" }, "Keep the earlier"],
  ["too many values", { ...cause, code: "row.too-many-values", field: null }, "Leave out"],
  ["no name", { ...cause, code: "name.missing", field: "fullName" }, "Fill in"],
  ["only a warning", { ...cause, severity: "warning" }, undefined],
])("%s: %s", (_why, of, label) => {
  expect(mainAction(of, false)?.label).toBe(label);
});

test.each(["fix", "drop", "empty", "set"] as const)("of one row, %s speaks of one", (kind) => {
  expect(sampleWords(kind, { field: null, rows: 1 })).not.toMatch(/\b(all|them|they|rows)\b/i);
  expect(sampleWords(kind, { field: null, rows: 2 })).toMatch(/\b(all|them|they|rows)\b/i);
});
