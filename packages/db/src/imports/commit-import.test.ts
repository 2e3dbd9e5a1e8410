import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import {
  fillOrganisation,
  onAddresses,
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
  database = openDatabase(given.url, { name: "commit test", connections: 25 });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

const commitOptions: CommitOptions = {
  mode: "upsert",
  groupMode: "add",
  mail: "always",
  groups: [],
  strict: false,
  note: "June",
  memberList: false,
  noGroups: false,
  attributeNames: {},
};

const ann: ReferenceAccount = {
  id: 1,
  addressKey: "ann@example.com",
  aliasKeys: [],
  version: 1,
  fullName: "Ann",
  department: "Sales",
  groups: ["Staff"],
};

beforeEach(() => fillOrganisation(database, [ann]));

describe("commitConfirmedImport", () => {
  test("creates accounts with their addresses, groups, department, note and one mail each", async () => {
    const importId = await confirmed([
      referenceRow({
        rowNo: 1,
        email: "Bob@Example.com",
        fullName: "Bob",
        department: "Ops",
        groups: ["Staff", "Crew"],
      }),
      referenceRow({ rowNo: 2, email: "cid@example.com", fullName: "Cid" }),
    ]);
    expect(await commit(importId)).toMatchObject({ kind: "committed", summary: { create: 2 }, mails: 2 });
    expect(await people()).toEqual([
      {
        email: "ann@example.com",
        name: "Ann",
        department: "Sales",
        groups: ["Staff"],
        note: null,
        source: "MANUAL",
      },
      {
        email: "Bob@Example.com",
        name: "Bob",
        department: "Ops",
        groups: ["Crew", "Staff"],
        note: "June",
        source: "IMPORTED",
      },
      {
        email: "cid@example.com",
        name: "Cid",
        department: null,
        groups: [],
        note: "June",
        source: "IMPORTED",
      },
    ]);
    expect(await count("message")).toBe(2);
    expect((await findImport(database, importId))?.status).toBe("COMPLETED");
  });

  test("updates what the file gives, keeps what it leaves empty, and remembers what was there", async () => {
    const importId = await confirmed([
      referenceRow({ email: "ann@example.com", fullName: "Ann Alder", groups: ["Night"] }),
    ]);
    await commit(importId);
    expect(await people()).toEqual([
      {
        email: "ann@example.com",
        name: "Ann Alder",
        department: "Sales",
        groups: ["Night", "Staff"],
        note: null,
        source: "MANUAL",
      },
    ]);
    const changes = await database.pool.query<{ before: unknown }>("SELECT before FROM change");
    expect(changes.rows[0]?.before).toMatchObject({ fullName: "Ann", version: 1 });
    expect(await count("message")).toBe(0); // a welcome mail is for new accounts
  });

  test("replaces groups when the import says so", async () => {
    const importId = await confirmed([referenceRow({ email: "ann@example.com", groups: ["Night"] })], {
      groupMode: "replace",
    });
    await commit(importId, { groupMode: "replace" });
    expect((await people())[0]?.groups).toEqual(["Night"]);
  });

  test("holds back a row whose account changed since the preview, and applies the others", async () => {
    const importId = await confirmed([
      referenceRow({ rowNo: 1, email: "ann@example.com", fullName: "From the file" }),
      referenceRow({ rowNo: 2, email: "bob@example.com", fullName: "Bob" }),
    ]);
    await database.pool.query("UPDATE account SET full_name = 'By hand', version = version + 1 WHERE id = 1");
    expect(await commit(importId)).toMatchObject({ summary: { create: 1, update: 0, problem: 1 } });
    expect((await people()).map((person) => person.name)).toEqual(["By hand", "Bob"]);
    expect(await codesOf(importId)).toEqual(["row.changed-since-preview"]);
  });

  test("holds back a row whose address was taken since the preview", async () => {
    const importId = await confirmed([referenceRow({ email: "new@example.com" })]);
    await database.pool.query(
      "INSERT INTO address (key, email, account_id, is_primary) VALUES ('new@example.com', 'new@example.com', 1, false)",
    );
    expect(await commit(importId)).toMatchObject({ summary: { create: 0, problem: 1 } });
    expect(await codesOf(importId)).toEqual(["row.changed-since-preview"]);
  });

  test("a strict import with a drifted row changes nothing and says why", async () => {
    const importId = await confirmed([
      referenceRow({ rowNo: 1, email: "ann@example.com", fullName: "X" }),
      referenceRow({ rowNo: 2, email: "b@example.com" }),
    ]);
    await database.pool.query("UPDATE account SET version = version + 1 WHERE id = 1");
    expect(await commit(importId, { strict: true })).toMatchObject({ kind: "returned" });
    expect((await people()).map((person) => person.name)).toEqual(["Ann"]);
  });

  test("of twenty commits of one import one happens", async () => {
    const importId = await confirmed([referenceRow({ email: "bob@example.com" })]);
    const results = await Promise.all(Array.from({ length: 20 }, () => commit(importId)));
    expect(results.filter((result) => result.kind === "committed")).toHaveLength(1);
    expect(await count("account")).toBe(2);
    expect(await count("message")).toBe(1);
  });

  test("overlapping imports in opposite order follow each other, twenty times", async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `p${String(index)}@example.com`);
    for (let round = 0; round < 20; round += 1) {
      await fillOrganisation(database, [
        ann,
        { ...ann, id: 2, addressKey: "bea@example.com", fullName: "Bea" },
      ]);
      const old = ["ann@example.com", "bea@example.com"];
      const file = (name: string, emails: readonly string[]) =>
        confirmed(
          emails.map((email, index) =>
            referenceRow({ rowNo: index + 1, email, fullName: name, groups: [name], department: name }),
          ),
        );
      const first = await file("First", [...rows, ...old]);
      const second = await file("Second", [...old].reverse().concat([...rows].reverse()));
      const results = await Promise.all([commit(first), commit(second)]);
      expect(results.map((result) => result.kind)).toEqual(["committed", "committed"]);
      // One of the two serial orders: the other found every row changed since its preview, and overwrote none.
      const seen = new Set((await people()).map(({ name, department }) => `${name} ${department ?? ""}`));
      expect([["First First"], ["Second Second"]]).toContainEqual([...seen]);
      expect(await count("account")).toBe(62);
      const held = results.map((result) => (result.kind === "committed" ? result.summary.problem : -1));
      expect([...held].sort()).toEqual([0, 62]);
    }
  });

  test("a commit whose connection is killed leaves no trace, and the next one completes it", async () => {
    const importId = await confirmed(
      Array.from({ length: 300 }, (_, index) =>
        referenceRow({ rowNo: index + 1, email: `k${String(index)}@example.com` }),
      ),
    );
    const killed = commit(importId, {}, async (phase) => {
      if (phase === "mail")
        await database.pool.query(
          `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE ${onAddresses} AND mode = 'ShareRowExclusiveLock' AND granted`,
        );
    });
    await expect(killed).rejects.toThrow();
    expect(await count("account")).toBe(1);
    expect(await count("message")).toBe(0);
    expect((await findImport(database, importId))?.status).toBe("COMMITTING");
    expect(await commit(importId)).toMatchObject({ kind: "committed", summary: { create: 300 }, mails: 300 });
    expect(await count("message")).toBe(300);
  });

  test("whoever may no longer import cannot have it carried out", async () => {
    const importId = await confirmed([referenceRow({ email: "bob@example.com" })]);
    const result = await commitConfirmedImport(database, {
      importId,
      readOptions: () => commitOptions,
      report: () => Promise.resolve(),
      mayCommit: () => "No longer.",
    });
    expect(result).toEqual({ kind: "returned", objection: "No longer." });
    expect(await count("account")).toBe(1);
  });
});

test("whoever loses the role while the commit waits for its lock is judged as they are then", async () => {
  const importId = await confirmed([referenceRow({ email: "bob@example.com" })]);
  await database.pool.query(
    `UPDATE account SET role = 'ADMINISTRATOR', admin_role = 'FULL' WHERE id = (SELECT min(id) FROM account)`,
  );
  await database.pool.query(
    "UPDATE import SET confirmed_by_id = (SELECT min(id) FROM account) WHERE id = $1",
    [importId],
  );
  const other = await database.pool.connect();
  await other.query("BEGIN; LOCK TABLE address IN SHARE ROW EXCLUSIVE MODE");
  const seen: unknown[] = [];
  const work = commitConfirmedImport(database, {
    importId,
    readOptions: () => commitOptions,
    report: () => Promise.resolve(),
    mayCommit: (confirmer) => {
      seen.push(confirmer);
      return "No longer.";
    },
  });
  const waiting = `SELECT FROM pg_locks WHERE ${onAddresses} AND NOT granted`;
  await expect.poll(async () => (await database.pool.query(waiting)).rowCount).toBe(1);
  await database.pool.query(`UPDATE account SET role = 'USER', admin_role = NULL WHERE admin_role = 'FULL'`);
  await other.query("COMMIT");
  other.release();
  expect(await work).toMatchObject({ kind: "returned" });
  expect(seen).toMatchObject([{ role: "USER" }]);
});

async function confirmed(rows: readonly ReferenceRow[], options: Partial<PlanOptions> = {}): Promise<bigint> {
  const importId = await stageReferenceRows(database, rows);
  await planStagedImport(database, importId, planCaller(planOptions({ mail: "always", ...options })));
  const planned = await findImport(database, importId);
  const moved = await confirmPlan(database, importId, {
    fingerprint: planned?.planFingerprint ?? "",
    confirmedById: null,
    confirmedByName: "Test",
  });
  expect(moved).toBe(true);
  return importId;
}

function commit(
  importId: bigint,
  options: Partial<CommitOptions> = {},
  onPhase: (phase: string) => Promise<void> = () => Promise.resolve(),
): Promise<CommitResult> {
  return commitConfirmedImport(database, {
    importId,
    readOptions: () => ({ ...commitOptions, ...options }),
    report: (progress) => onPhase(progress.phase),
    mayCommit: () => null,
  });
}

interface Person {
  email: string;
  name: string;
  department: string | null;
  groups: string[];
  note: string | null;
  source: string;
}

async function people(): Promise<Person[]> {
  const found = await database.pool.query<Person>(
    `SELECT p.email, a.full_name AS name, d.name AS department, p.note, a.source::text,
            ARRAY(SELECT g.name FROM membership m JOIN "group" g ON g.id = m.group_id WHERE m.account_id = a.id ORDER BY g.name) AS groups
       FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary LEFT JOIN department d ON d.id = a.department_id
      ORDER BY p.key`,
  );
  return found.rows;
}

async function count(table: "account" | "message"): Promise<number> {
  const found = await database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return found.rows[0]?.n ?? -1;
}

async function codesOf(importId: bigint): Promise<string[]> {
  const found = await database.pool.query<{ code: string }>(
    `SELECT p.problems->0->>'code' AS code FROM import_plan_row p WHERE import_id = $1 AND outcome = 'PROBLEM'`,
    [importId],
  );
  return found.rows.map((row) => row.code);
}
