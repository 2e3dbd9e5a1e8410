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
import { releaseStopped, requestStop } from "./commit-stop";
import { confirmPlan, findImport, reopenPlan } from "./import-records";
import { planStagedImport } from "./plan-import";
import type { PlanOptions } from "./plan-options";

let given: TestDatabase;
let database: Database;
const run = (text: string): Promise<Record<string, unknown>[]> =>
  database.pool.query<Record<string, unknown>>(text).then((found) => found.rows);

beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "objection test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

beforeEach(() => fillStaff(database));

type Options = Pick<PlanOptions, "groups"> & { strict: boolean; mayCommit: () => string | null };

const lenient: Options = { groups: [], strict: false, mayCommit: () => null };
const staff = { groups: [{ name: "Staff", key: "staff" }] };

/** One that a changed account holds back, so that there are marks to be rolled back; one new with a plan; one Master who goes. */
const rows = [
  referenceRow({ rowNo: 1, line: 2, email: "cid@example.com", fullName: "Cid" }),
  referenceRow({ rowNo: 2, line: 3, email: "dee@example.com", extra: { plan: "gold" } }),
  referenceRow({ rowNo: 3, line: 4, email: "ann@example.com", fullName: null, extra: { role: "USER" } }),
];
const drift = "UPDATE account SET full_name = 'Cyd', version = version + 1 WHERE id = 3";

describe("a commit that is objected to", () => {
  test.each<[why: string, options: Partial<Options>, meanwhile: string, says: string]>([
    ["a plan was switched off", {}, "UPDATE service_plan SET enabled = false", "“gold”"],
    ["a plan was deleted", {}, "DELETE FROM service_plan", "“gold”"],
    ["the last Master would go", {}, "UPDATE account SET admin_role = 'FULL' WHERE id = 2", "Master"],
    [
      "the group of all rows was renamed",
      staff,
      `UPDATE "group" SET name = 'Crew', name_key = 'crew' WHERE name = 'Staff'`,
      "“Staff”",
    ],
    ["the group of all rows was deleted", staff, `DELETE FROM "group" WHERE name = 'Staff'`, "“Staff”"],
    [
      "the group of all rows got a policy",
      staff,
      `INSERT INTO policy (name, name_key) VALUES ('Strict', 'strict'); UPDATE "group" SET policy_id = (SELECT id FROM policy)`,
      "policy",
    ],
    [
      "strict, and a row drifted",
      { strict: true },
      "SELECT 1",
      "1 row is not as the preview saw it (line 2)",
    ],
    ["whoever confirmed may no more", { mayCommit: () => "No longer." }, "SELECT 1", "No longer."],
  ])("%s: it waits for its review as it was, and says so", async (_why, options, meanwhile, says) => {
    const importId = await planned({ ...lenient, ...options });
    await run("UPDATE import SET created_by_id = 1, sealed_key = '\\x01', revision = 3");
    const before = await reviewOf(importId);
    const fingerprint = await confirm(importId);
    await run(drift);
    await run(meanwhile);
    const result = await commit(importId, options);
    expect(result).toMatchObject({ kind: "returned", objection: expect.stringContaining(says) as string });
    expect(await reviewOf(importId)).toEqual(before);
    expect(await findImport(database, importId)).toMatchObject({
      ...{ status: "READY", failure: null, endedAt: null, confirmedAt: null, confirmedByName: null },
      ...{ objection: expect.stringContaining(says) as string, options: { hold: true } },
    });
    expect(await run("SELECT sealed_key FROM import")).toEqual([{ sealed_key: Buffer.from([1]) }]);
    expect(await run("SELECT full_name FROM account ORDER BY id")).toEqual(
      ["ann", "bob", "Cyd"].map((name) => ({ full_name: name })),
    );
    expect(await run("SELECT kind, state::text, data->>'objection' AS says FROM message")).toEqual([
      { kind: "import-failed", state: "QUEUED", says: expect.stringContaining(says) as string },
    ]);
    expect(
      await run(
        `SELECT actor_name, data->>'objection' AS says FROM audit_event WHERE import_id = ${String(importId)}`,
      ),
    ).toEqual([{ actor_name: "Test", says: expect.stringContaining(says) as string }]);
    // What was objected to cannot be confirmed, whatever it looks like now; nor is there anything left to commit.
    expect(await moved(importId, fingerprint)).toBe(false);
    expect(await commit(importId, options)).toEqual({ kind: "not-claimed" });
  });

  test("planned again it goes in, and the mail about it is not sent twice", async () => {
    const importId = await planned(lenient);
    await run("UPDATE import SET created_by_id = 1");
    await confirm(importId);
    await run("UPDATE service_plan SET enabled = false");
    await commit(importId);
    await run("UPDATE message SET state = 'SENT'");
    await run("UPDATE service_plan SET enabled = true");
    expect(await reopenPlan(database, importId, { options: {}, authority: 0, seen: null })).toBe(true);
    await plan(importId, lenient);
    expect((await findImport(database, importId))?.objection).toBeNull();
    await confirm(importId);
    expect(await commit(importId)).toMatchObject({ kind: "committed", summary: { create: 1, update: 2 } });
    expect(await run("SELECT state::text FROM message WHERE kind = 'import-failed'")).toEqual([
      { state: "SENT" },
    ]);
  });

  test("objected to once more by something else, it is told once more; by the same, it is not", async () => {
    const importId = await planned(lenient);
    await run("UPDATE import SET created_by_id = 1");
    const generations: unknown[] = [];
    for (const says of ["First.", "First.", "Second."]) {
      await confirm(importId);
      await commit(importId, { mayCommit: () => says });
      generations.push(
        ...(await run("SELECT state::text, generation, data->>'objection' AS says FROM message")),
      );
      await run("UPDATE message SET state = 'SENT'");
      await reopenPlan(database, importId, { options: {}, authority: 0, seen: null });
      await plan(importId, lenient);
    }
    expect(generations).toEqual([
      { state: "QUEUED", generation: 1, says: "First." },
      { state: "SENT", generation: 1, says: "First." },
      { state: "QUEUED", generation: 2, says: "Second." },
    ]);
  });

  test("somebody asked to stop it at that moment: it was stopped, and nothing is objected to", async () => {
    const importId = await planned(lenient);
    const fingerprint = await confirm(importId);
    const mayCommit = (): string => "No longer.";
    const stop = database.transaction((tx) => requestStop(tx, importId));
    expect(await stop).toBe("asked");
    expect(await commit(importId, { mayCommit })).toEqual({ kind: "stopped" });
    await releaseStopped(database, importId);
    expect(await findImport(database, importId)).toMatchObject({ status: "READY", objection: null });
    expect(await moved(importId, fingerprint)).toBe(true);
  });

  test("the lines of a strict import's drifted rows are named, as many as can be read", async () => {
    const many = Array.from({ length: 7 }, (_none, n) =>
      referenceRow({ rowNo: n + 1, line: n + 2, email: `p${String(n)}@example.com` }),
    );
    const importId = await planned(lenient, many);
    await confirm(importId);
    await run(
      "INSERT INTO address (key, email, account_id, is_primary) SELECT 'p' || n || '@example.com', 'p', 3, false FROM generate_series(0, 6) n",
    );
    expect(await commit(importId, { strict: true })).toMatchObject({
      objection: expect.stringContaining(
        "7 rows are not as the preview saw them (lines 2, 3, 4, 5, 6 and 2 more)",
      ) as string,
    });
  });
});

async function planned(options: Options, staged = rows): Promise<bigint> {
  const importId = await stageReferenceRows(database, staged);
  await plan(importId, options);
  return importId;
}

async function plan(importId: bigint, { groups }: Options): Promise<void> {
  const rules = planRules({ protectAdministrators: false });
  await planStagedImport(database, importId, planCaller(planOptions({ groups: [...groups], rules })));
}

async function confirm(importId: bigint): Promise<string> {
  const { planFingerprint = null } = (await findImport(database, importId)) ?? {};
  expect(await moved(importId, planFingerprint ?? "")).toBe(true);
  return planFingerprint ?? "";
}

const moved = (importId: bigint, fingerprint: string): Promise<boolean> =>
  confirmPlan(database, importId, { fingerprint, confirmedById: null, confirmedByName: "Test" });

/** What the review shows, to the last mark. */
async function reviewOf(importId: bigint): Promise<unknown> {
  const id = String(importId);
  return [
    await run(`SELECT * FROM import_plan_row WHERE import_id = ${id} ORDER BY row_no`),
    await run(`SELECT * FROM import_row WHERE import_id = ${id} ORDER BY row_no`),
    await run(
      `SELECT summary, creates, consequences, causes, plan_fingerprint, plan_authority, revision FROM import WHERE id = ${id}`,
    ),
  ];
}

function commit(importId: bigint, options: Partial<Options> = {}): Promise<CommitResult> {
  const { groups, strict, mayCommit } = { ...lenient, ...options };
  return commitConfirmedImport(database, {
    importId,
    readOptions: () => ({
      ...{ mode: "upsert", groupMode: "add", memberList: false, groups, mail: "never", strict, note: null },
      ...{ noGroups: false, attributeNames: {} },
    }),
    report: () => Promise.resolve(),
    mayCommit,
  });
}
