import type { ImportRecord } from "@rollcall/accounts";
import { expect, test } from "vitest";
import { endToast, progressToast } from "./import-toast";

const record = {
  ...{
    id: "7",
    fileName: "people.csv",
    undoes: null,
    objection: null,
    rows: 3,
    progress: null,
    creates: null,
  },
  ...{ consequences: null, summary: { create: 3, update: 0, unchanged: 0, skip: 0, problem: 0 } },
} as unknown as ImportRecord;
const undo = { ...record, fileName: "Undo of people.csv", undoes: { id: "6", fileName: "people.csv" } };

// An undo said "0 accounts updated from Undo of people.csv"; what somebody stopped on purpose was red.
test.each<[ImportRecord, ImportRecord["status"], string, string]>([
  [record, "COMPLETED", "3 accounts created from people.csv", "success"],
  [record, "CANCELLED", "The import of people.csv was cancelled. Nothing was changed.", "info"],
  // It was back at its review without a word, and elsewhere its bar stood still for good.
  [record, "READY", "people.csv was stopped. Nothing was changed, and its review is as it was.", "info"],
  [record, "FAILED", "The import of people.csv failed. Nothing was changed.", "danger"],
  [undo, "COMPLETED", "Undo of people.csv is done", "success"],
  [undo, "CANCELLED", "Undo of people.csv was stopped. Nothing was changed.", "info"],
  [undo, "FAILED", "Undo of people.csv failed. Nothing was changed.", "danger"],
])("the end of %#: %s", (of, status, title, tone) => {
  expect(endToast({ ...of, status }).options).toMatchObject({ title, tone });
});

test("what was objected to was not stopped by anybody", () => {
  const { options, actions } = endToast({ ...record, status: "READY", objection: "The plan is gone." });
  expect(options).toMatchObject({
    tone: "warning",
    title: expect.stringContaining("not carried out") as string,
  });
  expect(actions).toEqual([{ label: "See why", href: "/imports/7" }]);
});

test("while it runs", () => {
  const titleOf = (of: ImportRecord) => progressToast({ ...of, status: "COMMITTING" }).options.title;
  expect([record, undo].map(titleOf)).toEqual(["Creating accounts from people.csv", "Undo of people.csv"]);
});
