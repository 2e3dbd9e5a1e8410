import { expect, test } from "vitest";
import { nameUndo, readUndoName, readUndoneName } from "./name-undo";

const undoes = { id: "1", fileName: "people.csv" };
// Lists show nothing but this name: "Undo of Undo of Undo of …" says to nobody what stands.
const cases = [
  ["an import", { fileName: "people.csv", undoes: null, redo: false }, "Undo of people.csv"],
  ["an undo", { fileName: "Undo of people.csv", undoes, redo: false }, "Redo of people.csv"],
  ["a redo", { fileName: "Redo of people.csv", undoes, redo: true }, "Undo of people.csv"],
  [
    "a file that is called so",
    { fileName: "Undo of my list.csv", undoes: null, redo: false },
    "Undo of Undo of my list.csv",
  ],
] as const;

test.each(cases)("%s", (_why, record, name) => {
  expect(nameUndo(record)).toBe(name);
});

// Until 23 November 2026 every undo was called after what it took back.
test.each([
  ["an undo", "Undo of people.csv", false, "Undo of people.csv"],
  [
    "an undo of a file that is called so",
    "Undo of Undo of my list.csv",
    false,
    "Undo of Undo of my list.csv",
  ],
  ["an old redo", "Undo of Undo of people.csv", true, "Redo of people.csv"],
  ["the undo of an old redo", "Undo of Undo of Undo of people.csv", false, "Undo of people.csv"],
  ["an old redo of that", "Undo of Undo of Undo of Undo of people.csv", true, "Redo of people.csv"],
  ["a redo", "Redo of people.csv", true, "Redo of people.csv"],
])("stored: %s", (_why, stored, redo, name) => {
  expect(readUndoName(stored, redo)).toBe(name);
});

test.each([
  ["a redo takes back an undo", "Undo of people.csv", true, "Undo of people.csv"],
  ["an undo takes back an old redo", "Undo of Undo of people.csv", false, "Redo of people.csv"],
  ["an undo takes back a file", "people.csv", false, "people.csv"],
])("stored: %s", (_why, stored, redo, name) => {
  expect(readUndoneName(stored, redo)).toBe(name);
});
