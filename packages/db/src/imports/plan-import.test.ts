import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import {
  fillOrganisation,
  planCaller,
  referencePlanOptions,
  referenceRow,
  stageReferenceRows,
} from "../testing/import-fixtures";
import { planStagedImport } from "./plan-import";
import { findConsequenceRows } from "./plan-consequence-rows";
import { file, options, organisation } from "./plan-arbitraries";
import { planReference, type Flat, type ReferenceOptions, type ReferenceRow } from "./plan-reference";

let given: TestDatabase;
let database: Database;

beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "plan test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

describe("planStagedImport", () => {
  test(
    "says what the reference planner says, on random organisations and files",
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(organisation, file, options, async (accounts, lines, chosen) => {
          const rows = lines.map((line, index) => ({ ...line, rowNo: index + 1, line: index + 2 }));
          await fillOrganisation(database, accounts, chosen.plans);
          const planned = await planInDatabase(rows, chosen);
          expect(planned).toEqual(planReference(rows, accounts, chosen));
          await expectEveryNumberToLead();
        }),
        { numRuns: 60 },
      );
    },
  );

  test("plans nothing twice: the second call finds the import no longer staged", async () => {
    await fillOrganisation(database, []);
    const chosen: ReferenceOptions = {
      mode: "create",
      groupMode: "add",
      groups: [],
      protectAdministrators: true,
    };
    const importId = await stageReferenceRows(database, [referenceRow({ email: "ann@example.com" })]);
    const both = await Promise.all([plan(importId, chosen), plan(importId, chosen)]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  test("lists what would be created once each, with the line that asks first", async () => {
    await fillOrganisation(database, []);
    const importId = await stageReferenceRows(database, [
      referenceRow({ rowNo: 1, line: 2, email: "ann@example.com", department: "Ops", groups: ["Crew"] }),
      referenceRow({
        rowNo: 2,
        line: 3,
        email: "bob@example.com",
        department: "OPS",
        groups: ["crew", "Dock"],
      }),
      referenceRow({
        rowNo: 3,
        line: 4,
        email: "cid@example.com",
        department: "Yard",
        groups: ["Lost"],
        hasError: true,
      }),
    ]);
    await plan(importId, { mode: "create", groupMode: "add", groups: [], protectAdministrators: true });
    const stored = await database.pool.query<{ creates: unknown }>(
      "SELECT creates FROM import WHERE id = $1",
      [importId],
    );
    // The third row is not applied, so what it asks for is not created either.
    expect(stored.rows[0]?.creates).toMatchObject({
      departments: [{ name: "Ops", line: 2, near: null, rows: 2 }],
      groups: [
        { name: "Crew", line: 2, near: null, rows: 2 },
        { name: "Dock", line: 3, near: null, rows: 1 },
      ],
      attributes: [],
    });
  });
});

/** Every number that is told of the last import leads to as many rows. */
async function expectEveryNumberToLead(): Promise<void> {
  const stored = await database.pool.query<{
    id: string;
    told: Record<string, number> & { plansUsed: unknown[] };
  }>("SELECT id::text, consequences AS told FROM import ORDER BY import.id DESC LIMIT 1");
  const { id = "", told } = stored.rows[0] ?? {};
  const counted = [
    "mails",
    "links",
    "noWayIn",
    "administratorsMade",
    "administratorsChanged",
    "grantsHeld",
    "directoryBecomesManual",
    "policyChanges",
    "sessionsEnded",
  ] as const;
  const plansUsed = (told?.plansUsed ?? []) as { plan: string; accounts: number }[];
  const asked = [
    ...counted.map((key) => [key, told?.[key]] as const),
    ...plansUsed.map(({ plan, accounts }) => [`plan:${plan}` as const, accounts] as const),
  ];
  for (const [key, rows] of asked) {
    const found = await findConsequenceRows(database, BigInt(id), key, { after: 0, limit: 100 });
    expect([key, found.length]).toEqual([key, rows]);
  }
}

async function planInDatabase(rows: readonly ReferenceRow[], chosen: ReferenceOptions): Promise<unknown[]> {
  const importId = await stageReferenceRows(database, rows);
  expect(await plan(importId, chosen)).toBe(true);
  const stored = await database.pool.query<{
    rowNo: number;
    outcome: string;
    reason: string | null;
    accountId: string | null;
    changes: Record<string, { add?: string[] }> | null;
    problems: { code: string }[] | null;
  }>(
    `SELECT row_no AS "rowNo", outcome, reason, account_id AS "accountId", changes, problems
       FROM import_plan_row WHERE import_id = $1 ORDER BY row_no`,
    [importId],
  );
  return stored.rows.map((found) => ({
    rowNo: found.rowNo,
    outcome: found.outcome,
    reason: found.reason,
    // the id of an account to be created is nobody's business here
    accountId: found.outcome === "CREATE" || found.accountId === null ? null : Number(found.accountId),
    changes: normalise(found.changes),
    problemCodes: found.problems?.map((problem) => problem.code) ?? [],
  }));
}

/** Names to be added appear as the file writes them; the reference tells keys of groups. */
function normalise(changes: Record<string, { add?: string[]; remove?: string[] }> | null): Flat | null {
  if (changes === null) return null;
  const sorted = Object.entries(changes).map(([field, change]) => {
    if (change.add === undefined) return [field, change] as const;
    const add = field === "groups" ? change.add.map((name) => name.toLowerCase()) : change.add;
    return [field, { add: add.sort(), remove: (change.remove ?? []).sort() }] as const;
  });
  return Object.fromEntries(sorted);
}

async function plan(importId: bigint, chosen: ReferenceOptions): Promise<boolean> {
  return planStagedImport(database, importId, planCaller(referencePlanOptions(chosen)));
}
