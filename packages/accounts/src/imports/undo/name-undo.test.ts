import { expect, test } from "vitest";
import { nameUndo } from "./name-undo";

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
