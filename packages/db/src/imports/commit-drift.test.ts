import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import {
  fillStaff,
  planCaller,
  planOptions,
  planRules,
  referenceRow,
  stageReferenceRows,
} from "../testing/import-fixtures";
import { commitConfirmedImport, type CommitResult } from "./commit-import";
import { confirmPlan, findImport } from "./import-records";
import { planStagedImport } from "./plan-import";
import type { PlanOptions } from "./plan-options";
import type { ReferenceRow } from "./plan-reference";

let given: TestDatabase;
let database: Database;
const run = (text: string): Promise<Record<string, unknown>[]> =>
  database.pool.query<Record<string, unknown>>(text).then((found) => found.rows);

beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "drift test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

beforeEach(() => fillStaff(database));

describe("between the preview and the commit", () => {
  test("an alias was taken: the row is held, the others go in", async () => {
    const importId = await confirmed([
      referenceRow({ rowNo: 1, email: "dee@example.com", aliases: ["d@example.com"] }),
      referenceRow({ rowNo: 2, email: "eve@example.com", aliases: ["e@example.com"] }),
    ]);
    await run(
      "INSERT INTO address (key, email, account_id, is_primary) VALUES ('d@example.com', 'd', 3, false)",
    );
    expect(await commit(importId)).toMatchObject({ kind: "committed", summary: { create: 1, problem: 1 } });
    expect(await run("SELECT key FROM address WHERE key LIKE 'e%' ORDER BY key")).toEqual([
      { key: "e@example.com" },
      { key: "eve@example.com" },
    ]);
  });

  test.each<[why: string, meanwhile: string, says: RegExp]>([
    ["the service plan was switched off", "UPDATE service_plan SET enabled = false", /“gold”/],
    ["the service plan is gone", "DELETE FROM service_plan", /“gold”/],
  ])("%s: nothing is changed, and whoever started it reads why", async (_why, meanwhile, says) => {
    const importId = await confirmed([referenceRow({ email: "dee@example.com", extra: { plan: "gold" } })]);
    await run("UPDATE import SET created_by_id = 1");
    await run(meanwhile);
    expect(await commit(importId)).toMatchObject({
      kind: "returned",
      objection: expect.stringMatching(says) as string,
    });
    expect(await run("SELECT count(*)::int AS n FROM account")).toEqual([{ n: 3 }]);
    expect(await run("SELECT kind FROM message")).toEqual([{ kind: "import-failed" }]);
  });

  test("the other Master went: the last one is not demoted", async () => {
    const importId = await confirmed(
      [referenceRow({ email: "ann@example.com", fullName: null, extra: { role: "USER" } })],
      { rules: planRules({ protectAdministrators: false }) },
    );
    await run("UPDATE account SET admin_role = 'FULL' WHERE id = 2");
    expect(await commit(importId)).toMatchObject({
      kind: "returned",
      objection: expect.stringContaining("Master") as string,
    });
    expect(await run("SELECT role::text FROM account WHERE id = 1")).toEqual([{ role: "ADMINISTRATOR" }]);
  });

  test("a member joined who was not listed: only those who were listed leave", async () => {
    const options = {
      groupMode: "replace",
      memberList: true,
      groups: [{ name: "Staff", key: "staff" }],
    } as const;
    const importId = await confirmed([referenceRow({ email: "ann@example.com", fullName: "ann" })], {
      ...options,
      groups: [...options.groups],
    });
    expect(await run("SELECT account_id FROM import_removal ORDER BY 1")).toEqual([
      { account_id: "2" },
      { account_id: "3" },
    ]);
    await run("DELETE FROM membership WHERE account_id = 2");
    await run(`INSERT INTO account (id, full_name) VALUES (9, 'new')`);
    await run(`INSERT INTO membership SELECT 9, id FROM "group" WHERE name = 'Staff'`);
    await commit(importId, { ...options, groups: [...options.groups] });
    expect(await run("SELECT account_id FROM membership ORDER BY 1")).toEqual([
      { account_id: "1" },
      { account_id: "9" },
    ]);
    expect(await run("SELECT account_id, applied FROM import_removal ORDER BY 1")).toEqual([
      { account_id: "2", applied: false },
      { account_id: "3", applied: true },
    ]);
    expect(
      await run("SELECT consequences->'removalsKept' AS kept FROM import WHERE status = 'COMPLETED'"),
    ).toEqual([{ kept: 1 }]);
    expect(
      await run("SELECT data->'removalsKept' AS kept FROM audit_event WHERE action = 'import.committed'"),
    ).toContainEqual({ kept: 1 });
  });
});

describe("a user name that somebody else goes by since the preview", () => {
  const other = [
    "INSERT INTO account (id, full_name, username) VALUES (9, 'nina', 'Dee')",
    "INSERT INTO address (key, email, account_id, is_primary) VALUES ('nina@example.com', 'nina@example.com', 9, true)",
  ];
  const elsewhere = "UPDATE address SET key = 'nina@example.org' WHERE account_id = 9";
  const cid = { email: "cid@example.com", fullName: null };

  test.each<[why: string, row: Partial<ReferenceRow>, meanwhile: string[], held: boolean]>([
    ["a new account", { email: "dee@example.com", extra: { username: "dee" } }, other, true],
    ["an account that exists", { ...cid, extra: { username: "DEE" } }, other, true],
    [
      "an account that the row is linked to, by its own domain",
      {
        email: "x@example.org",
        fullName: null,
        extra: { username: "dee" },
        decision: "link",
        linkAccountId: 3,
      },
      other,
      true,
    ],
    [
      "and not by that of the row",
      {
        email: "x@example.org",
        fullName: null,
        extra: { username: "dee" },
        decision: "link",
        linkAccountId: 3,
      },
      [...other, elsewhere],
      false,
    ],
    [
      "in another domain",
      { email: "dee@example.com", extra: { username: "dee" } },
      [...other, elsewhere],
      false,
    ],
    [
      "who was moved to this domain",
      { email: "dee@example.com", extra: { username: "dee" } },
      [...other, elsewhere, "UPDATE address SET key = 'nina@example.com' WHERE account_id = 9"],
      true,
    ],
    ["another user name", { email: "dee@example.com", extra: { username: "deedee" } }, other, false],
    ["a row that gives none", { email: "dee@example.com", extra: { phone: "1" } }, other, false],
  ])("%s", async (_why, row, meanwhile, held) => {
    const importId = await confirmed([
      referenceRow({ rowNo: 1, ...row }),
      referenceRow({ rowNo: 2, line: 3, email: "eve@example.com", extra: { username: "eve" } }),
    ]);
    for (const statement of meanwhile) await run(statement);
    const result = await commit(importId);
    expect(result).toMatchObject({ kind: "committed", summary: { problem: held ? 1 : 0 } });
    const given = `SELECT id FROM account WHERE username = '${String(row.extra?.["username"])}'`;
    expect(await run(given)).toHaveLength(held || row.extra?.["username"] === undefined ? 0 : 1);
    expect(await run("SELECT id FROM account WHERE username = 'eve'")).toHaveLength(1);
    const problems = await run(
      `SELECT problems->0->>'code' AS code, problems->0->>'field' AS field FROM import_plan_row
        WHERE import_id = ${String(importId)} AND row_no = 1 AND outcome = 'PROBLEM'`,
    );
    expect(problems).toEqual(held ? [{ code: "row.changed-since-preview", field: "username" }] : []);
  });

  test("what an account is called already it may be called on, in other letters too", async () => {
    await run("UPDATE account SET username = 'dee' WHERE id = 3");
    const importId = await confirmed([referenceRow({ ...cid, extra: { username: "DEE" } })]);
    for (const statement of other) await run(statement);
    expect(await commit(importId)).toMatchObject({ summary: { update: 1, problem: 0 } });
    expect(await run("SELECT username FROM account WHERE id = 3")).toEqual([{ username: "DEE" }]);
  });

  test("a row of which both the address and the user name were taken is told of the address", async () => {
    const importId = await confirmed([
      referenceRow({ email: "nina@example.com", extra: { username: "dee" } }),
    ]);
    for (const statement of other) await run(statement);
    expect(await commit(importId)).toMatchObject({ summary: { create: 0, problem: 1 } });
    expect(await run("SELECT problems->0->>'field' AS field FROM import_plan_row")).toEqual([
      { field: "email" },
    ]);
  });

  test("a row that gives up an alias and is held for its user name holds the one that takes the alias", async () => {
    await run(
      "INSERT INTO address (key, email, account_id, is_primary) VALUES ('c@example.com', 'c@example.com', 3, false)",
    );
    const importId = await confirmed([
      referenceRow({ rowNo: 1, ...cid, extra: { username: "dee", aliases: null } }),
      referenceRow({ rowNo: 2, line: 3, email: "c@example.com" }),
    ]);
    for (const statement of other) await run(statement);
    expect(await commit(importId)).toMatchObject({
      kind: "committed",
      summary: { create: 0, update: 0, problem: 2 },
    });
  });

  test("two imports that give the same one, committed at once, give it once", async () => {
    const files = await Promise.all(
      ["one", "two", "three"].map((name) =>
        confirmed([referenceRow({ email: `${name}@example.com`, extra: { username: "Dee" } })]),
      ),
    );
    const results = await Promise.all(files.map((importId) => commit(importId)));
    expect(results.map(({ kind }) => kind)).toEqual(["committed", "committed", "committed"]);
    const created = results.map((result) => result.kind === "committed" && result.summary.create);
    expect(created.sort()).toEqual([0, 0, 1]);
    expect(await run("SELECT username FROM account WHERE username IS NOT NULL")).toEqual([
      { username: "Dee" },
    ]);
  });
});

describe("a name that is not what the preview saw", () => {
  const departments = "(SELECT id FROM department WHERE name = 'Sales')";
  const policy = "INSERT INTO policy (name, name_key) VALUES ('Strict', 'strict')";
  const staff = { groupMode: "replace" } as const;

  test.each<[why: string, row: Partial<ReferenceRow>, meanwhile: string[]]>([
    [
      "the group that an account is to join was renamed",
      { email: "cid@example.com", fullName: null, groups: ["Night"] },
      [`UPDATE "group" SET name = 'Crew', name_key = 'crew' WHERE name = 'Night'`],
    ],
    [
      "the group that an account is to leave was renamed",
      { email: "cid@example.com", fullName: null, groups: ["Night"] },
      [`UPDATE "group" SET name = 'Crew', name_key = 'crew' WHERE name = 'Staff'`],
    ],
    [
      "two groups changed names",
      { email: "dee@example.com", groups: ["Night"] },
      [
        `UPDATE "group" SET name = 'x', name_key = 'x' WHERE name = 'Night'`,
        `UPDATE "group" SET name = 'Night', name_key = 'night' WHERE name = 'Staff'`,
      ],
    ],
    [
      "a group was deleted",
      { email: "dee@example.com", groups: ["Night"] },
      [`DELETE FROM "group" WHERE name = 'Night'`],
    ],
    [
      "a group got a policy",
      { email: "dee@example.com", groups: ["Night"] },
      [policy, `UPDATE "group" SET policy_id = (SELECT id FROM policy) WHERE name = 'Night'`],
    ],
    [
      "a group that it would have made was made by hand, with a policy",
      { email: "dee@example.com", groups: ["New"] },
      [policy, `INSERT INTO "group" (name, name_key, policy_id) SELECT 'New', 'new', id FROM policy`],
    ],
    [
      "a department was deleted",
      { email: "dee@example.com", department: "Yard" },
      [`DELETE FROM department WHERE name = 'Yard'`],
    ],
    [
      "a department was renamed",
      { email: "cid@example.com", fullName: null, department: "Yard" },
      [`UPDATE department SET name = 'Dock', name_key = 'dock' WHERE name = 'Yard'`],
    ],
  ])("%s: the row is held, nothing is made, nobody joins or leaves", async (_why, row, meanwhile) => {
    const importId = await confirmed(
      [referenceRow({ rowNo: 1, ...row }), referenceRow({ rowNo: 2, line: 3, email: "eve@example.com" })],
      staff,
    );
    for (const statement of meanwhile) await run(statement);
    const names = `SELECT name FROM "group" UNION ALL SELECT name FROM department ORDER BY 1`;
    const members = "SELECT account_id, group_id FROM membership WHERE account_id < 4 ORDER BY 1, 2";
    const before = [await run(names), await run(members)];
    expect(await commit(importId, staff)).toMatchObject({
      kind: "committed",
      summary: { create: 1, update: 0, problem: 1 },
    });
    expect([await run(names), await run(members)]).toEqual(before);
    expect(
      await run(
        `SELECT problems->0->>'code' AS code FROM import_plan_row WHERE import_id = ${String(importId)} AND row_no = 1`,
      ),
    ).toEqual([{ code: "row.changed-since-preview" }]);
  });

  test("an account that is to leave one group stays in the other, which was renamed", async () => {
    await run(`INSERT INTO membership SELECT 3, id FROM "group" WHERE name = 'Night'`);
    const importId = await confirmed(
      [referenceRow({ email: "cid@example.com", fullName: null, groups: ["Staff"] })],
      staff,
    );
    await run(`UPDATE "group" SET name = 'Crew', name_key = 'crew' WHERE name = 'Staff'`);
    expect(await commit(importId, staff)).toMatchObject({ summary: { update: 0, problem: 1 } });
    expect(
      await run(`SELECT name FROM "group" JOIN membership ON group_id = id WHERE account_id = 3 ORDER BY 1`),
    ).toEqual([{ name: "Crew" }, { name: "Night" }]);
  });

  test("what it would have made, and somebody made meanwhile, does as well; other changes concern no row", async () => {
    const importId = await confirmed([
      referenceRow({ rowNo: 1, email: "dee@example.com", groups: ["New"], department: "Fresh" }),
    ]);
    await run(`INSERT INTO "group" (name, name_key) VALUES ('NEW', 'new'), ('Other', 'other')`);
    await run(`INSERT INTO department (name, name_key) VALUES ('fresh', 'fresh')`);
    await run(`UPDATE department SET name = 'Offices', name_key = 'offices' WHERE id = ${departments}`);
    expect(await commit(importId)).toMatchObject({ kind: "committed", summary: { create: 1, problem: 0 } });
    expect(
      await run(
        `SELECT g.name AS "group", d.name AS department FROM account a JOIN membership m ON m.account_id = a.id
           JOIN "group" g ON g.id = m.group_id JOIN department d ON d.id = a.department_id WHERE a.created_import_id IS NOT NULL`,
      ),
    ).toEqual([{ group: "NEW", department: "fresh" }]);
  });

  test("a group that every row is put into was renamed, and another has its name: nothing is changed", async () => {
    const groups = [{ name: "Staff", key: "staff" }];
    const importId = await confirmed([referenceRow({ email: "dee@example.com" })], { groups });
    await run(`UPDATE "group" SET name = 'Old', name_key = 'old' WHERE name = 'Staff'`);
    await run(`INSERT INTO "group" (name, name_key) VALUES ('Staff', 'staff')`);
    expect(await commit(importId, { groups })).toMatchObject({
      kind: "returned",
      objection: expect.stringContaining("“Staff”") as string,
    });
  });

  test("the group of a member list was swapped for another, and nobody on the list changes: nobody leaves", async () => {
    const options = {
      groupMode: "replace",
      memberList: true,
      groups: [{ name: "Staff", key: "staff" }],
    } as const;
    const asked = { ...options, groups: [...options.groups] };
    const importId = await confirmed([referenceRow({ email: "ann@example.com", fullName: "ann" })], asked);
    await run(`UPDATE "group" SET name = 'Old', name_key = 'old' WHERE name = 'Staff'`);
    await run(`INSERT INTO "group" (name, name_key) VALUES ('Staff', 'staff')`);
    expect(await commit(importId, asked)).toMatchObject({
      kind: "returned",
      objection: expect.stringContaining("“Staff”") as string,
    });
    expect(await run("SELECT count(*)::int AS n FROM membership")).toEqual([{ n: 3 }]);
  });

  test("a description of the group that every row is put into is no other group", async () => {
    const groups = [{ name: "Staff", key: "staff" }];
    const importId = await confirmed([referenceRow({ email: "dee@example.com" })], { groups });
    await run(`UPDATE "group" SET description = 'Everybody' WHERE name = 'Staff'`);
    expect(await commit(importId, { groups })).toMatchObject({ kind: "committed", summary: { create: 1 } });
  });

  test("a row that changes something else makes no department that its account has under another name by now", async () => {
    await run(
      "UPDATE account SET department_id = (SELECT id FROM department WHERE name = 'Yard') WHERE id = 3",
    );
    const importId = await confirmed([
      referenceRow({ email: "cid@example.com", fullName: "Cid", department: "Yard", groups: ["Staff"] }),
    ]);
    await run(`UPDATE department SET name = 'Dock', name_key = 'dock' WHERE name = 'Yard'`);
    await run(`UPDATE "group" SET name = 'Crew', name_key = 'crew' WHERE name = 'Staff'`);
    expect(await commit(importId)).toMatchObject({ summary: { update: 1, problem: 0 } });
    expect(await run(`SELECT name FROM "group" UNION ALL SELECT name FROM department ORDER BY 1`)).toEqual(
      ["Crew", "Dock", "Night", "Sales"].map((name) => ({ name })),
    );
  });

  test("a member outside the file who changed since, an administrator now say, stays in the group", async () => {
    const options = {
      groupMode: "replace",
      memberList: true,
      groups: [{ name: "Staff", key: "staff" }],
    } as const;
    const asked = { ...options, groups: [...options.groups] };
    const importId = await confirmed([referenceRow({ email: "ann@example.com", fullName: "ann" })], asked);
    await run(
      `UPDATE account SET role = 'ADMINISTRATOR', admin_role = 'SUPER', version = version + 1 WHERE id = 3`,
    );
    await commit(importId, asked);
    expect(await run("SELECT account_id, applied FROM import_removal ORDER BY 1")).toEqual([
      { account_id: "2", applied: true },
      { account_id: "3", applied: false },
    ]);
    expect(await run("SELECT account_id FROM membership ORDER BY 1")).toEqual([
      { account_id: "1" },
      { account_id: "3" },
    ]);
  });
});

describe("what else a plan says", () => {
  test("accounts whose policy is another one in their new groups", async () => {
    await run("INSERT INTO policy (name, name_key) VALUES ('Strict', 'strict')");
    await run(`UPDATE "group" SET policy_id = (SELECT id FROM policy) WHERE name = 'Night'`);
    const importId = await confirmed([
      referenceRow({ rowNo: 1, email: "cid@example.com", fullName: null, groups: ["Night"] }),
      referenceRow({ rowNo: 2, email: "bob@example.com", fullName: null, groups: ["Drivers"] }),
    ]);
    const stored = await findImport(database, importId);
    expect(stored?.consequences).toMatchObject({ policyChanges: 1 });
  });

  test("a weaker role keeps members above it in the group", async () => {
    const importId = await confirmed([referenceRow({ email: "cid@example.com", fullName: null })], {
      ...{ groupMode: "replace", memberList: true, groups: [{ name: "Staff", key: "staff" }] },
      rules: planRules({ actorRank: 4 }),
    });
    expect(await run(`SELECT account_id FROM import_removal WHERE import_id = ${String(importId)}`)).toEqual(
      [],
    );
  });
});

async function confirmed(rows: readonly ReferenceRow[], options: Partial<PlanOptions> = {}): Promise<bigint> {
  const importId = await stageReferenceRows(database, rows);
  await planStagedImport(database, importId, planCaller(planOptions(options)));
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
  options: Partial<Pick<PlanOptions, "groupMode" | "memberList" | "groups">> = {},
): Promise<CommitResult> {
  const { groupMode = "add", memberList = false, groups = [] } = options;
  return commitConfirmedImport(database, {
    importId,
    readOptions: () => ({
      ...{ mode: "upsert", groupMode, memberList, groups, mail: "never", strict: false, note: null },
      ...{ noGroups: false, attributeNames: {} },
    }),
    report: () => Promise.resolve(),
    mayCommit: () => null,
  });
}
