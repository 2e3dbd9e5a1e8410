import type { ImportConsequences } from "@rollcall/accounts";
import { expect, test } from "vitest";
import { describeConsequences } from "./describe-consequences";

const nothing: ImportConsequences = {
  ...{
    mails: 0,
    links: 0,
    noWayIn: 0,
    valuesChanged: 0,
    administratorsMade: 0,
    administratorsChanged: 0,
    administratorsLeaving: 0,
    membershipsEnded: 0,
    grantsHeld: 0,
  },
  ...{ directoryBecomesManual: 0, directoryDomains: [], policyChanges: 0, plansUsed: [] },
  ...{ removals: 0, removalsKept: 0, sessionsEnded: 0, stopped: null },
};
const named = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: String(index), line: 2, near: null }));

test.each<[why: string, record: Parameters<typeof describeConsequences>[0], words: string]>([
  ["nothing is known yet", { creates: null, consequences: null }, "What else will happen"],
  [
    "nothing else",
    { creates: { groups: [], departments: [], attributes: [] }, consequences: nothing },
    "What else will happen",
  ],
  [
    "all of it",
    {
      creates: { groups: named(3), departments: named(2), attributes: [] },
      consequences: { ...nothing, mails: 4182 },
    },
    "And 4,182 mails, 3 groups, 2 departments",
  ],
  [
    "one of each is no plural",
    {
      creates: { groups: named(1), departments: [], attributes: [] },
      consequences: { ...nothing, mails: 1 },
    },
    "And 1 mail, 1 group",
  ],
])("%s", (_why, record, words) => {
  expect(describeConsequences(record)).toBe(words);
});
