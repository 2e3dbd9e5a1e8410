import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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
import { releaseStopped, requestStop, stopCommit } from "./commit-stop";
import { confirmPlan, findImport } from "./import-records";
import { planStagedImport } from "./plan-import";
import { writeProgress, type ProgressReport } from "./progress";

let given: TestDatabase;
let database: Database;
beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "stop test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});
beforeEach(() => fillOrganisation(database, []));

const ask = (importId: bigint) => database.transaction((tx) => requestStop(tx, importId));

test.each(["groups", "accounts", "mail", "finishing"])(
  "a commit that is stopped in its phase %s leaves nothing, and the plan waits as it was",
  async (phase) => {
    const importId = await confirmed();
    const before = await planOf(importId);
    let asked = false;
    const result = await commit(importId, async (progress) => {
      if (asked || progress.phase !== phase) return;
      asked = true;
      expect(await ask(importId)).toBe("asked");
    });
    expect(asked).toBe(true);
    expect(result).toEqual({ kind: "stopped" });
    await releaseStopped(database, importId);
    expect(await findImport(database, importId)).toMatchObject({
      status: "READY",
      confirmedAt: null,
      cancelRequestedAt: null,
    });
    expect(await planOf(importId)).toEqual(before);
    for (const table of [
      "account",
      "address",
      "membership",
      "message",
      "department WHERE created_import_id IS NOT NULL",
    ])
      expect(await count(table)).toBe(0);
    await confirm(importId);
    expect(await commit(importId)).toMatchObject({ kind: "committed", summary: { create: 50 } });
  },
);

test("a statement that runs is stopped too", async () => {
  const importId = await confirmed();
  // Somebody holds what the commit needs: it waits in a statement until it is stopped.
  const holder = await database.pool.connect();
  await holder.query("BEGIN");
  await holder.query("LOCK TABLE address IN ROW EXCLUSIVE MODE");
  const running = commit(importId, (progress) => writeProgress(database, importId, progress));
  for (;;) {
    const waits = await database.pool.query(`SELECT FROM pg_locks WHERE ${onAddresses} AND NOT granted`);
    if (waits.rowCount !== 0) break;
  }
  expect(await ask(importId)).toBe("asked");
  await stopCommit(database, importId);
  const result = await running.finally(() => {
    holder.release(true); // rolls back
  });
  expect(result).toEqual({ kind: "stopped" });
  expect((await findImport(database, importId))?.status).toBe("READY");
  expect(await count("account")).toBe(0);
});

test("a confirmed import that no worker has taken yet is given back at once, and then not committed", async () => {
  const importId = await confirmed();
  expect(await ask(importId)).toBe("asked");
  await stopCommit(database, importId);
  expect((await findImport(database, importId))?.status).toBe("READY");
  expect(await commit(importId)).toEqual({ kind: "not-claimed" });
});

test("asking one that has ended changes nothing", async () => {
  const importId = await confirmed();
  await commit(importId);
  expect(await ask(importId)).toBe("ended");
  await stopCommit(database, importId);
  expect((await findImport(database, importId))?.status).toBe("COMPLETED");
});

test("whoever asks while it ends is told what came of it: twenty times either all or nothing", async () => {
  for (let round = 0; round < 20; round += 1) {
    await fillOrganisation(database, []);
    const importId = await confirmed();
    const committing = commit(importId, (progress) => writeProgress(database, importId, progress));
    const asking = database.pool
      .query("SELECT pg_sleep($1)", [round / 400])
      .then(() => ask(importId))
      .then(async (asked) => {
        if (asked === "asked") await stopCommit(database, importId);
        return asked;
      });
    const [result, asked] = await Promise.all([committing, asking]);
    const status = (await findImport(database, importId))?.status;
    if (result.kind === "committed")
      expect([asked, status, await count("account")]).toEqual(["ended", "COMPLETED", 50]);
    else expect([asked, status, await count("account")]).toEqual(["asked", "READY", 0]);
  }
});

const options: CommitOptions = {
  ...{ mode: "upsert", groupMode: "add", mail: "always", groups: [], strict: false, note: null },
  ...{ memberList: false, noGroups: false, attributeNames: {} },
};

function commit(
  importId: bigint,
  report: (progress: ProgressReport) => Promise<void> = () => Promise.resolve(),
): Promise<CommitResult> {
  return commitConfirmedImport(database, {
    importId,
    readOptions: () => options,
    report,
    mayCommit: () => null,
  });
}

async function confirmed(): Promise<bigint> {
  const rows = Array.from({ length: 50 }, (_, index) =>
    referenceRow({
      ...{ rowNo: index + 1, line: index + 2, email: `p${String(index)}@example.com` },
      ...{ department: "New", groups: ["Staff"] },
    }),
  );
  const importId = await stageReferenceRows(database, rows);
  await planStagedImport(database, importId, planCaller(planOptions({ mail: "always" })));
  await confirm(importId);
  return importId;
}

async function confirm(importId: bigint): Promise<void> {
  const planned = await findImport(database, importId);
  const entry = { fingerprint: planned?.planFingerprint ?? "", confirmedById: null, confirmedByName: "Test" };
  expect(await confirmPlan(database, importId, entry)).toBe(true);
}

async function planOf(importId: bigint): Promise<unknown[]> {
  const found = await database.pool.query<Record<string, unknown>>(
    "SELECT row_no, outcome, account_id, changes FROM import_plan_row WHERE import_id = $1 ORDER BY row_no",
    [importId],
  );
  return found.rows;
}

async function count(table: string): Promise<number> {
  const found = await database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return found.rows[0]?.n ?? -1;
}
