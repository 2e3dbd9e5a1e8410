// Last month's corrections, made again on this month's file.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../context";
import { run } from "../../testing/cast";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { commitImport } from "../commit-import";
import { confirmImport } from "../confirm-import";
import { listImportRows } from "../list-import-rows";
import type { ImportRecord } from "../types";
import { editImport } from "./edit-import";
import { stageFile, value } from "./edit-import.fixtures";
import { listEdits } from "./list-edits";
import type { AskedStep } from "./plan-step";
import { applyRecipe, findRecipes, previewRecipe } from "./recipes";

let given: TestContext;
let context: Context;
let june: ImportRecord;
beforeAll(async () => {
  given = await openTestContext();
  context = given.context;
  june = await stageFile(
    context,
    `Email,Full Name,Password,Department,Send email\r\n${lines.join("\r\n")}`,
    "june.csv",
  );
  for (const step of steps) value(await editImport(context, { importId: june.id, step }));
  const ready = value(await editImport(context, { importId: june.id, step: steps[0] ?? nothing })).record;
  value(await confirmImport(context, { importId: june.id, fingerprint: ready.fingerprint ?? "" }));
  value(await commitImport(context, { importId: june.id }));
});
afterAll(() => given.close());

const lines = [
  "ann@x.example,Ann,,Slaes,yes",
  "bob(at)x.example,Bob,,Sales,yes",
  "cid@x.example,Cid,,IT,yes",
  "dee@x.example,Dee,,IT,yes",
];
const steps: AskedStep[] = [
  { kind: "cell", rowNo: 1, column: 3, value: "Sales" },
  { kind: "cell", rowNo: 2, column: 0, value: "bob@x.example" },
  {
    kind: "replace",
    column: 3,
    find: "IT",
    replace: "Computing",
    matchCase: true,
    wholeCell: true,
    rows: { filter: { outcomes: [], search: null, cause: null } },
  },
  { kind: "decide", decision: "skip", rows: { rowNos: [4] } },
  { kind: "cell", rowNo: 3, column: 2, value: "a phrase that nobody keeps" },
];
const nothing: AskedStep = { kind: "decide", decision: null, rows: { rowNos: [1] } };

describe("a recipe", () => {
  test("gives nobody the address, the name or the department of somebody else who had no address either", async () => {
    const head = "Email,Full Name,Department\r\n";
    const may = await stageFile(context, `${head},Ada Missing,Lbas\r\ngus@y.example,Gus,Lab\r\n`, "may.csv");
    for (const step of [
      { kind: "cell", rowNo: 1, column: 1, value: "Ada Lovelace" },
      { kind: "cell", rowNo: 1, column: 2, value: "Labs" },
      { kind: "cell", rowNo: 1, column: 0, value: "ada@y.example" },
    ] as AskedStep[])
      value(await editImport(context, { importId: may.id, step }));
    const ready = value(await editImport(context, { importId: may.id, step: nothing })).record;
    value(await confirmImport(context, { importId: may.id, fingerprint: ready.fingerprint ?? "" }));
    value(await commitImport(context, { importId: may.id }));
    const rows = ",Zoe Other,Lbas\r\n,Ada Missing,Ops\r\n,Yan Third,Ops\r\n";
    const next = await stageFile(context, head + rows, "next.csv");
    expect(value(await applyRecipe(context, { importId: next.id, fromImportId: may.id }))).toMatchObject({
      applied: 0,
      skipped: 3,
    });
    const page = value(await listImportRows(context, { importId: next.id, limit: 10 }));
    expect(page.rows.map((row) => row.cells.join())).toEqual(rows.trim().split("\r\n"));
  });

  test("leaves a row that a replacement would make too long as it is, plays the rest, and its preview says as many", async () => {
    const head = "Email,Full Name,Group\r\n";
    const may = await stageFile(context, `${head}hal@z.example,nn,Staff\r\n`, "short.csv");
    const step: AskedStep = {
      ...{ kind: "replace", column: 1, find: "n", replace: "nine letters", matchCase: true },
      ...{ wholeCell: false, rows: { filter: { outcomes: [], search: null, cause: null } } },
    };
    const ready = value(await editImport(context, { importId: may.id, step })).record;
    value(await confirmImport(context, { importId: may.id, fingerprint: ready.fingerprint ?? "" }));
    value(await commitImport(context, { importId: may.id }));
    const long = "n".repeat(65_530);
    const rows = `ida@z.example,${long},Staff\r\njan@z.example,nn,Staff\r\n`;
    const next = await stageFile(context, head + rows, "long.csv");
    const input = { importId: next.id, fromImportId: may.id };
    expect(value(await previewRecipe(context, input))).toMatchObject([{ rows: 1 }]);
    expect(value(await applyRecipe(context, input))).toMatchObject({ applied: 1, skipped: 0, affected: 1 });
    const page = value(await listImportRows(context, { importId: next.id, limit: 10 }));
    expect(page.rows.map((row) => row.cells[1])).toEqual([long, "nine letters".repeat(2)]);
  });

  test("is offered for a file with the same headings in any order, and to no other", async () => {
    const july = await stageFile(
      context,
      "Full Name,email,Department,Send email,Password\r\nEve,eve@x.example,IT,yes,",
      "july.csv",
    );
    expect(value(await findRecipes(context, { importId: july.id }))).toMatchObject([
      { importId: june.id, fileName: "june.csv", steps: 4 },
    ]);
    const other = await stageFile(context, "Email,Full Name\r\neve@x.example,Eve", "other.csv");
    expect(value(await findRecipes(context, { importId: other.id }))).toEqual([]);
    expect(await applyRecipe(context, { importId: other.id, fromImportId: "999" })).toMatchObject({
      refusal: { code: "not-found" },
    });
  });

  test("is played: cells where the same address says the same, the others as they were asked for", async () => {
    const july = await stageFile(
      context,
      "Full Name,Email,Department,Send email,Password\r\n" +
        [
          "New,new@x.example,IT,yes,",
          "Dee,dee@x.example,Ops,yes,",
          "Ann,ANN@x.example,Slaes,yes,",
          "Bob,bob(at)x.example,Sales,yes,",
        ].join("\r\n"),
      "july.csv",
      { mode: "upsert" },
    );
    const played = value(await applyRecipe(context, { importId: july.id, fromImportId: june.id }));
    expect(played).toMatchObject({ applied: 4, skipped: 0, affected: 4 });
    const page = value(await listImportRows(context, { importId: july.id, limit: 10 }));
    expect(page.rows.map((row) => [row.cells[1], row.cells[2], row.decision])).toEqual([
      ["new@x.example", "Computing", null],
      ["dee@x.example", "Ops", "skip"],
      ["ANN@x.example", "Sales", null],
      ["bob@x.example", "Sales", null],
    ]);
    expect(value(await listEdits(context, { importId: july.id }))).toHaveLength(4);
  });

  test("leaves out nobody whom a filter finds, unless that step is chosen: then it was one row, now it is another", async () => {
    const head = "Email,Full Name,Phone\r\n";
    const may = await stageFile(context, `${head}good@w.example,Good,1\r\nnobody,Bad,2\r\n`, "swept.csv");
    const every = { filter: { outcomes: ["problem" as const], search: null, cause: null } };
    value(
      await editImport(context, {
        importId: may.id,
        step: { kind: "cell", rowNo: 1, column: 1, value: "Goody" },
      }),
    );
    const step = { kind: "decide", decision: "skip", rows: every } as const;
    const ready = value(await editImport(context, { importId: may.id, step })).record;
    value(await confirmImport(context, { importId: may.id, fingerprint: ready.fingerprint ?? "" }));
    value(await commitImport(context, { importId: may.id }));
    const rows = "no address,Ann,1\r\nnone,Bob,2\r\ngood@w.example,Good,3\r\n";
    const next = await stageFile(context, head + rows, "next-swept.csv", { mode: "upsert" });
    const from = { importId: next.id, fromImportId: may.id };
    const shown = value(await previewRecipe(context, from));
    expect(shown.map(({ words, rows: touched, sweeping }) => [words, touched, sweeping])).toEqual([
      ["Line 2: Full Name changed from “Good” to “Goody”.", 1, false],
      ["Line 3 left out.", 2, true],
    ]);
    expect(value(await applyRecipe(context, from))).toMatchObject({ applied: 1, skipped: 0, affected: 1 });
    const page = value(await listImportRows(context, { importId: next.id, limit: 10 }));
    expect(page.rows.map(({ decision }) => decision)).toEqual([null, null, null]);
    const steps = shown.slice(1).map(({ id }) => id);
    const swept = value(await applyRecipe(context, { ...from, steps }));
    expect(swept).toMatchObject({ applied: 1, affected: 2, record: { summary: { skip: 2 } } });
  });

  test("is found behind more than fifty newer ones of other headings", async () => {
    const file = await stageFile(context, "Email,Full Name,Room\r\na@r.example,Ann,9", "rooms.csv");
    const step = { kind: "cell", rowNo: 1, column: 1, value: "Anna" } as const;
    const ready = value(await editImport(context, { importId: file.id, step })).record;
    value(await confirmImport(context, { importId: file.id, fingerprint: ready.fingerprint ?? "" }));
    value(await commitImport(context, { importId: file.id }));
    await run(
      given,
      `WITH other AS (
         INSERT INTO import (status, created_by_name, file_name, file_bytes, format_id, recognition, options, ended_at, staged_at)
         SELECT 'COMPLETED', 'X', 'other.csv', 1, format_id, '{"columns": []}', options, now(), now() FROM import, generate_series(1, 60) WHERE id = $1
         RETURNING id)
       INSERT INTO import_edit (import_id, step, rows, by_name) SELECT id, '{"kind": "fix", "cause": "x"}', 0, 'X' FROM other`,
      file.id,
    );
    const again = await stageFile(context, "Email,Full Name,Room\r\na@r.example,Ann,9", "rooms-2.csv");
    expect(value(await findRecipes(context, { importId: again.id }))).toMatchObject([{ importId: file.id }]);
    const played = await applyRecipe(context, { importId: again.id, fromImportId: file.id });
    expect(value(played)).toMatchObject({ applied: 1 });
  });

  test("leaves alone what was put right, and counts what it did not find", async () => {
    const july = await stageFile(
      context,
      "Email,Full Name,Password,Department,Send email\r\nann@x.example,Ann,,Marketing,yes",
      "july.csv",
      { mode: "upsert" },
    );
    const played = value(await applyRecipe(context, { importId: july.id, fromImportId: june.id }));
    expect(played).toMatchObject({ edit: null, applied: 0, skipped: 4, affected: 0 });
    expect(played.record.fingerprint).toBe(july.fingerprint);
  });
});
