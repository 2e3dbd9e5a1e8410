// Who is told of a new name must find the cell in which it stands.
import type { ColumnMatch } from "@rollcall/importer";
import { expect, test } from "vitest";
import { newNameProblems } from "./new-name-problems";

const column = (index: number, header: string, field: ColumnMatch["field"], part?: string): ColumnMatch => ({
  index,
  header,
  field,
  reason: "",
  ...(part === undefined ? {} : { part }),
});
const named = (name: string) => [{ name, line: 2, near: null }];
const none = { departments: [], groups: [], attributes: [] };

test.each<[string, Parameters<typeof newNameProblems>, [string, string | null][]]>([
  [
    "a department",
    [{ ...none, departments: named("Sales") }, [column(3, "Abteilung", "department")], []],
    [["department.new", "Abteilung"]],
  ],
  [
    "a group of columns alike",
    [{ ...none, groups: named("Night") }, [column(3, "Group", "groups"), column(4, "Group", "groups")], []],
    [["group.new", "Group"]],
  ],
  [
    "a group that may stand in any of several",
    [
      { ...none, groups: named("Night") },
      [column(3, "Group 1", "groups"), column(4, "Group 2", "groups")],
      [],
    ],
    [["group.new", null]],
  ],
  [
    "a group of the options",
    [{ ...none, groups: named("Staff") }, [column(3, "Group", "groups")], ["STAFF"]],
    [["group.new", null]],
  ],
  [
    "an attribute",
    [
      { ...none, attributes: named("Shoe size") },
      [column(1, "Hat", "attributes", "hat"), column(2, "SHOE SIZE", "attributes", "Shoe Size")],
      [],
    ],
    [["attribute.new", "SHOE SIZE"]],
  ],
  [
    "a name of no column (a default of a mapping)",
    [{ ...none, departments: named("Sales") }, [], []],
    [["department.new", null]],
  ],
])("names the column of %s", (_, given, expected) => {
  expect(newNameProblems(...given).map(({ code, column: header }) => [code, header])).toEqual(expected);
});
