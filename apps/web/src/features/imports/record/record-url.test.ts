import { expect, test } from "vitest";
import { everyRow } from "../rows/rows-url";
import { recordUrl, type RecordView } from "./record-url";

test.each<[why: string, query: string, view: RecordView, written: string]>([
  ["nothing said", "", { tab: "summary", rows: everyRow }, ""],
  [
    "rows, filtered",
    "tab=rows&outcome=skip",
    { tab: "rows", rows: { ...everyRow, outcomes: ["skip"] } },
    "tab=rows&outcome=skip",
  ],
  [
    "a filter of rows does not follow to another tab",
    "tab=history&q=x",
    { tab: "history", rows: { ...everyRow, search: "x" } },
    "tab=history",
  ],
  ["no tab of ours", "tab=__proto__", { tab: "summary", rows: everyRow }, ""],
])("%s", (_why, query, view, written) => {
  expect(recordUrl.parse(new URLSearchParams(query))).toEqual(view);
  expect(recordUrl.write(view).toString()).toBe(written);
});
