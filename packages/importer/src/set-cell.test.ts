// Setting one value of a row, and hiding passwords where a row is shown.
import { describe, expect, it } from "vitest";
import { hostedUsers } from "./formats/hosted-users";
import { cellMasker } from "./mask-cells";
import { setCell } from "./set-cell";

const columnsOf = (...header: string[]) => hostedUsers.match([{ line: 1, cells: header }]).columns;

describe("setCell", () => {
  const row = { line: 7, cells: ["a@x.com"] };

  it("sets the first column of the field and leaves the row as it was", () => {
    const columns = columnsOf("Email", "Full Name", "Group", "Group");
    expect(setCell(columns, row, "groups", "Staff")).toEqual({ line: 7, cells: ["a@x.com", "", "Staff"] });
    expect(row.cells).toEqual(["a@x.com"]);
  });

  it("keeps what is set for a field of which the file has no column", () => {
    const columns = columnsOf("Email", "Full Name");
    const once = setCell(columns, row, "department", "Sales");
    expect(setCell(columns, once, "sendWelcome", "Yes")).toEqual({
      line: 7,
      cells: ["a@x.com"],
      added: { department: "Sales", sendWelcome: "Yes" },
    });
  });
});

describe("cellMasker", () => {
  it.each([
    [
      "a password",
      ["Email", "Full Name", "Password"],
      ["a@x.com", "A", "secret"],
      ["a@x.com", "A", "••••••••"],
    ],
    ["no password", ["Email", "Full Name", "Password"], ["a@x.com", "A", " "], ["a@x.com", "A", " "]],
    ["a short row", ["Email", "Full Name", "Password"], ["a@x.com"], ["a@x.com"]],
    [
      "a column that is not used",
      ["Email", "Full Name", "Initial PWD"],
      ["a@x.com", "A", "secret"],
      ["a@x.com", "A", "••••••••"],
    ],
    [
      "a password that stands one further right, because a name has a comma",
      ["Email", "Full Name", "Password", "Department"],
      ["a@x.com", "Doe", "Jane", "secret", "Sales"],
      ["a@x.com", "Doe", "••••••••", "••••••••", "Sales"],
    ],
  ])("hides %s", (_, header, cells, masked) => {
    expect(cellMasker(columnsOf(...header))(cells)).toEqual(masked);
  });

  it.each([
    ["a switch about passwords", "changepassword", "mustChangePassword", "yes", "yes"],
    ["another", "passwordneverexpire", "passwordNeverExpires", "no", "no"],
    ["a secretary", "Secretary", "attributes", "Jo", "Jo"],
    ["a passport's number", "Passport number", "attributes", "X1", "X1"],
    ["an attribute that is called a password", "WLAN password", "attributes", "X1", "••••••••"],
  ] as const)("tells %s from a password", (_, header, field, cell, shown) => {
    expect(cellMasker([{ index: 0, header, field, reason: "" }])([cell])).toEqual([shown]);
  });

  it("shows nothing of what stands left of the table", () => {
    const columns = [{ index: 2, header: "email", field: "email", reason: "" }] as const;
    expect(cellMasker(columns)(["a note", "secret", "a@x.com"])).toEqual(["", "", "a@x.com"]);
    expect(cellMasker([])(["a@x.com"])).toEqual(["a@x.com"]);
  });
});
