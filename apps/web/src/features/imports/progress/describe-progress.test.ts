import { describe, expect, test } from "vitest";
import type { ImportProgress } from "@rollcall/accounts";
import { describeProgress } from "./describe-progress";

const began = new Date("2026-11-22T14:00:00Z");
const after = (seconds: number) => new Date(began.getTime() + seconds * 1000);
const at = (phase: string, done: number, total: number, seconds: number): ImportProgress => ({
  phase,
  done,
  total,
  startedAt: began,
  updatedAt: after(seconds),
});
const record = {
  rows: 100_000,
  fileBytes: 8_000_000,
  progress: null,
  summary: { create: 90_000, update: 5_000, unchanged: 4_000, skip: 0, problem: 1_000 },
  creates: { groups: [{ name: "Staff", line: 2, near: null }], departments: [], attributes: [] },
  consequences: {
    ...{
      mails: 10,
      links: 10,
      noWayIn: 0,
      valuesChanged: 9_000,
      administratorsMade: 0,
      administratorsChanged: 0,
      administratorsLeaving: 0,
      membershipsEnded: 0,
      grantsHeld: 0,
    },
    ...{ directoryBecomesManual: 0, directoryDomains: [], policyChanges: 0, plansUsed: [] },
    ...{ removals: 0, removalsKept: 0, sessionsEnded: 0, stopped: null },
  },
};

describe("how far an import is", () => {
  test("while it is read: bytes, their rate and what is left", () => {
    expect(
      describeProgress({ ...record, status: "UPLOADING", progress: at("reading", 2_000_000, 8_000_000, 2) }),
    ).toMatchObject({
      share: 0.25,
      unit: "bytes",
      rate: 1_000_000,
      secondsLeft: 6,
    });
  });

  test("a size nobody announced is not guessed", () => {
    expect(
      describeProgress({ ...record, status: "UPLOADING", fileBytes: 0, progress: at("reading", 5, 0, 2) })
        .share,
    ).toBeNull();
  });

  test("planning is one statement: no share", () => {
    expect(describeProgress({ ...record, status: "STAGED" })).toMatchObject({
      share: null,
      stages: [],
      total: 100_000,
    });
  });

  test.each<
    [why: string, progress: ImportProgress | null, share: number | null, done: number, left: number | null]
  >([
    ["nobody has taken it yet", null, null, 0, null],
    ["groups first", at("groups", 0, 0, 0.1), 0, 0, null],
    ["no row yet: no rate", at("accounts", 0, 100_000, 0.2), 0.02, 0, null],
    ["in the middle", at("accounts", 50_000, 100_000, 10), 0.46, 50_000, 10],
    ["updates: every row has been read", at("updates", 0, 0, 21), 0.9, 100_000, 0],
    ["mails", at("mail", 0, 0, 22), 0.95, 100_000, 0],
    ["a phase this page does not know counts as the first", at("sweeping", 1, 2, 3), 0, 0, null],
  ])("while accounts are made: %s", (_why, progress, share, done, left) => {
    const words = describeProgress({ ...record, status: "COMMITTING", progress });
    expect(words).toMatchObject({ title: "Creating accounts", done, secondsLeft: left });
    if (share === null) expect(words.share).toBeNull();
    else expect(words.share).toBeCloseTo(share);
  });

  test("the stages, each with its count", () => {
    const { stages } = describeProgress({
      ...record,
      status: "COMMITTING",
      progress: at("updates", 0, 0, 21),
    });
    expect(stages.map((stage) => [stage.state, stage.label, stage.detail])).toEqual([
      ["done", "Groups and departments", "1 name to create"],
      ["done", "Accounts created", "90,000 accounts"],
      ["now", "Accounts updated", "5,000 accounts"],
      ["ahead", "Welcome mails", "10 mails to send"],
      ["ahead", "Check the whole, then make it visible", ""],
    ]);
  });
});
