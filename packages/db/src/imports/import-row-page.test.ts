import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bulkTransaction } from "../bulk-transaction";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { dropOldReviewIndexes, findReviewIndexWork, makeReviewSegment } from "./build-review-index";
import { insertImport, nextImportId } from "./import-records";
import {
  countRows,
  findReviewFacts,
  findRowAt,
  findRowPage,
  type ReviewFacts,
  type RowPageQuery,
} from "./import-row-page";
import type { StoredOutcome } from "./import-rows";
import { markRowsSql } from "./mark-rows-sql";
import { findClaims, refreshReviewIndex } from "./review-index";

const rowCount = 600;
let given: TestDatabase;
let db: Database;
let importId: bigint;

interface Row {
  rowNo: number;
  cells: string[];
  outcome: StoredOutcome;
  cause: string | null;
}

const names = [
  "Ann Tall",
  "José Łuk",
  "Mehta_100%",
  "İpek ÇAĞ",
  "王 小明",
  "qz",
  "Bo\\Small",
  "Rene\u0301 Mac",
];
const outcomes: StoredOutcome[] = ["CREATE", "UPDATE", "UNCHANGED", "SKIP", "PROBLEM"];
const rows: Row[] = Array.from({ length: rowCount }, (_, index) => {
  const rowNo = index + 1;
  return {
    rowNo,
    cells: [`p${String(rowNo)}@x.example`, names[(index * 7 + (index >> 5)) % names.length] ?? ""],
    outcome: rowNo % 97 === 0 ? "PROBLEM" : (outcomes[(rowNo >> 6) % 4] ?? "CREATE"),
    cause: rowNo % 97 === 0 ? "email.invalid|email|" : rowNo % 5 === 0 ? "department.new|department|" : null,
  };
});

beforeAll(async () => {
  given = await testDatabase();
  db = openDatabase(given.url, { name: "test" });
  importId = await nextImportId(db);
  await insertImport(db, importId, {
    createdById: null,
    createdByName: "Test",
    fileName: "test.csv",
    fileBytes: null,
    options: {},
    sealedKey: new Uint8Array(1),
  });
  for (const row of rows) {
    await db.pool.query(
      `INSERT INTO import_row (import_id, row_no, line, cells, has_error, email_key, alias_keys) VALUES ($1, $2, $2, $3, false, $4, $5)`,
      [
        importId,
        row.rowNo,
        row.cells,
        row.cells[0],
        row.rowNo % 50 === 0 ? [`a${String(row.rowNo)}@x.example`] : null,
      ],
    );
    await db.pool.query(`INSERT INTO import_plan_row (import_id, row_no, outcome) VALUES ($1, $2, $3)`, [
      importId,
      row.rowNo,
      row.outcome,
    ]);
    if (row.cause !== null)
      await db.pool.query(markRowsSql("SELECT $2::text, $3::int"), [importId, row.cause, row.rowNo]);
  }
  const count = (of: (row: Row) => boolean) => rows.filter(of).length;
  // 20,001 rows: as many as have an index, though only a few of them are there.
  await db.pool.query(
    `UPDATE import SET status = 'READY', planned_at = now() - interval '1 minute', rows = 20001, summary = $2, causes = $3 WHERE id = $1`,
    [
      importId,
      JSON.stringify(
        Object.fromEntries(outcomes.map((o) => [o.toLowerCase(), count((row) => row.outcome === o)])),
      ),
      JSON.stringify(
        ["email.invalid|email|", "department.new|department|"].map((cause) => ({
          cause,
          code: cause.split("|")[0],
          rows: count((row) => row.cause === cause),
        })),
      ),
    ],
  );
});
afterAll(async () => {
  await db.close();
  await given.drop();
});

const facts = async (): Promise<ReviewFacts> => {
  const found = await findReviewFacts(db, importId);
  if (found === null) throw new Error("no import");
  return found;
};

type Filters = Omit<RowPageQuery, "importId" | "from" | "backwards" | "limit">;
const filters: fc.Arbitrary<Filters> = fc.record({
  outcomes: fc.subarray(outcomes, { maxLength: 3 }),
  search: fc.constantFrom(
    null,
    "ann",
    "TALL",
    "z",
    "qz",
    "zq",
    "_100%",
    "\\s",
    "p59",
    "3@x.example",
    "İpek",
    "ipek",
    "çağ",
    "łuk",
    "rené",
    "RENE\u0301 m",
    "rene",
    "王",
    "nobody at all",
  ),
  cause: fc.constantFrom(
    null,
    null,
    "email.invalid|email|",
    "department.new|department|",
    "name.missing|fullName|",
  ),
  problemCode: fc.constantFrom(null, null, null, "email.invalid", "name.missing"),
});

/** What ILIKE means by the same letter here: one by one, in small. */
const fold = (text: string) => Array.from(text, (letter) => letter.toLowerCase().charAt(0)).join("");

/** é as one letter and as two are the same where the search has one that is not ASCII. */
const isAscii = (text: string) => /^\p{ASCII}*$/u.test(text);
const holds = (text: string, search: string) =>
  isAscii(search)
    ? fold(text).includes(fold(search))
    : fold(text.normalize("NFC")).includes(fold(search.normalize("NFC")));

function meets(row: Row, { outcomes: chosen, search, cause, problemCode }: Filters): boolean {
  return (
    (chosen.length === 0 || chosen.includes(row.outcome)) &&
    (search === null || holds(row.cells.join(" "), search)) &&
    (cause === null || row.cause === cause) &&
    (cause !== null || problemCode === null || row.cause?.startsWith(`${problemCode}|`) === true)
  );
}

async function readAll(asked: Filters, backwards: boolean, limit: number): Promise<number[]> {
  const known = await facts();
  const found: number[] = [];
  let from: number | null = backwards ? 2_000_000_000 : 0;
  while (from !== null) {
    const page: Awaited<ReturnType<typeof findRowPage>> = await findRowPage(
      db,
      { ...asked, importId, from, backwards, limit },
      known,
      { patience: 0, window: 64 },
    );
    const numbers = page.rows.map((row) => row.rowNo);
    expect(numbers.length).toBeLessThanOrEqual(limit);
    if (backwards) found.unshift(...numbers);
    else found.push(...numbers);
    from = page.more;
  }
  return found;
}

const samePages = async (runs: number) => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.boolean(),
      fc.integer({ min: 1, max: 200 }),
      async (asked, backwards, limit) => {
        const expected = rows.filter((row) => meets(row, asked)).map((row) => row.rowNo);
        expect(await readAll(asked, backwards, limit)).toEqual(expected);
      },
    ),
    { numRuns: runs },
  );
};

// One after the other: without an index, with one, and after an edit.
describe("pages of the review", { concurrent: false }, () => {
  test("hold every row that meets the filters, in both directions, however short they come back", async () => {
    await samePages(40);
  });

  test("know how many rows there are where the plan has counted them, and find the one at a place", async () => {
    const known = await facts();
    const ask = (fields: Partial<Filters>): RowPageQuery => ({
      importId,
      outcomes: [],
      search: null,
      cause: null,
      problemCode: null,
      from: 0,
      backwards: false,
      limit: 10,
      ...fields,
    });
    for (const fields of [
      { outcomes: ["UPDATE"] as const },
      { cause: "department.new|department|" },
      { problemCode: "email.invalid" },
    ]) {
      const asked = ask({ ...fields });
      const own = rows.filter((row) => meets(row, asked));
      expect(countRows(asked, known)).toBe(own.length);
      for (const place of [0, 3, own.length - 1])
        expect(await findRowAt(db, asked, known, place)).toEqual({ rowNo: own[place]?.rowNo, exact: true });
      expect(await findRowAt(db, asked, known, own.length)).toBeNull();
    }
    expect(countRows(ask({ search: "ann" }), known)).toBeNull();
    expect(countRows(ask({ cause: "email.invalid|email|", outcomes: ["UPDATE"] }), known)).toBeNull();
    const two = ask({ outcomes: ["UPDATE", "CREATE"] });
    expect((await findRowAt(db, two, known, 10))?.exact).toBe(false);
  });

  test("are the same with an index", async () => {
    const work = await findReviewIndexWork(db, 2);
    expect(work).toEqual({ importId, segment: 0, rows: 20_001 });
    if (work === null) return;
    expect(await findReviewIndexWork(db, 120)).toBeNull();
    expect(await makeReviewSegment(db, work)).toBe(true);
    expect(await findReviewIndexWork(db, 2)).toBeNull();
    await samePages(60);
    expect(await claims(["p7@x.example", "a550@x.example", "nobody@x.example"])).toEqual([
      { key: "p7@x.example", rowNo: 7 },
      { key: "a550@x.example", rowNo: 550 },
    ]);
  });

  test("find what an edit wrote, though the index does not know it yet", async () => {
    const edited = rows[299];
    if (edited === undefined) throw new Error("no row");
    edited.cells = ["ipek@x.example", "nobody at all"];
    await bulkTransaction(db, async (client) => {
      await client.query(
        `UPDATE import_row SET cells = $3, email_key = $4 WHERE import_id = $1 AND row_no = $2`,
        [importId, edited.rowNo, edited.cells, edited.cells[0]],
      );
      await refreshReviewIndex(client, importId, { rowNos: [edited.rowNo] });
    });
    await samePages(40);
    expect(await claims(["ipek@x.example"])).toEqual([{ key: "ipek@x.example", rowNo: 300 }]);
  });

  test("are made again by nobody while an edit of the same rows is under way: it would be lost", async () => {
    const work = { importId, segment: 0, rows: 20_001 };
    const outcome = await bulkTransaction(db, async (client) => {
      await refreshReviewIndex(client, importId, { rowNos: [300] });
      // It waits for us, sees that its moment is past, and leaves all as it was.
      const making = makeReviewSegment(db, work);
      await untilSomebodyWaits();
      return { making };
    });
    expect(await outcome.making).toBe(false);
    const left = await db.pool.query(`SELECT block FROM review_block WHERE import_id = $1`, [importId]);
    expect(left.rows).toEqual([{ block: 4 }]);
    expect(await makeReviewSegment(db, work)).toBe(true);
    expect((await db.pool.query(`SELECT FROM review_block WHERE import_id = $1`, [importId])).rowCount).toBe(
      0,
    );
    await samePages(20);
  });

  test("lose their index a day after the import ended", async () => {
    await db.pool.query(
      `UPDATE import SET status = 'COMPLETED', ended_at = now() - interval '23 hours' WHERE id = $1`,
      [importId],
    );
    expect(await dropOldReviewIndexes(db)).toBe(0);
    await db.pool.query(`UPDATE import SET ended_at = now() - interval '25 hours' WHERE id = $1`, [importId]);
    expect(await dropOldReviewIndexes(db)).toBe(1);
    expect((await facts()).indexed).toBe(false);
    await samePages(10);
  });
});

async function claims(keys: string[]) {
  return bulkTransaction(db, (client) => findClaims(client, importId, keys));
}

/** Asked on a connection of its own: in a transaction the answer would stay the same. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await db.pool.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if ((waiting.rowCount ?? 0) > 0) return;
  }
}
