import { expect, test } from "vitest";
import { bringsBack, undoWords, type Undoable } from "./undo-words";

const done: Undoable = { status: "COMPLETED", redactedAt: null, undoneBy: null, undo: null, redo: false };
const undo = { restored: 1, removed: 0, kept: 2, gone: 0, lacking: 0 };
const undoneBy = { id: "2", at: new Date(0), by: "Ada", status: "COMPLETED", rows: null } as const;

test.each<[why: string, given: Partial<Undoable>, words: string | null]>([
  ["a file, or one whose undo was undone", {}, "Undo this import"],
  ["an undo", { undo }, "Undo this undo"],
  ["what brought an import back is called a redo, in lists and here", { undo, redo: true }, "Undo this redo"],
  ["an undo that took nothing back: there is nothing to undo", { undo: { ...undo, restored: 0 } }, null],
  ["taken back", { undoneBy }, null],
  ["some of it", { undoneBy: { ...undoneBy, rows: 2 } }, "Undo the rest"],
  ["being taken back", { undoneBy: { ...undoneBy, status: "COMMITTING" } }, null],
  ["its rows are not kept any more", { redactedAt: new Date(0) }, null],
  ["not carried out", { status: "READY" }, null],
])("%s", (_why, given, words) => {
  expect(undoWords({ ...done, ...given })).toBe(words);
});

const undoes = { id: "1", fileName: "people.csv" };
test.each([
  ["a file, whatever it is called", { undoes: null, redo: false }, false],
  ["an undo: what takes it back brings accounts", { undoes, redo: false }, true],
  ["a redo brought them", { undoes, redo: true }, false],
])("%s", (_why, record, brings) => {
  expect(bringsBack(record)).toBe(brings);
});
