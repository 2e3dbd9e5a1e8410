// Damaged text: what is told of which value, and what the fix makes of it.
import { describe, expect, it } from "vitest";
import { custom } from "../formats/custom";
import { hostedUsers } from "../formats/hosted-users";
import { applyFix } from "../set-cell";
import { checkRow } from "../check-row";
import type { FieldName } from "../model/record";
import type { CheckedRow } from "../model/row";

function check(field: FieldName, cell: string, errorCells?: number[]): CheckedRow {
  const columns = [
    { index: 0, header: "Email", field: "email" as const, reason: "" },
    { index: 1, header: "Name", field: "fullName" as const, reason: "" },
    { index: 2, header: "X", field, reason: "", ...(field === "attributes" && { part: "x" }) },
  ];
  const row = { line: 2, cells: ["a@x.com", "Jane", cell], ...(errorCells && { errorCells }) };
  return checkRow(custom, columns, row);
}

describe("the rules of text", () => {
  it.each<[FieldName, string, string | null, string | null]>([
    ["department", "JosÃ©", "text.double-encoded", "José"],
    ["department", "MÃ¼ller & SÃ¶hne", "text.double-encoded", "Müller & Söhne"],
    ["department", "JosÃƒÂ©", "text.double-encoded", "José"],
    ["department", "José", null, null],
    ["department", "São Ångström", null, null],
    ["department", "Night\u00a0shift", "text.odd-space", "Night shift"],
    ["department", "山田　太郎", null, null],
    ["department", "“Sales”", "text.smart-quotes", "Sales"],
    ["department", "„Vertrieb“", "text.smart-quotes", "Vertrieb"],
    ["department", "D’Arcy ‘n’ Co", null, null],
    ["department", "Sal\u200bes", "text.invisible", "Sales"],
    ["department", "Sa\u202eles", "text.invisible", "Sales"],
    ["department", "Sales\u200d", "text.invisible", "Sales"],
    ["department", "می\u200cخواهم", null, null],
    ["department", "👩\u200d💻", null, null],
    ["phone", "4.41E+11", "cell.number-damaged", null],
    ["phone", "4,41E+11", "cell.number-damaged", null],
    ["attributes", "4.41E+11", "cell.number-damaged", null],
    ["username", "1E+15", "cell.number-damaged", null],
    ["username", "5e8", null, null],
    ["phone", "+47 900 55 018", null, null],
    ["groups", "1-Mar", "cell.date-damaged", null],
    ["groups", "Mär 01", "cell.date-damaged", null],
    ["username", "01. Mrz", "cell.date-damaged", null],
    ["groups", "Mar-26", "cell.date-damaged", null],
    ["groups", "March 2026 intake", null, null],
    ["groups", "Group 12", null, null],
    ["department", "1-Mar", null, null],
    ["department", "#N/A", "cell.spreadsheet-error", null],
    ["groups", "#REF!", "cell.spreadsheet-error", null],
    ["department", "#FORMULA!", "cell.spreadsheet-error", null],
    ["phone", "1.23456789012346E+19", "cell.number-damaged", null],
    ["department", "#1 team", null, null],
  ])("%s %j: %s", (field, cell, code, fixed) => {
    const row = check(field, cell);
    expect(row.problems.map((problem) => problem.code)).toEqual(code === null ? [] : [code]);
    const fix = row.problems[0]?.fix ?? null;
    expect(fix?.value ?? null).toBe(fixed);
    if (fix === null) return;
    const columns = [{ index: 0, header: "X", field, reason: "" }];
    expect(applyFix(columns, { line: 2, cells: [cell] }, fix).cells).toEqual([fixed]);
  });

  it("tells an error of the spreadsheet instead of what else is wrong with its cell", () => {
    const row = checkRow(
      hostedUsers,
      check("department", "").cells.map((_, index) => ({
        index,
        header: ["Email", "Full Name", "Send email"][index] ?? "",
        field: (["email", "fullName", "sendWelcome"] as const)[index] ?? null,
        reason: "",
      })),
      { line: 2, cells: ["#N/A", "#NV", "Yes"], errorCells: [1] },
    );
    expect(row.problems.map(({ code, field }) => [code, field])).toEqual([
      ["cell.spreadsheet-error", "email"],
      ["cell.spreadsheet-error", "fullName"],
    ]);
  });

  it("never looks at passwords", () => {
    expect(check("password", "“JosÃ©-Tidal-58”").problems).toEqual([]);
  });
});
