import { expect, test } from "vitest";
import { describeAlso, describeChoice } from "./describe-undo";

const none = { restored: 0, removed: 0, kept: 0, gone: 0 };
const nothing = { ...none, lacking: 0, mailsSent: 0, mailsAgain: 0, sessions: 0, groups: 0, departments: 0 };
const all = { rows: [], only: false };
const promise = "All of it happens, or none of it. It can itself be undone.";

test.each([
  ["nothing besides", {}, promise],
  ["one group", { groups: 1 }, `1 group that it made is empty then and is deleted, too. ${promise}`],
  [
    "groups and departments: in one sentence",
    { groups: 3, departments: 6 },
    `3 groups and 6 departments that it made are empty then and are deleted, too. ${promise}`,
  ],
  [
    "names that are deleted",
    { lacking: 2 },
    `2 accounts cannot get everything back: a department, service plan or group was deleted since. ${promise}`,
  ],
  [
    "mails both ways",
    { mailsSent: 2, mailsAgain: 1 },
    `1 welcome mail that was held back is sent. 2 mails sent already cannot be taken back. ${promise}`,
  ],
])("also: %s", (_why, given, words) => {
  expect(describeAlso({ ...nothing, ...given })).toBe(words);
});

test.each([
  ["nothing", {}, all, "There is nothing to take back."],
  [
    "one of each",
    { restored: 1, removed: 1, kept: 1, gone: 1 },
    all,
    "1 account goes back to before, 1 account is removed, 1 account stays as now, 1 account is gone already.",
  ],
  ["many", { removed: 1200 }, all, "1,200 accounts are removed."],
  [
    "some",
    { restored: 2 },
    { rows: [1, 2], only: false },
    "Of what is chosen: 2 accounts go back to before.",
  ],
])("the choice: %s", (_why, given, view, words) => {
  expect(describeChoice({ ...none, ...given }, view)).toBe(words);
});
