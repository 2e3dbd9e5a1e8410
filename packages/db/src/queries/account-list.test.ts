import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { listAccountRows, type AccountListQuery, type ListBounds } from "./account-list";
import type { AfterAccount } from "./account-order";

// With bounds this small a few hundred accounts take the ways that else a million take.
const tiny: ListBounds = { sortUpTo: 5, patience: 0, least: 6, first: 12, window: 12, windowByCreation: 15 };

let given: TestDatabase;
let db: Database;
beforeAll(async () => {
  given = await testDatabase();
  db = openDatabase(given.url, { name: "test" });
  await db.pool.query(
    `INSERT INTO department (name, name_key) SELECT 'D' || i, 'd' || i FROM generate_series(1, 4) i`,
  );
  await db.pool.query(
    `INSERT INTO "group" (name, name_key) SELECT 'G' || i, 'g' || i FROM generate_series(1, 3) i`,
  );
  await db.pool.query(`INSERT INTO service_plan (name, name_key) VALUES ('P', 'p')`);
  await db.pool.query(
    `INSERT INTO account (full_name, source, role, admin_role, enabled, has_password, department_id, plan_id, created_at, last_seen_at)
     SELECT (ARRAY['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Tomasz'])[1 + (i / 20) % 6] || ' ' || (ARRAY['Tall', 'Small', 'Ann'])[1 + i % 3],
            (ARRAY['MANUAL', 'IMPORTED'])[1 + i % 2]::"AccountSource", (CASE WHEN i % 9 = 0 THEN 'ADMINISTRATOR' ELSE 'USER' END)::"Role",
            (CASE WHEN i % 18 = 0 THEN 'FULL' END)::"AdminRole", i % 5 <> 0, i % 3 = 0, NULLIF(i % 5, 4) + 1,
            CASE WHEN i % 4 = 0 THEN 1 END,
            now() - (i % 8) * interval '1 day', CASE WHEN i % 3 <> 0 THEN now() - (i % 4) * interval '1 hour' END
       FROM generate_series(1, 240) i`,
  );
  await db.pool.query(
    `INSERT INTO address (key, email, account_id) SELECT 'x' || id % 5 || '.' || id || '@m' || id % 2 || '.example', 'e', id FROM account`,
  );
  await db.pool.query(
    `INSERT INTO membership SELECT a.id, g.id FROM account a JOIN "group" g ON (a.id + g.id) % 2 = 0`,
  );
  await db.pool.query("ANALYZE");
});
afterAll(async () => {
  await db.close();
  await given.drop();
});

const filters = fc.record({
  status: fc.constantFrom(null, null, 0, 1, 2, 3),
  role: fc.constantFrom(null, null, "USER", "ADMINISTRATOR"),
  adminRole: fc.constantFrom(null, null, null, "FULL", "BASIC"),
  source: fc.constantFrom(null, null, "MANUAL", "IMPORTED", "DIRECTORY"),
  departmentId: fc.constantFrom<bigint | "none" | null>(null, null, 1n, 4n, "none", 99n),
  groupId: fc.constantFrom(null, null, 2n, 99n),
  planId: fc.constantFrom(null, null, null, 1n, 99n),
  importId: fc.constantFrom(null, null, null, 7n),
} as const);
const words = fc.constantFrom(
  null,
  null,
  ["a"],
  ["ann"],
  ["tomasz"],
  ["ann", "t"],
  ["m1"],
  ["x3"],
  ["nobody"],
  ["t"],
);

async function walkThrough(q: Omit<AccountListQuery, "after">, bounds?: ListBounds): Promise<bigint[]> {
  const ids: bigint[] = [];
  let pages = 0;
  let after: AfterAccount | null = null;
  for (;;) {
    const { rows, end }: Awaited<ReturnType<typeof listAccountRows>> = await listAccountRows(
      db,
      { ...q, after },
      bounds,
    );
    ids.push(...rows.map((row) => row.id));
    pages += 1;
    if (pages > 2000) throw new Error("The pages never end.");
    const last = rows.at(-1);
    if (end !== null) after = end;
    else if (last === undefined || rows.length < q.limit) return ids;
    else after = { value: last.sortValue, id: last.id };
  }
}

describe("a list of accounts", () => {
  test("is the same whether a few matches are sorted or an index is walked, for any search, filter, order and page", async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        words,
        fc.constantFrom("name", "email", "department", "status", "created", "lastSeen"),
        fc.constantFrom("asc", "desc"),
        fc.integer({ min: 3, max: 40 }),
        async (filter, search, order, direction, limit) => {
          const q = { filter, words: search, order, direction, limit } as const;
          const whole = await walkThrough({ ...q, limit: 500 });
          expect(await walkThrough(q, tiny)).toEqual(whole);
          expect(await walkThrough({ ...q, partial: true }, tiny)).toEqual(whole);
          expect(new Set(whole).size).toBe(whole.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("says an estimate where it does not count", async () => {
    const filter = {
      status: null,
      role: "USER",
      adminRole: null,
      source: null,
      departmentId: null,
      groupId: null,
      planId: null,
      importId: null,
    } as const;
    const q = { filter, words: null, order: "name", direction: "asc", after: null, limit: 5 } as const;
    expect((await listAccountRows(db, q)).total).toEqual({ count: 214, exact: true });
    const { total } = await listAccountRows(db, q, tiny);
    expect(total.exact).toBe(false);
    expect(total.count).toBeGreaterThan(100);
    expect(total.count).toBeLessThanOrEqual(240);
  });
});
