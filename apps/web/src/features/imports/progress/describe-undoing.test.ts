import { expect, test } from "vitest";
import { describeProgress } from "./describe-progress";

const began = new Date("2026-11-23T08:00:00Z");
const at = (phase: string, done: number, seconds: number) => ({
  ...{ phase, done, total: 1_000, startedAt: began },
  updatedAt: new Date(began.getTime() + seconds * 1000),
});
const record = {
  status: "COMMITTING",
  ...{ rows: 1_000, fileBytes: 0, summary: null, creates: null, consequences: null },
  undoes: { id: "1", fileName: "users.csv" },
} as const satisfies Partial<Parameters<typeof describeProgress>[0]>;

// An undo may be stopped until its last step: who watches it must see how far it is.
test.each([
  ["nobody has taken it yet", null, null, []],
  ["it is looked at", at("looking", 0, 0.1), 0, ["now", "ahead", "ahead", "ahead", "ahead"]],
  ["what it made goes", at("removing", 0, 1), 0.3, ["done", "done", "now", "ahead", "ahead"]],
  ["half is put back", at("restoring", 500, 5), 0.725, ["done", "done", "done", "now", "ahead"]],
  ["the end", at("finishing", 1_000, 9), 0.95, ["done", "done", "done", "done", "now"]],
])("while an import is taken back: %s", (_why, progress, share, states) => {
  const words = describeProgress({ ...record, progress });
  expect(words.title).toBe("Taking it back");
  if (share === null) expect(words.share).toBeNull();
  else expect(words.share).toBeCloseTo(share);
  if (states.length > 0) expect(words.stages.map(({ state }) => state)).toEqual(states);
});
