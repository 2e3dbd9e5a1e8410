import { describe, expect, test } from "vitest";
import type { ImportRowView } from "@rollcall/accounts";
import { fileColumns, notesOf, problemsIn, splitSpaces, valuesOf } from "./file-columns";

const columns = [
  { header: "Group", field: "groups" },
  { header: "Email", field: "email" },
  { header: "Desk", field: null },
  { header: "Group", field: "groups" },
  { header: "", field: null },
];

function problem(entry: Partial<ImportRowView["problems"][number]>): ImportRowView["problems"][number] {
  return {
    line: 2,
    column: null,
    field: null,
    code: "email.spaces",
    severity: "error",
    params: {},
    fix: null,
    message: "",
    ...entry,
  };
}

describe("columns of the review", () => {
  const made = fileColumns(columns);

  test("repeated groups are one column, where the first stood; unknown columns stay", () => {
    expect(made.map(({ header, cells }) => [header, cells])).toEqual([
      ["Groups", [0, 3]],
      ["Email", [1]],
      ["Desk", [2]],
      ["–", [4]],
    ]);
  });

  test("a single group column keeps its own header", () => {
    expect(fileColumns([{ header: "Team", field: "groups" }])[0]?.header).toBe("Team");
  });

  test("values are those that are not empty, whatever is missing at the end of a row", () => {
    const row = { cells: ["Staff", "a@b.example", "7"] };
    expect(made.map((column) => valuesOf(column, row))).toEqual([["Staff"], ["a@b.example"], ["7"], []]);
    expect(valuesOf(made[0]!, { cells: ["Staff", "", "", "Night shift"] })).toEqual(["Staff", "Night shift"]);
  });

  test("problems stand in the column of their field, those without one under their header; errors first", () => {
    const row = {
      problems: [
        problem({ field: "email", severity: "warning", code: "email.confusable" }),
        problem({ field: "email", severity: "error" }),
        problem({ column: "Desk", code: "row.control-character" }),
        problem({ code: "row.too-many-values" }),
      ],
    };
    expect(made.map((column) => problemsIn(column, row).map((found) => found.code))).toEqual([
      [],
      ["email.spaces", "email.confusable"],
      ["row.control-character"],
      [],
    ]);
  });

  test.each<[ImportRowView["outcome"], number]>([
    ["create", 1],
    ["problem", 1],
    ["update", 0],
    ["unchanged", 0],
    ["skip", 0],
  ])("that there is no way in is said of %s rows: %d", (outcome, notes) => {
    const problems = [problem({ code: "password.no-way-in", severity: "warning" })];
    expect(notesOf({ outcome, problems })).toHaveLength(notes);
  });

  test.each<[string, string[]]>([
    ["anders. holm@x.example", ["anders.", " ", "holm@x.example"]],
    ["a\u00a0b", ["a", "\u00a0", "b"]],
    ["", []],
  ])("spaces in %j can be seen", (value, pieces) => {
    expect(splitSpaces(value).map((piece) => piece.text)).toEqual(pieces);
  });
});
