// Rows corrected before the commit, on a real database: every kind of step, what depends on it, and taking it back.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "../../context";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { listImportRows } from "../list-import-rows";
import type { ImportRecord } from "../types";
import { stageFile, value } from "./edit-import.fixtures";
import { editImport } from "./edit-import";
import type { AskedStep } from "./plan-step";
import type { EditResult } from "./types";

let given: TestContext;
let context: Context;
beforeAll(async () => {
  given = await openTestContext();
  context = given.context;
});
afterAll(() => given.close());

const head = "Email,Full Name,Password,Department,Send email,Group,Group\r\n";
const rows = [
  "ann@x.example,Ann Alder,,Slaes,Yes,Staff,Night",
  "bob@x.example,Bob Birch,a long enough phrase,Sales,no,Staff,",
  "ann@x.example,Ann Again,,,Yes,,",
  "nobody,Cid Cedar,,,Yes,,",
  "dee@x.example,Dee Dogwood,,Sales,yess,,",
  "eve @x.example,Eve Elm,,Sales,yess,,",
];
let record: ImportRecord;
beforeEach(async () => {
  record = await stageFile(context, head + rows.join("\r\n"), "people.csv");
});

describe("one cell", () => {
  test("is written, checked and planned again at once", async () => {
    const result = await edit({ kind: "cell", rowNo: 4, column: 0, value: "cid@x.example" });
    expect(result).toMatchObject({
      affected: 1,
      edit: { rows: 1, undone: false, words: "Line 5: Email changed from “nobody” to “cid@x.example”." },
      record: { summary: { create: 3, problem: 3 } },
    });
    expect(result.record.fingerprint).not.toBe(record.fingerprint);
    expect(result.rows.find((row) => row.rowNo === 4)).toMatchObject({
      outcome: "create",
      email: "cid@x.example",
      cells: ["cid@x.example", "Cid Cedar", "", "", "Yes", "", ""],
      original: ["nobody", "Cid Cedar", "", "", "Yes", "", ""],
      problems: [],
    });
  });

  test("that mends one of two duplicates makes the other well", async () => {
    const before = await rowsByNumber();
    expect(before.get(3)?.problems[0]?.code).toBe("email.duplicate");
    const result = await edit({ kind: "cell", rowNo: 1, column: 0, value: "anna@x.example" });
    expect(result.record.summary).toMatchObject({ problem: 3 });
    expect((await rowsByNumber()).get(3)).toMatchObject({ outcome: "create", problems: [] });
  });
});

async function edit(step: AskedStep): Promise<EditResult> {
  return value(await editImport(context, { importId: record.id, step }));
}

async function rowsByNumber(): Promise<Map<number, EditResult["rows"][number]>> {
  const page = value(await listImportRows(context, { importId: record.id, limit: 200 }));
  return new Map(page.rows.map((row) => [row.rowNo, row]));
}
