import { expect, test } from "vitest";
import { addressWords, readerWords } from "./reader-words";

test("a reader is named, or said to be removed, and with which import", () => {
  const anna = { toName: "Anna Alder", toAddress: "anna@example.com", importId: "12" };
  expect([readerWords(anna), addressWords(anna)]).toEqual(["Anna Alder", "anna@example.com"]);
  const gone = { toName: "", toAddress: "", importId: "12" };
  expect([readerWords(gone), addressWords(gone)]).toEqual(["Removed with import IMP-0012", "–"]);
});
