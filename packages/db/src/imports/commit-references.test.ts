import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bulkTransaction } from "../bulk-transaction";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import {
  fillOrganisation,
  planCaller,
  planOptions,
  referenceRow,
  stageReferenceRows,
} from "../testing/import-fixtures";
import { commitConfirmedImport, type CommitOptions } from "./commit-import";
import {
  BrokenReference,
  insertWithReferences,
  maySkipChecks,
  references,
  uncheckedTables,
} from "./commit-references";
import { confirmPlan, findImport } from "./import-records";
import { planStagedImport } from "./plan-import";

let given: TestDatabase;
let database: Database;
beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "references test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});
beforeEach(() => fillOrganisation(database, []));

test("every foreign key of the tables that are filled without triggers is proved", async () => {
  const found = await database.pool.query<{ table: string; column: string; to: string }>(
    `SELECT c.conrelid::regclass::text AS table, a.attname AS column, replace(c.confrelid::regclass::text, '"', '') AS to
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
      WHERE c.contype = 'f' AND c.conrelid = ANY ($1::regclass[]) ORDER BY 1, 2`,
    [uncheckedTables],
  );
  expect(found.rows).toEqual(
    [...references].sort((a, b) => (`${a.table} ${a.column}` < `${b.table} ${b.column}` ? -1 : 1)),
  );
});

const many = { from: "5000", to: "6999", count: 2000 };
const makeAccounts = `INSERT INTO account (id, full_name) SELECT g, 'New' FROM generate_series(5000, 6999) g`;

test.each<[what: string, insert: string, missing: number, named: string]>([
  ["a group", "INSERT INTO membership VALUES (5000, 987654)", 0, "membership.group_id"],
  [
    "an account to write to",
    "INSERT INTO message (kind, account_id, to_address, to_name) VALUES ('welcome', 6000, 'x', 'x')",
    6000,
    "message.account_id",
  ],
  [
    "an account",
    "INSERT INTO address (key, email, account_id) VALUES ('x', 'x', 6000)",
    6000,
    "address.account_id",
  ],
  [
    "a department",
    "INSERT INTO account (id, full_name, department_id) VALUES (5500, 'x', 987654)",
    5500,
    "account.department_id",
  ],
])(
  "a new row that refers to %s that is not there is caught, and nothing stays",
  async (_what, insert, missing, named) => {
    const work = bulkTransaction(database, (client) =>
      insertWithReferences(client, many, async () => {
        await client.query(`${makeAccounts} WHERE g <> ${String(missing)}`);
        await client.query(insert);
      }),
    );
    await expect(work).rejects.toThrow(BrokenReference);
    await expect(work).rejects.toThrow(named);
    expect(await count("account")).toBe(0);
  },
);

test("so it is among many other accounts, where not all of a table is looked at", async () => {
  await database.pool.query(
    "INSERT INTO account (id, full_name) SELECT g, 'Old' FROM generate_series(10000, 30000) g",
  );
  const work = bulkTransaction(database, (client) =>
    insertWithReferences(client, many, async () => {
      await client.query(makeAccounts);
      await client.query("INSERT INTO membership VALUES (6999, 987654)");
    }),
  );
  await expect(work).rejects.toThrow("membership.group_id");
});

test("the triggers are on again once the rows are in", async () => {
  await bulkTransaction(database, async (client) => {
    expect(
      await insertWithReferences(client, many, async () => {
        await client.query(makeAccounts);
      }),
    ).toBe("at once");
    await expect(client.query("INSERT INTO membership VALUES (5000, 987654)")).rejects.toThrow(/foreign key/);
  });
});

test("a trigger of somebody's own on one of the tables is not switched off with the others", async () => {
  await bulkTransaction(database, async (client) => {
    expect(await maySkipChecks(client)).toBe(true);
    await client.query(
      "CREATE FUNCTION pg_temp.own() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    );
    await client.query(
      "CREATE TRIGGER own BEFORE INSERT ON address FOR EACH ROW EXECUTE FUNCTION pg_temp.own()",
    );
    expect(await maySkipChecks(client)).toBe(false);
    throw new Error("roll back");
  }).catch((error: unknown) => expect(String(error)).toContain("roll back"));
});

test.each([
  ["where it may", "at once"],
  ["by a user who may not switch triggers off", "one by one"],
])("a commit of 2,000 people makes the same of it %s", async (_who, how) => {
  const importId = await confirmed(2000);
  const other = how === "one by one" ? await plainUser() : null;
  const committer = other ?? database;
  try {
    const may = await bulkTransaction(committer, (client) => maySkipChecks(client));
    expect(may).toBe(how === "at once");
    expect(
      await commitConfirmedImport(committer, {
        importId,
        readOptions: () => options,
        report: () => Promise.resolve(),
        mayCommit: () => null,
      }),
    ).toMatchObject({ kind: "committed", summary: { create: 2000 }, mails: 2000 });
  } finally {
    await other?.close();
  }
  const found = await database.pool.query(
    `SELECT count(*)::int AS people, count(DISTINCT a.created_row_no)::int AS rows, count(DISTINCT h.key)::int AS addresses,
            count(DISTINCT d.name)::int AS departments, count(m.group_id)::int AS memberships
       FROM account a JOIN address h ON h.account_id = a.id JOIN department d ON d.id = a.department_id
       JOIN membership m ON m.account_id = a.id WHERE a.created_import_id = $1`,
    [importId],
  );
  expect(found.rows).toEqual([
    { people: 2000, rows: 2000, addresses: 2000, departments: 7, memberships: 2000 },
  ]);
});

const options: CommitOptions = {
  ...{ mode: "upsert", groupMode: "add", mail: "always", groups: [], strict: false, note: null },
  ...{ memberList: false, noGroups: false, attributeNames: {} },
};

async function confirmed(people: number): Promise<bigint> {
  const rows = Array.from({ length: people }, (_, index) =>
    referenceRow({
      ...{ rowNo: index + 1, line: index + 2, email: `p${String(index)}@example.com` },
      ...{ department: `Dept ${String(index % 7)}`, groups: [`Group ${String(index % 11)}`] },
    }),
  );
  const importId = await stageReferenceRows(database, rows);
  await planStagedImport(database, importId, planCaller(planOptions({ mail: "always" })));
  const planned = await findImport(database, importId);
  const entry = { fingerprint: planned?.planFingerprint ?? "", confirmedById: null, confirmedByName: "Test" };
  expect(await confirmPlan(database, importId, entry)).toBe(true);
  return importId;
}

/** As the owner of a hosted database often is: every right on the tables, none on the server. */
async function plainUser(): Promise<Database> {
  await database.pool.query(`DROP ROLE IF EXISTS plain_user`).catch(() => undefined);
  await database.pool.query(`CREATE ROLE plain_user LOGIN PASSWORD 'plain'`).catch(() => undefined);
  await database.pool.query(`GRANT ALL ON ALL TABLES IN SCHEMA public TO plain_user`);
  await database.pool.query(`GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO plain_user`);
  const url = new URL(given.url);
  url.username = "plain_user";
  url.password = "plain";
  return openDatabase(url.href, { name: "plain" });
}

async function count(table: string): Promise<number> {
  const found = await database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return found.rows[0]?.n ?? -1;
}
