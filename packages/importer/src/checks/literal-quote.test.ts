import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRow } from "../check-row";
import { formats } from "../formats/registry";
import { quoteLiteral, unquoteLiteral } from "./literal-quote";

const odd = [
  "{clear}",
  "1E+15",
  "4,41E+11",
  "+1.5E+10",
  "#N/A",
  "#BEZUG!",
  "'{clear}",
  "''1E+15",
  " {clear}",
];

describe("the quote of a literal text", () => {
  it("comes off as it was put on, whatever the text", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom(...odd, "'t Hooft", "1E15", "'", ""));
    fc.assert(
      fc.property(text, (cell) => {
        expect(unquoteLiteral(quoteLiteral(cell)).trim()).toBe(cell.trim());
      }),
    );
  });

  it.each(["'t Hooft", "'", "''", "'1234", "{Clear}", "5e8"])("leaves %s alone", (cell) => {
    expect([quoteLiteral(cell), unquoteLiteral(cell)]).toEqual([cell, cell]);
  });

  it.each(odd)("%s, quoted, is the text that it is, and no problem", (cell) => {
    const columns = [
      ...[["Email", "email"] as const, ["Name", "fullName"] as const, ["Phone", "phone"] as const].map(
        ([header, field], index) => ({ index, header, field, reason: "" }),
      ),
      { index: 3, header: "Desk", field: "attributes" as const, part: "Desk", reason: "" },
    ];
    const cells = ["ann@example.com", "Ann ﬁ", quoteLiteral(cell), quoteLiteral(cell)];
    const { record, problems, clears, cells: kept } = checkRow(formats.rollcall, columns, { line: 2, cells });
    expect([record.phone, record.attributes?.["Desk"], clears]).toEqual([
      cell.trim(),
      cell.trim(),
      undefined,
    ]);
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(kept).toEqual(cells);
  });

  it("is no matter of passwords: they are taken as they stand", () => {
    const columns = [
      { index: 0, header: "Email", field: "email" as const, reason: "" },
      { index: 1, header: "Full Name", field: "fullName" as const, reason: "" },
      { index: 2, header: "Password", field: "password" as const, reason: "" },
    ];
    const cells = ["ann@example.com", "'{clear}", "'#N/A"];
    const checked = checkRow(formats["hosted-users"], columns, { line: 2, cells });
    expect([checked.record.fullName, checked.record.password]).toEqual(["{clear}", "'#N/A"]);
  });
});
