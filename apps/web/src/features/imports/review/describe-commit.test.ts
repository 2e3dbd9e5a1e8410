import { describe, expect, test } from "vitest";
import type { ImportOptions, ImportSummary } from "@rollcall/accounts";
import { defaultOptions } from "../upload/upload-store";
import { describeCommit } from "./describe-commit";

const options: ImportOptions = {
  ...{ ...defaultOptions, format: "hosted-users", encoding: null, sheet: null, mapping: null },
  grantRoles: false,
  granted: null,
};
const rest = { stopped: null, objection: null, removals: 0, format: null, consequences: null };
const none: ImportSummary = { create: 0, update: 0, unchanged: 0, skip: 0, problem: 0 };

describe("the button at the end of the review", () => {
  test.each<
    [
      why: string,
      summary: Partial<ImportSummary>,
      strict: boolean,
      label: string,
      sentence: string,
      blocked: boolean,
    ]
  >([
    [
      "new accounts, nothing waits",
      { create: 4903 },
      false,
      "Create 4,903 accounts",
      "All of it happens, or none of it.",
      false,
    ],
    ["one", { create: 1, problem: 1 }, false, "Create 1 account", "The other row waits here.", false],
    [
      "both",
      { create: 12361, update: 612, problem: 61 },
      false,
      "Create 12,361 and update 612 accounts",
      "The other 61 rows wait here.",
      false,
    ],
    [
      "both, and very many",
      { create: 1_000_000, update: 250_000 },
      false,
      "Create 1,000,000 and update 250,000",
      "All of it happens, or none of it.",
      false,
    ],
    [
      "only updates",
      { update: 612 },
      false,
      "Update 612 accounts",
      "All of it happens, or none of it.",
      false,
    ],
    [
      "strict and all is well",
      { create: 3 },
      true,
      "Create 3 accounts",
      "All of it happens, or none of it.",
      false,
    ],
    ["strict and something is wrong", { create: 3, problem: 2 }, true, "Create 3 accounts", "", true],
    [
      "everything is there already",
      { unchanged: 9, skip: 2 },
      false,
      "Finish, nothing changes",
      "Every row is as it should be already.",
      false,
    ],
    [
      "every row that wants something is wrong",
      { unchanged: 9, problem: 2 },
      false,
      "Create accounts",
      "",
      true,
    ],
  ])("%s", (_why, summary, strict, label, sentence, blocked) => {
    const words = describeCommit({
      ...rest,
      summary: { ...none, ...summary },
      options: { ...options, strict },
    });
    expect(words).toMatchObject({ label, sentence });
    expect(words.blocked !== null).toBe(blocked);
  });

  test("before the plan there is nothing to press", () => {
    expect(describeCommit({ ...rest, summary: null, options }).blocked).not.toBeNull();
  });

  test("a problem that stops the whole file is said, lenient or not", () => {
    const summary = { ...none, create: 3, problem: 1 };
    const words = describeCommit({ ...rest, stopped: "password.policy", summary, options });
    expect(words.blocked).toContain("password");
  });

  test("what was objected to is previewed again before anything else", () => {
    const summary = { ...none, create: 3, problem: 1 };
    const objection = "The service plan “gold” was switched off.";
    const words = describeCommit({ ...rest, objection, stopped: "password.policy", summary, options });
    expect(words.blocked).toContain("Preview it again");
  });

  test("where all that waits waits for a yes to administrators, it says so", () => {
    const summary = { ...none, problem: 2 };
    const words = (grantsHeld: number) =>
      describeCommit({ ...rest, summary, options, consequences: { grantsHeld } }).blocked;
    expect(words(2)).toBe("The administrators wait for your yes.");
    expect(words(1)).toContain("No row can be taken as it is.");
  });

  test("a directory spreadsheet is saved, in the words of its console", () => {
    const format = { id: "directory-spreadsheet", label: "Directory spreadsheet", confidence: 1, reason: "" };
    const summary = { ...none, create: 3 };
    expect(describeCommit({ ...rest, format, summary, options }).label).toBe("Save");
  });
});
