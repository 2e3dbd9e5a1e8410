// The corrections file, out and in again: as CSV and as workbook, merged by row, refused in words where it is the wrong one.
import { openWorkbook, writeWorkbook } from "@rollcall/workbook";
import { importNumber, readTable, type Row } from "@rollcall/importer";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "../../context";
import { openTestContext, type TestContext } from "../../testing/test-context";
import { cancelImport } from "../cancel-import";
import { commitImport } from "../commit-import";
import { confirmImport } from "../confirm-import";
import { continueImport } from "../continue-import";
import { correctionsFile } from "../corrections-file";
import { csvLine } from "../csv-line";
import { listImportRows } from "../list-import-rows";
import { receiveImport } from "../receive-import";
import type { ImportRecord, ImportRowView } from "../types";
import { applyCorrections } from "./apply-corrections";
import { editImport } from "./edit-import";
import { stageFile, value } from "./edit-import.fixtures";
import { listEdits } from "./list-edits";
import { undoEdit } from "./undo-edit";

let given: TestContext;
let context: Context;
beforeAll(async () => {
  given = await openTestContext();
  context = given.context;
});
afterAll(() => given.close());

const head = "Email,Full Name,Password,Department,Send email,Group,Group\r\n";
const rows = [
  "good@x.example,Good,,Sales,yes,,",
  "bad1,=1+1,a long enough phrase,'t Hooft,no,Staff,Night",
  "good@x.example,Twice,,,yes,,",
  "bad2,Bad Two,,,yes,0012,",
];
let record: ImportRecord;
beforeEach(async () => {
  record = await stageFile(context, head + rows.join("\r\n"), "people.csv");
});

describe.each(["csv", "xlsx"] as const)("a corrections file as %s", (kind) => {
  test("holds only the rows that need attention, no passwords, and why", async () => {
    const table = await download(kind);
    expect(table[0]?.cells.slice(-3)).toEqual(["Rollcall row", "Line", "What to correct"]);
    expect(table.slice(1).map((row) => row.cells.slice(0, -1))).toEqual([
      ["bad1", "=1+1", "", "'t Hooft", "no", "Staff", "Night", named(2), "3"],
      ["good@x.example", "Twice", "", "", "yes", "", "", named(3), "4"],
      ["bad2", "Bad Two", "", "", "yes", "0012", "", named(4), "5"],
    ]);
    expect(table[1]?.cells.at(-1)).toContain("not a valid address");
  });

  test("that comes back as it went changes nothing", async () => {
    const merged = value(await merge(kind, await download(kind)));
    expect(merged).toMatchObject({ edit: null, affected: 0 });
    expect(merged.record.fingerprint).toBe(record.fingerprint);
  });

  test("that was corrected is merged in one step, whatever the order of its lines, and taken back in one", async () => {
    const before = await view();
    const [header, one, , four] = await download(kind);
    const merged = value(
      await merge(kind, [header, set(four, 0, "bad2@x.example"), set(one, 0, "bad1@x.example")]),
    );
    expect(merged).toMatchObject({
      affected: 2,
      edit: { words: `corrected.${kind} merged: 2 rows changed.`, rows: 2 },
      record: { summary: { create: 3, problem: 1 } },
    });
    const now = await view();
    expect(now.get(2)).toMatchObject({
      outcome: "create",
      cells: ["bad1@x.example", "=1+1", "••••••••", "'t Hooft", "no", "Staff", "Night"],
    });
    expect(now.get(3)).toEqual(before.get(3));
    const undone = value(await undoEdit(context, { importId: record.id }));
    expect(undone.record.summary).toEqual(record.summary);
    expect(await view()).toEqual(before);
    expect(value(await listEdits(context, { importId: record.id }))).toMatchObject([{ undone: true }]);
  });

  test("may give a new password", async () => {
    const [header, one] = await download(kind);
    const merged = value(
      await merge(kind, [header, set(set(one, 0, "bad1@x.example"), 2, "zq7 is a new phrase")]),
    );
    expect(JSON.stringify(merged)).not.toContain("zq7");
    expect(merged.rows[0]?.cells[2]).toBe("••••••••");
  });

  test("finds its rows by address where nothing names them", async () => {
    const table = await download(kind);
    const bare = table.map((row) => ({ ...row, cells: row.cells.slice(0, 7) }));
    const good = ["good@x.example", "Goody", "", "Ops", "yes", "", ""];
    const refused = await merge(kind, [bare[0], { line: 2, cells: good }]);
    expect(refused).toMatchObject({
      refusal: {
        code: "file-refused",
        message: expect.stringContaining(
          `corrected.${kind}, line 2, “Email”: 2 rows of the import`,
        ) as string,
      },
    });
    const unknown = await merge(kind, [bare[0], bare[1]]);
    expect(unknown).toMatchObject({
      refusal: { message: expect.stringContaining("no row of the import has this address") as string },
    });
    record = await stageFile(context, head + rows.slice(0, 2).join("\r\n"), "people.csv");
    expect(value(await merge(kind, [bare[0], { line: 2, cells: good }]))).toMatchObject({ affected: 1 });
  });
});

// A downloads, B corrects, A drops the file: what B corrected must not be undone unsaid.
describe.each(["csv", "xlsx"] as const)("what somebody else corrected since the download, as %s", (kind) => {
  const correct = async (rowNo: number, column: number, to: string): Promise<void> => {
    const step = { kind: "cell", rowNo, column, value: to } as const;
    value(await editImport(context, { importId: record.id, step }));
  };

  test("stays where the file says what was downloaded", async () => {
    const [header, two, three, four] = await download(kind);
    await correct(4, 0, "bad2@others.example");
    await correct(3, 1, "Corrected twice");
    const merged = value(await merge(kind, [header, set(two, 0, "bad1@x.example"), three, four]));
    expect(merged).toMatchObject({ affected: 1, bothChanged: { rows: 0, first: [] } });
    const now = await view();
    expect([2, 3, 4].map((rowNo) => now.get(rowNo)?.cells.slice(0, 2))).toEqual([
      ["bad1@x.example", "=1+1"],
      ["good@x.example", "Corrected twice"],
      ["bad2@others.example", "Bad Two"],
    ]);
  });

  test("is told where the file changes the row too, and nothing of it is overwritten unless that is asked for", async () => {
    const [header, two, , four] = await download(kind);
    await correct(4, 0, "bad2@others.example");
    const file = [header, set(two, 0, "bad1@x.example"), set(four, 0, "bad2@mine.example")];
    const merged = value(await merge(kind, file));
    expect(merged).toMatchObject({
      affected: 1,
      bothChanged: {
        rows: 1,
        first: [
          {
            rowNo: 4,
            line: 5,
            differs: [{ column: "Email", here: "bad2@others.example", file: "bad2@mine.example" }],
          },
        ],
      },
    });
    expect((await view()).get(4)?.cells[0]).toBe("bad2@others.example");
    const taken = value(await merge(kind, file, record.id, "file"));
    expect(taken).toMatchObject({ affected: 1, bothChanged: { rows: 0 } });
    expect((await view()).get(4)?.cells[0]).toBe("bad2@mine.example");
  });

  test("is no other change where both corrected it alike, or where it was taken back", async () => {
    const [header, two, , four] = await download(kind);
    await correct(4, 0, "bad2@same.example");
    await correct(2, 0, "bad1@others.example");
    value(await undoEdit(context, { importId: record.id }));
    const file = [header, set(two, 0, "bad1@x.example"), set(four, 0, "bad2@same.example")];
    expect(value(await merge(kind, file))).toMatchObject({ affected: 1, bothChanged: { rows: 0 } });
  });

  test("is never told with a password", async () => {
    const [header, two] = await download(kind);
    await correct(2, 0, "bad1@others.example");
    const merged = value(await merge(kind, [header, set(two, 2, "zq7 is a new phrase")]));
    expect(merged.bothChanged.first[0]?.differs).toEqual([
      { column: "Email", here: "bad1@others.example", file: "bad1" },
      { column: "Password", here: "••••••••", file: "••••••••" },
    ]);
    expect(JSON.stringify(merged)).not.toContain("zq7");
  });

  test("is told where it is a password too, though no file has one", async () => {
    const [header, two] = await download(kind);
    await correct(2, 2, "the colleague chose this");
    const file = [header, set(two, 2, "zq7 is a new phrase")];
    const merged = value(await merge(kind, file));
    expect(merged).toMatchObject({ affected: 0, bothChanged: { rows: 1, first: [{ rowNo: 2 }] } });
    expect(JSON.stringify(merged)).not.toMatch(/zq7|colleague/);
    const taken = value(await merge(kind, file, record.id, "file"));
    expect(taken).toMatchObject({ affected: 1, bothChanged: { rows: 0 } });
    expect(value(await merge(kind, file))).toMatchObject({ affected: 0, bothChanged: { rows: 0 } });
  });

  test("is no password that was taken back, nor one that the file leaves alone", async () => {
    const [header, two] = await download(kind);
    await correct(2, 2, "the colleague chose this");
    expect(value(await merge(kind, [header, set(two, 0, "bad1@x.example")]))).toMatchObject({ affected: 1 });
    value(await undoEdit(context, { importId: record.id }));
    value(await undoEdit(context, { importId: record.id }));
    const file = [header, set(two, 2, "zq7 is a new phrase")];
    expect(value(await merge(kind, file))).toMatchObject({ affected: 1, bothChanged: { rows: 0 } });
  });

  test("is not known of a file of an older version, which is merged as it always was", async () => {
    const [header, , , four] = await download(kind);
    await correct(4, 0, "bad2@others.example");
    const older = set(set(four, 7, `row 4 of import ${record.id}`), 0, "bad2@mine.example");
    expect(value(await merge(kind, [header, older]))).toMatchObject({ affected: 1 });
  });
});

describe("a file that is not the right one", () => {
  test.each([
    [
      "of another import",
      (t: Row[]) => [t[0], set(t[1], 7, "row 2 of import 999999")],
      "line 2, “Rollcall row”: the row belongs to IMP-999999",
    ],
    [
      "with other columns",
      (t: Row[]) => [set(t[0], 1, "Surname"), t[1]],
      "column 2, “Surname”, is none of this import",
    ],
    [
      "with the same row twice",
      (t: Row[]) => [t[0], t[1], t[1]],
      "line 3, “Rollcall row”: the same row is in the file twice",
    ],
    [
      "with a row that does not exist",
      (t: Row[]) => [t[0], set(t[1], 7, `row 77 of import ${record.id}`)],
      "the import has no such row",
    ],
    ["whose rows have lost their name", (t: Row[]) => [t[0], set(t[1], 7, "2")], "does not say which row"],
    ["with columns of nothing", () => [{ line: 1, cells: ["Rollcall row", "Line"] }], "names no column"],
  ] as [string, (table: Row[]) => (Row | undefined)[], string][])(
    "%s is refused, and nothing is merged",
    async (_, spoil, words) => {
      const before = await view();
      const refused = await merge("csv", spoil(await download("csv")));
      expect(refused).toMatchObject({
        refusal: { code: "file-refused", message: expect.stringContaining(words) as string },
      });
      expect(await view()).toEqual(before);
    },
  );

  test.each([
    ["empty", "", "empty"],
    ["a PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj", "PDF"],
    ["a quote that never closes", 'Email,Rollcall row\r\n"a,b\r\n', "line 2"],
  ])("%s", async (_, text, words) => {
    const refused = await applyCorrections(context, {
      importId: record.id,
      fileName: "x.csv",
      source: once(Buffer.from(text)),
    });
    expect(refused).toMatchObject({
      refusal: { code: "file-refused", message: expect.stringContaining(words) as string },
    });
  });
});

test("of rows that wait is merged into the import that carries them on, by the rows' numbers in the first", async () => {
  value(await confirmImport(context, { importId: record.id, fingerprint: record.fingerprint ?? "" }));
  value(await commitImport(context, { importId: record.id }));
  const [header, , , four] = await download("csv");
  const child = value(await continueImport(context, { importId: record.id }));
  const merged = value(await merge("csv", [header, set(four, 0, "bad2@y.example")], child.id));
  expect(merged).toMatchObject({ affected: 1, record: { id: child.id } });
  record = child;
  expect([...(await view()).values()].map(({ line, cells }) => [line, cells[0]])).toContainEqual([
    5,
    "bad2@y.example",
  ]);
  const other = await stageFile(context, head + rows.join("\r\n"), "other.csv");
  expect(await merge("csv", [header, four], other.id)).toMatchObject({ refusal: { code: "file-refused" } });
});

describe.each(["csv", "xlsx"] as const)("dropped as a new import, as %s", (kind) => {
  const drop = async (table: (Row | undefined)[]): Promise<ImportRecord> => {
    const source = fileOf(kind, table);
    const input = { fileName: `again.${kind}`, declaredBytes: null, options: {}, source };
    return value(await receiveImport(context, input));
  };

  test("it is refused where its rows would be taken back, in words that say where", async () => {
    const table = await download(kind);
    const ready = await drop(table);
    expect(ready).toMatchObject({ status: "FAILED", problems: [{ code: "file.corrections" }] });
    expect(ready.failure).toContain(`${importNumber(record.id)} (people.csv). It waits for review`);
    expect(ready.failure).toContain("passwords are not in this file");
    value(await confirmImport(context, { importId: record.id, fingerprint: record.fingerprint ?? "" }));
    value(await commitImport(context, { importId: record.id }));
    expect((await drop(table)).failure).toContain(`${importNumber(record.id)} (people.csv). They wait there`);
    const child = value(await continueImport(context, { importId: record.id }));
    expect((await drop(table)).failure).toContain(
      `${importNumber(child.id)} (people.csv). It waits for review`,
    );
    value(await cancelImport(context, { importId: child.id }));
    expect((await drop(table)).failure).toContain(`${importNumber(record.id)} (people.csv). They wait there`);
  });

  test("it is a file like others without that column, and where nothing waits for it", async () => {
    const table = await download(kind);
    expect((await drop(table.map((row) => ({ ...row, cells: row.cells.slice(0, 7) })))).status).toBe(
      "STAGED",
    );
    value(await cancelImport(context, { importId: record.id }));
    expect((await drop(table)).status).toBe("STAGED");
  });
});

/** What the column "Rollcall row" says. */
const named = (rowNo: number): unknown =>
  expect.stringMatching(new RegExp(`^row ${String(rowNo)} of import ${record.id} \\(as [0-9a-f]{10}\\)$`));

async function download(kind: "csv" | "xlsx"): Promise<Row[]> {
  const file = value(await correctionsFile(context, { importId: record.id, kind }));
  const parts: Uint8Array[] = [];
  for await (const chunk of file.chunks) parts.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  const table: Row[] = [];
  for await (const some of readTable(once(Buffer.concat(parts)), { openWorkbook })) table.push(...some);
  return table;
}

function set(row: Row | undefined, at: number, cell: string): Row {
  return { line: row?.line ?? 0, cells: (row?.cells ?? []).map((one, index) => (index === at ? cell : one)) };
}

async function merge(
  kind: "csv" | "xlsx",
  table: (Row | undefined)[],
  importId = record.id,
  take?: "file",
): ReturnType<typeof applyCorrections> {
  const source = fileOf(kind, table);
  return applyCorrections(context, { importId, fileName: `corrected.${kind}`, source, take });
}

function fileOf(kind: "csv" | "xlsx", table: (Row | undefined)[]): AsyncIterable<Uint8Array> {
  const cells = table.map((row) => row?.cells ?? []);
  return kind === "csv"
    ? once(Buffer.from(cells.map(csvLine).join("")))
    : writeWorkbook("xlsx", "To correct", once(cells));
}

async function* once<T>(value: T): AsyncGenerator<T> {
  await Promise.resolve();
  yield value;
}

async function view(): Promise<Map<number, ImportRowView>> {
  const page = value(await listImportRows(context, { importId: record.id, limit: 50 }));
  return new Map(page.rows.map((row) => [row.rowNo, row]));
}
