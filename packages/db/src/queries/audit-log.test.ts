import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { listAuditRows, type AuditFilter } from "./audit-log";

let given: TestDatabase;
let db: Database;
beforeAll(async () => {
  given = await testDatabase();
  db = openDatabase(given.url, { name: "test" });
  // Every hour one, thousands of ids apart; each seventh came late, out of a transaction that had begun four hours before.
  await db.pool.query(
    `SET session_replication_role = replica;
     INSERT INTO audit_event (id, at, actor_name, action, subject_type)
     SELECT i * 5000, timestamptz '2026-01-01 00:00Z' + (i - CASE WHEN i % 7 = 0 THEN 4 ELSE 0 END) * interval '1 hour', 'A',
            CASE WHEN i % 2 = 0 THEN 'even' ELSE 'odd' END, 'account' FROM generate_series(1, 200) i`,
  );
});
afterAll(async () => {
  await db.close();
  await given.drop();
});

const any: AuditFilter = {
  actorId: null,
  action: null,
  subjectType: null,
  subjectId: null,
  importId: null,
  from: null,
  to: null,
};
const hour = (count: number): Date => new Date(Date.UTC(2026, 0, 1) + count * 3_600_000);

describe("events of a time", () => {
  // They are looked for in zones of ids: none may be left out that came late or stands at the edge of one.
  test.each<[why: string, from: Date | null, to: Date | null, action: string | null]>([
    ["in the middle", hour(50), hour(60), null],
    ["of an action", hour(50), hour(90), "odd"],
    ["one moment, late", hour(10), hour(10.5), null],
    ["from then on", hour(150), null, null],
    ["until then", null, hour(20), null],
    ["before all", null, hour(-10), null],
    ["after all", hour(500), hour(600), null],
    ["the wrong way round", hour(60), hour(50), null],
    ["everything", hour(-10), hour(500), null],
  ])("%s", async (_why, from, to, action) => {
    const wanted: bigint[] = [];
    for (let i = 1; i <= 200; i += 1) {
      const at = hour(i - (i % 7 === 0 ? 4 : 0));
      if ((from === null || at >= from) && (to === null || at < to) && (action === null || i % 2 === 1))
        wanted.push(BigInt(i * 5000));
    }
    const filter = { ...any, from, to, action };
    const forward = await listAuditRows(db, filter, { after: 0n, limit: 1000 });
    expect(forward.map(({ id }) => id)).toEqual(wanted);
    const newest = await listAuditRows(db, filter, { before: 900_000n, limit: 5 });
    const expected = wanted.filter((id) => id < 900_000n).reverse();
    expect(newest.map(({ id }) => id)).toEqual(expected.slice(0, 5));
  });
});
