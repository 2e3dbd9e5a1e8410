// What a page of an undo's preview reads: as little as its rows need.
import { afterAll, beforeAll, expect, test } from "vitest";
import { bulkTransaction } from "../bulk-transaction";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { referenceRow } from "../testing/import-fixtures";
import { askedOf, carryOutRows } from "../testing/undo-fixtures";
import type { ReferenceOptions } from "./plan-reference";
import { makeUndoPage } from "./undo-work";

let given: TestDatabase;
let database: Database;
beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "undo page test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

const options: ReferenceOptions = {
  ...{ mode: "upsert", groupMode: "replace", groups: [], protectAdministrators: false },
};
const ann = { email: "ann@example.com", fullName: "Ann Alder" };

// With 100,000 names that undos had deleted, every page took a quarter of a second to read them.
test("names that undos deleted are read only where a row asks for one", async () => {
  const file = (department: string) => [referenceRow({ ...ann, rowNo: 1, line: 2, department })];
  await carryOutRows(database, file("Old"), options);
  const moved = await carryOutRows(database, file("New"), options);
  const { pool } = database;
  await pool.query(
    `INSERT INTO import (status, undoes_id, file_name, options, created_by_name, ended_at, consequences)
     SELECT 'COMPLETED', $1, 'Undo of other.csv', '{}', 'Ann', now(),
            jsonb_build_object('deleted', jsonb_build_object('groups', '[]'::jsonb, 'attributes', '[]'::jsonb, 'departments',
              (SELECT jsonb_agg(jsonb_build_object('id', 900000 + n, 'name', 'D' || n)) FROM generate_series(1, 3) n)
              || (SELECT to_jsonb(d) FROM department d WHERE d.name = 'Old')))`,
    [
      await carryOutRows(
        database,
        [referenceRow({ email: "bob@example.com", fullName: "Bob Birch" })],
        options,
      ),
    ],
  );
  const fallen = () =>
    bulkTransaction(database, async (client) => {
      await makeUndoPage(client, askedOf(moved), { after: null, limit: 50 });
      const { rows } = await client.query<{ kind: string; reason: string | null }>(
        `SELECT f.kind, (SELECT reason FROM undo_work) AS reason FROM undo_fallen f`,
      );
      return rows;
    });
  expect(await fallen()).toEqual([]);
  await pool.query(`DELETE FROM department WHERE name = 'Old'`);
  expect(await fallen()).toEqual([{ kind: "departments", reason: null }]);
});
