import { expect, test } from "vitest";
import { describeEvent } from "./describe-event";

test.each<[why: string, event: Parameters<typeof describeEvent>[0], words: string]>([
  ["the size of the file", { action: "import.started", data: { declaredBytes: 396_201 } }, "387 KB"],
  ["a size nobody announced", { action: "import.started", data: { declaredBytes: null } }, ""],
  [
    "what was done; nothing of nought",
    {
      action: "import.committed",
      data: { create: 4959, update: 0, unchanged: 1, skip: 0, problem: 41, drifted: 2, mails: 4646 },
    },
    "4,959 created, 1 unchanged, 41 left out, 2 changed by others meanwhile, 4,646 mails",
  ],
  [
    "what was planned",
    { action: "import.replanned", data: { update: 3, problem: 1 } },
    "3 to update, 1 to correct",
  ],
  [
    "a confirmation says nothing that people read",
    { action: "import.confirmed", data: { fingerprint: "5000-1a" } },
    "",
  ],
  ["why it failed", { action: "import.failed", data: { failure: "Line 3: …" } }, "Line 3: …"],
  ["what was objected to", { action: "import.returned", data: { objection: "The plan …" } }, "The plan …"],
  ["whatever else it holds", { action: "import.committed", data: { create: "many" } }, ""],
])("%s", (_why, event, words) => {
  expect(describeEvent(event)).toBe(words);
});
