import { expect, test } from "vitest";
import { choiceOf, mostTicked, undoUrl } from "./undo-url";

const read = (query: string) => undoUrl.parse(new URLSearchParams(query));

// A link to the question is sent to a colleague, and a reload must ask the same.
test.each(["", "heap=kept", "q=ada", "rows=1%2C5%2C-2", "heap=removed&q=ada&only=these"])(
  "what is read from “%s” is written again",
  (query) => {
    expect(undoUrl.write(read(query)).toString()).toBe(query);
  },
);

test.each([
  ["an unknown heap", "heap=nonsense", {}],
  ["row numbers that are none", "rows=x,1e9,,99999999999", {}],
  ["a row twice", "rows=3,3", { rowNos: [3] }],
  ["ticked rows before what is shown", "rows=3&only=these&q=x", { rowNos: [3] }],
  ["a search that is only looked at", "q=ada", {}],
  ["a search that is chosen", "q= ada &only=these", { only: { search: "ada" } }],
  ["a heap that is chosen", "heap=removed&only=these", { only: { heap: "removed" } }],
])("%s", (_why, query, choice) => {
  expect(choiceOf(read(query))).toEqual(choice);
});

test("an address of too many rows is cut", () => {
  const rows = Array.from({ length: mostTicked + 5 }, (_, at) => at + 1).join(",");
  expect(read(`rows=${rows}`).rows).toHaveLength(mostTicked);
});
