import { expect, test } from "vitest";
import { describeUndone } from "./describe-undone";

const nothing = { restored: 0, removed: 0, kept: 0, gone: 0, lacking: 0 };

// What an undo could not bring back is said after it as before it.
test.each([
  ["nothing", {}, []],
  ["restored as before", { restored: 2 }, ["2 accounts as before"]],
  [
    "restored without a department",
    { restored: 2, lacking: 1 },
    [
      "2 accounts as before",
      "1 account of them without a department, service plan or group that was deleted since",
    ],
  ],
  [
    "the others",
    { removed: 1, kept: 1, gone: 1 },
    ["1 account removed", "1 account kept, changed since", "1 account gone already"],
  ],
])("%s", (_why, given, lines) => {
  expect(describeUndone({ ...nothing, ...given })).toEqual(lines);
});
