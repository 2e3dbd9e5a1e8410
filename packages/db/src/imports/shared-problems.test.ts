// What rows share must be read back as what was staged, row by row, wherever it is read.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bulkTransaction } from "../bulk-transaction";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { planCaller, planOptions, toStaged } from "../testing/import-fixtures";
import { findProblemRows } from "../queries/import-mail";
import { readEditable, writeEdited } from "./edit-rows";
import { insertImport, nextImportId } from "./import-records";
import { findImportRows, findProblemCauses } from "./import-rows";
import { planStagedImport } from "./plan-import";
import { stageRows } from "./stage-rows";
import type { StagedRow } from "./staged-row";

let given: TestDatabase;
let database: Database;
beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "shared problems test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

const frozen = ["Yes", "No"].map((value) => Object.freeze({ value }));
const text = fc.string({ unit: fc.constantFrom("a", "\\", '"', "\t", "é", "😀"), maxLength: 4 });
/** `offset`: how far from the row's line the problem is, which is mostly not at all. */
const told = fc.record({
  offset: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.constantFrom(1, null)),
  column: fc.constantFrom("Password", "", null),
  field: fc.constantFrom("email", "password"),
  code: fc.constantFrom("password.no-way-in", "email.invalid", "name.missing"),
  severity: fc.constantFrom("warning", "error"),
  params: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, fc.record({ value: text })),
  fix: fc.oneof(fc.constant(null), fc.constantFrom(...frozen), fc.record({ value: text })),
});
const rowProblems = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.array(told, { minLength: 1, maxLength: 1 }) },
    fc.array(told, { maxLength: 3 }),
  ),
  { minLength: 1, maxLength: 30 },
);

interface Told {
  code: string;
  field: string;
  severity: string;
}

test("rows, errors and causes are those that were staged, before an edit and after", async () => {
  await fc.assert(
    fc.asyncProperty(rowProblems, async (drawn) => {
      const rows = drawn.map((problems, index) => stagedRow(index + 1, problems));
      const importId = await stage(rows);
      const problems = rows.map((row) => row.problems);
      await planStagedImport(database, importId, planCaller(planOptions()));

      const read = await findImportRows(database.prisma, { importId, outcomes: [], after: 0, limit: 100 });
      expect(read.map((row) => row.rowProblems)).toEqual(problems);
      expect(await errorsOf(importId)).toEqual(
        problems.map((all) => all?.filter(isError) ?? []).filter((all) => all.length > 0),
      );
      const causes = await findProblemCauses(database.prisma, importId);
      expect(
        new Map(causes.map(({ code, field, rows: count }) => [`${code}|${String(field)}`, count])),
      ).toEqual(countCauses(problems));

      // Corrected rows say what the step says, and nothing that was shared comes back.
      await bulkTransaction(database, async (client) => {
        const edit = await client.query<{ id: string }>(
          `INSERT INTO import_edit (import_id, step, by_name) VALUES ($1, '{}', 'Test') RETURNING id`,
          [importId],
        );
        const all = { rowNos: null, outcomes: [], search: null, cause: null };
        for await (const chunk of readEditable(client, importId, all)) {
          expect(chunk.map((row) => row.problems)).toEqual(
            chunk.map(({ rowNo }) => problems[rowNo - 1] ?? null),
          );
        }
        const edited = rows.filter(({ rowNo }) => rowNo % 2 === 0);
        await writeEdited(
          client,
          importId,
          edit.rows[0]?.id ?? "",
          edited.map((row) => ({ ...row, ...unedited, problems: null })),
        );
      });
      const after = await findImportRows(database.prisma, { importId, outcomes: [], after: 0, limit: 100 });
      expect(after.map((row) => row.rowProblems)).toEqual(
        problems.map((all, index) => (index % 2 === 1 ? null : all)),
      );
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("a file whose rows have the same problem keeps it once", async () => {
  const noWayIn = { offset: 0, column: null, field: "password", code: "password.no-way-in" };
  const problem = { ...noWayIn, severity: "warning", params: {}, fix: null };
  const importId = await stage([1, 2, 3].map((rowNo) => stagedRow(rowNo, [problem])));
  const kept = await database.pool.query<{ shared: unknown[]; own: string }>(
    `SELECT i.shared_problems AS shared, (SELECT count(r.problems) FROM import_row r WHERE r.import_id = i.id) AS own FROM import i WHERE id = $1`,
    [importId],
  );
  expect(kept.rows[0]?.shared).toHaveLength(1);
  expect(kept.rows[0]?.own).toBe("0");
});

const unedited = { decision: null, linkAccountId: null, original: null, added: null };

function stagedRow(
  rowNo: number,
  problems: readonly { offset: number | null; severity: string }[],
): StagedRow {
  const line = rowNo * 2;
  const own = problems.map(({ offset, ...problem }) => ({
    line: offset === null ? null : line + offset,
    ...problem,
  }));
  const row = { rowNo, line, email: `p${String(rowNo)}@x.example`, fullName: "P", hasPassword: true };
  const plain = { department: null, groups: null, hasError: own.some(isError) };
  return { ...toStaged({ ...row, ...plain }), problems: own.length === 0 ? null : own };
}

const isError = (problem: unknown): boolean => (problem as Told).severity === "error";

async function stage(rows: readonly StagedRow[]): Promise<bigint> {
  const importId = await nextImportId(database);
  await insertImport(database, importId, {
    ...{ createdById: null, createdByName: "Test", fileName: "t.csv", fileBytes: null },
    ...{ options: {}, sealedKey: new Uint8Array(1) },
  });
  const batches = (async function* () {
    await Promise.resolve();
    yield rows;
  })();
  await stageRows(database, importId, batches, () => ({
    file: { rows: rows.length, blankRows: 0, fileBytes: 1, fileSha256: "" },
    ...{ formatId: "hosted-users", recognition: {}, problems: [] },
  }));
  return importId;
}

async function errorsOf(importId: bigint): Promise<unknown[]> {
  const rows = await findProblemRows(database.prisma, importId, 0, 100);
  return rows.map(({ problems }) => problems);
}

/** Rows by cause; a way in is asked of new accounts only, and of those that need attention. */
function countCauses(problems: readonly (readonly unknown[] | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const all of problems) {
    const keys = new Set(((all ?? []) as Told[]).map(({ code, field }) => `${code}|${field}`));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
