import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { fillOrganisation, referenceRow, stageReferenceRows } from "../testing/import-fixtures";
import { planStagedImport } from "./plan-import";
import { planReference, type ReferenceOptions, type ReferenceRow } from "./plan-reference";

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

const people = ["ann", "bob", "cid", "dee", "eve", "fay"];
const names = ["Ann Alder", "Bob Birch", "Cid Cedar"];
const departments = ["Sales", "sales", "Yard", "IT"];
const groups = ["Staff", "Night", "staff", "Drivers"];

const address = fc.constantFrom(...people).map((name) => `${name}@example.com`);
const groupNames = fc.uniqueArray(fc.constantFrom(...groups), {
  selector: (name) => name.toLowerCase(),
  maxLength: 3,
});

const organisation = fc
  .uniqueArray(fc.constantFrom(...people), { minLength: 0, maxLength: 5 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((name, index) =>
        fc.record({
          id: fc.constant(index + 1),
          addressKey: fc.constant<string>(`${name}@example.com`),
          aliasKeys: fc.constant<string[]>([`${name}.alias@example.com`]),
          administrator: fc.boolean(),
          version: fc.integer({ min: 1, max: 9 }),
          fullName: fc.constantFrom(...names),
          department: fc.option(fc.constantFrom("Sales", "Yard")),
          groups: fc.subarray(["Staff", "Night"]),
        }),
      ),
    ),
  );

const file = fc.array(
  fc.record({
    hasError: fc.boolean(),
    email: fc.option(
      fc.oneof(
        address,
        address.map((one) => one.toUpperCase()),
        fc.constantFrom(...people).map((name) => `${name}.alias@example.com`),
      ),
    ),
    fullName: fc.option(fc.constantFrom(...names)),
    department: fc.option(fc.constantFrom(...departments)),
    groups: fc.option(groupNames),
    hasPassword: fc.boolean(),
  }),
  { maxLength: 12 },
);

const options: fc.Arbitrary<ReferenceOptions> = fc.record({
  mode: fc.constantFrom("create", "upsert", "update"),
  groupMode: fc.constantFrom("add", "replace"),
  groups: fc.subarray(["Night", "Drivers"]),
  protectAdministrators: fc.boolean(),
});

describe("planStagedImport", () => {
  test("says what the reference planner says, on random organisations and files", async () => {
    await fc.assert(
      fc.asyncProperty(organisation, file, options, async (accounts, lines, chosen) => {
        const rows = lines.map((line, index) => ({ ...line, rowNo: index + 1, line: index + 2 }));
        await fillOrganisation(database, accounts);
        const planned = await planInDatabase(rows, chosen);
        expect(planned).toEqual(planReference(rows, accounts, chosen));
      }),
      { numRuns: 60 },
    );
  });

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
    expect(stored.rows[0]?.creates).toEqual({
      departments: [{ name: "Ops", line: 2 }],
      groups: [
        { name: "Crew", line: 2 },
        { name: "Dock", line: 3 },
      ],
    });
  });
});

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

/** Names to be added appear as the file writes them; the reference tells keys. */
function normalise(changes: Record<string, { add?: string[] }> | null): Record<string, unknown> | null {
  if (changes?.["groups"]?.add === undefined) return changes;
  return {
    ...changes,
    groups: { ...changes["groups"], add: changes["groups"].add.map((name) => name.toLowerCase()).sort() },
  };
}

async function plan(importId: bigint, chosen: ReferenceOptions): Promise<boolean> {
  return planStagedImport(database, importId, () => ({
    ...chosen,
    mail: "file",
    groups: chosen.groups.map((name) => ({ name, key: name.toLowerCase() })),
    emailColumn: "Email",
    passwordColumn: "Password",
  }));
}
