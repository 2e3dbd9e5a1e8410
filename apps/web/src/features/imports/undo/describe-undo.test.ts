import { expect, test } from "vitest";
import { describeUndo } from "./describe-undo";

const nothing = {
  ...{ restored: 0, removed: 0, kept: 0, gone: 0 },
  ...{ mailsSent: 0, sessions: 0, groups: 0, departments: 0 },
};

test.each<[why: string, preview: Partial<typeof nothing>, words: string[]]>([
  ["nothing is left", {}, ["There is nothing to take back."]],
  [
    "the heaps, in the order of what matters",
    { restored: 2, removed: 1200, kept: 1, gone: 3 },
    [
      "2 accounts go back to what was there before.",
      "1,200 accounts that it made are removed.",
      "1 account stays as now: somebody changed it since.",
      "3 accounts are gone already.",
    ],
  ],
  ["what cannot be taken back is said", { mailsSent: 1 }, ["1 mail sent already cannot be taken back."]],
])("%s", (_why, preview, words) => {
  expect(describeUndo({ ...nothing, ...preview })).toEqual(words);
});
