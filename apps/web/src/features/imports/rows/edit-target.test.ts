import type { ImportRowView } from "@rollcall/accounts";
import { describe, expect, test } from "vitest";
import { causeOf, cellToEdit, fileValue, fixStep, keyOf } from "./edit-target";

type Problem = ImportRowView["problems"][number];
const problem: Problem = {
  ...{ line: 2, column: "Send email", field: "sendWelcome", code: "send-email.invalid", severity: "error" },
  ...{ params: { value: "Y" }, message: "“Y” is not Yes or No" },
  fix: { kind: "set", field: "sendWelcome", value: "Yes", label: "Change to Yes" },
};
const columns = [{ field: "email" }, { field: "sendWelcome" }, { field: "groups" }, { field: "groups" }];

describe("what a problem and its fix are about", () => {
  test("a problem belongs to the cause that the server groups it by", () => {
    expect(causeOf(problem)).toBe("send-email.invalid|sendWelcome|");
    expect(keyOf({ code: "send-email.invalid", field: "sendWelcome", reason: null })).toBe(causeOf(problem));
    const policy: Problem = {
      ...problem,
      code: "password.policy",
      field: "password",
      params: { reason: "short" },
    };
    expect(causeOf(policy)).toBe("password.policy|password|short");
  });

  test.each<
    [why: string, change: Partial<Problem>, at: readonly { field: string | null }[], column: unknown]
  >([
    ["the field's first column", {}, columns, 1],
    ["a field that the file has no column for", {}, [{ field: "email" }], { field: "sendWelcome" }],
    ["the cell that the fix names", { fix: { ...problem.fix!, index: 3 } }, columns, 3],
  ])("a fix sets %s", (_why, change, at, column) => {
    expect(fixStep({ rowNo: 7 }, { ...problem, ...change }, at)).toEqual({
      kind: "cell",
      rowNo: 7,
      column,
      value: "Yes",
    });
  });

  test("no fix, no step", () => {
    expect(fixStep({ rowNo: 7 }, { ...problem, fix: null }, columns)).toBeNull();
  });
});

describe("cells", () => {
  const groups = { id: "2", header: "Groups", field: "groups", cells: [2, 3], width: "80px" };
  test("of several in one column the wrong one is edited, else the first", () => {
    const wrong: Problem = { ...problem, field: "groups", params: { value: "Stff" } };
    expect(cellToEdit(groups, { cells: ["", "", "Staff", "Stff"], problems: [wrong] })).toBe(3);
    expect(cellToEdit(groups, { cells: ["", "", "Staff", "Stff"], problems: [] })).toBe(2);
  });

  test("what the file had is told only where somebody changed it", () => {
    expect(fileValue({ cells: ["a", "Yes"], original: null }, [1])).toBeNull();
    expect(fileValue({ cells: ["a", "Yes"], original: ["a", "Y"] }, [0])).toBeNull();
    expect(fileValue({ cells: ["a", "Yes"], original: ["a", "Y"] }, [1])).toBe("Y");
    expect(fileValue({ cells: ["a", "Yes"], original: ["a"] }, [1])).toBe("");
  });
});
