import { describe, expect, test } from "vitest";
import { everyRow, isFiltered, rowsUrl, startFor, type RowsView } from "./rows-url";

describe("rows in the address", () => {
  test.each<[why: string, query: string, view: Partial<RowsView>]>([
    ["nothing said", "", {}],
    ["one outcome", "outcome=problem", { outcomes: ["problem"] }],
    ["several, in the order of the tiles", "outcome=skip,create", { outcomes: ["create", "skip"] }],
    [
      "what is no outcome, or said twice, is left out",
      "outcome=x,problem,problem,__proto__",
      { outcomes: ["problem"] },
    ],
    ["words", "q=nowak%20lis", { search: "nowak lis" }],
    ["a cause", "cause=send-email.invalid", { cause: "send-email.invalid" }],
    [
      "a cause by its key",
      "cause=password.policy%7Cpassword%7Cshort",
      { cause: "password.policy|password|short" },
    ],
    [
      "what the import does besides the rows",
      "cause=consequence%7CsessionsEnded%7C",
      { cause: "consequence|sessionsEnded|" },
    ],
    ["a consequence that no row is marked by", "cause=consequence%7Cmails%7C", {}],
    ["no cause", "cause=%3Cscript%3E", {}],
    ["a cell", "row=9&col=3", { row: 9, column: "3" }],
    ["no column", "row=9&col=x", { row: 9 }],
    ["a row", "row=4377", { row: 4377 }],
    ["no row", "row=-1", {}],
    ["no number", "row=1e999", {}],
  ])("is read: %s", (_why, query, view) => {
    expect(rowsUrl.parse(new URLSearchParams(query))).toEqual({ ...everyRow, ...view });
  });

  test.each<[RowsView, string]>([
    [everyRow, ""],
    [
      { outcomes: ["create", "problem"], search: "a b", cause: "email.spaces", row: 7, column: "why" },
      "outcome=create%2Cproblem&q=a+b&cause=email.spaces&row=7&col=why",
    ],
  ])("is written and read back", (view, query) => {
    expect(rowsUrl.write(view).toString()).toBe(query);
    expect(rowsUrl.parse(new URLSearchParams(query))).toEqual(view);
  });

  test("an opened row alone leaves nothing out", () => {
    expect(isFiltered({ ...everyRow, row: 9 })).toBe(false);
    expect(isFiltered({ ...everyRow, cause: "email.spaces" })).toBe(true);
  });

  test.each([
    [null, 0],
    [80, 0],
    [4377, 4373],
  ])("row %s: the list begins after %d", (row, start) => {
    expect(startFor(row)).toBe(start);
  });
});
