import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import {
  fillOrganisation,
  planCaller,
  planOptions,
  referenceRow,
  stageReferenceRows,
} from "../testing/import-fixtures";
import { commitConfirmedImport, type CommitOptions, type CommitResult } from "./commit-import";
import { confirmPlan, findImport } from "./import-records";
import { planStagedImport } from "./plan-import";
import type { PlanOptions } from "./plan-options";
import type { ReferenceAccount, ReferenceRow } from "./plan-reference";

let given: TestDatabase;
let database: Database;
beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "rows test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

const account = (
  id: number,
  name: string,
  aliasKeys: string[] = [],
  groups = ["Staff"],
): ReferenceAccount => ({
  ...{ id, addressKey: `${name}@example.com`, aliasKeys, version: 1, fullName: name, department: null },
  groups,
});
beforeEach(() =>
  fillOrganisation(database, [account(1, "ann", ["old@example.com"]), account(2, "bob", [], ["Night"])]),
);

test("a row that somebody linked: the account keeps its primary address and gains the row's, with its values", async () => {
  const importId = await confirmed([
    referenceRow({
      ...{ email: "New@example.com", fullName: "Ann Alder", aliases: ["third@example.com"] },
      ...linked,
    }),
  ]);
  expect(await commit(importId)).toMatchObject({ kind: "committed", summary: { update: 1, create: 0 } });
  expect(await addresses()).toEqual(
    [
      "bob@example.com 2 primary",
      "ann@example.com 1 primary",
      "New@example.com 1",
      "old@example.com 1",
      "third@example.com 1",
    ].sort(),
  );
  expect(await names()).toEqual(["Ann Alder", "bob"]);
  const image = await database.pool.query<{ before: { addresses?: unknown[] } }>("SELECT before FROM change");
  expect(image.rows[0]?.before.addresses).toHaveLength(2);
});

test("the address of a linked row was taken since the preview: the row is held", async () => {
  const importId = await confirmed([referenceRow({ email: "new@example.com", ...linked })]);
  await database.pool.query(
    "INSERT INTO address (key, email, account_id, is_primary) VALUES ('new@example.com', 'new', 2, false)",
  );
  expect(await commit(importId)).toMatchObject({ kind: "committed", summary: { update: 0, problem: 1 } });
  expect(await names()).toEqual(["ann", "bob"]);
});

test.each([
  [
    "of its own",
    referenceRow({ rowNo: 2, line: 3, email: "old@example.com", fullName: "Old" }),
    "old@example.com 1001 primary",
  ],
  [
    "as an alias of somebody who exists",
    referenceRow({
      rowNo: 2,
      line: 3,
      email: "bob@example.com",
      fullName: "bob",
      aliases: ["old@example.com"],
    }),
    "old@example.com 2",
  ],
])(
  "an address that one row gives back another takes, %s, in one transaction",
  async (_how, taker, expected) => {
    const giver = referenceRow({
      rowNo: 1,
      email: "ann@example.com",
      fullName: "ann",
      extra: { aliases: null },
    });
    const importId = await confirmed([giver, taker]);
    expect(await commit(importId)).toMatchObject({ kind: "committed", summary: { problem: 0 } });
    expect((await addresses()).filter((line) => line.startsWith("old@"))).toEqual([expected]);
  },
);

test("the giver changed since the preview: it keeps its address, and the taker is held too", async () => {
  const giver = referenceRow({
    rowNo: 1,
    email: "ann@example.com",
    fullName: "ann",
    extra: { aliases: null },
  });
  const importId = await confirmed([giver, referenceRow({ rowNo: 2, line: 3, email: "old@example.com" })]);
  await database.pool.query("UPDATE account SET version = version + 1 WHERE id = 1");
  expect(await commit(importId)).toMatchObject({ kind: "committed", summary: { problem: 2, create: 0 } });
  expect((await addresses()).filter((line) => line.startsWith("old@"))).toEqual(["old@example.com 1"]);
});

test("mode create, the file as member list: who exists joins the group, and nothing else of the row is applied", async () => {
  const list = {
    mode: "create",
    groupMode: "replace",
    memberList: true,
    groups: [{ name: "Staff", key: "staff" }],
  } as const;
  const importId = await confirmed(
    [
      referenceRow({
        rowNo: 1,
        email: "ann@example.com",
        fullName: "Other",
        department: "New",
        groups: ["Fresh"],
      }),
      referenceRow({
        rowNo: 2,
        line: 3,
        email: "bob@example.com",
        fullName: "Other",
        department: "New",
        groups: ["Fresh"],
      }),
    ],
    { ...list, groups: [...list.groups] },
  );
  await commit(importId, { ...list, groups: [...list.groups] });
  expect(await names()).toEqual(["ann", "bob"]);
  const members = await database.pool.query<{ line: string }>(
    `SELECT a.full_name || ' ' || g.name AS line FROM membership m JOIN account a ON a.id = m.account_id JOIN "group" g ON g.id = m.group_id ORDER BY 1`,
  );
  expect(members.rows.map(({ line }) => line)).toEqual(["ann Staff", "bob Night", "bob Staff"]);
  const made = await database.pool.query(
    `SELECT FROM department WHERE name = 'New' UNION ALL SELECT FROM "group" WHERE name = 'Fresh'`,
  );
  expect(made.rowCount).toBe(0);
});

const linked = { decision: "link", linkAccountId: 1 } as const;

async function confirmed(rows: readonly ReferenceRow[], options: Partial<PlanOptions> = {}): Promise<bigint> {
  const importId = await stageReferenceRows(database, rows);
  await planStagedImport(database, importId, planCaller(planOptions(options)));
  const planned = await findImport(database, importId);
  const entry = { fingerprint: planned?.planFingerprint ?? "", confirmedById: null, confirmedByName: "Test" };
  expect(await confirmPlan(database, importId, entry)).toBe(true);
  return importId;
}

function commit(importId: bigint, options: Partial<CommitOptions> = {}): Promise<CommitResult> {
  return commitConfirmedImport(database, {
    importId,
    readOptions: () => ({
      ...{ mode: "upsert", groupMode: "add", mail: "never", groups: [], strict: false, note: null },
      ...{ memberList: false, noGroups: false, attributeNames: {}, ...options },
    }),
    report: () => Promise.resolve(),
    mayCommit: () => null,
  });
}

async function addresses(): Promise<string[]> {
  const found = await database.pool.query<{ line: string }>(
    "SELECT email || ' ' || account_id || CASE WHEN is_primary THEN ' primary' ELSE '' END AS line FROM address",
  );
  return found.rows.map(({ line }) => line).sort();
}

async function names(): Promise<string[]> {
  const found = await database.pool.query<{ name: string }>(
    "SELECT full_name AS name FROM account ORDER BY id",
  );
  return found.rows.map(({ name }) => name);
}
