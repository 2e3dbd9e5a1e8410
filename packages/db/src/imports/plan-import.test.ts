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
import {
  planReference,
  type Flat,
  type ReferenceOptions,
  type ReferencePlanOf,
  type ReferenceRow,
} from "./plan-reference";

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

const plans: ReferencePlanOf[] = [
  { name: "Gold", enabled: true, isDefault: true },
  { name: "Old", enabled: false, isDefault: false },
];
const adminRoles = ["MASTER", "SUPER", "FULL", "BASIC", "HELPDESK"];

/** What an account may have besides; a role always with its admin role, as account_flat says it. */
const flat: fc.Arbitrary<Flat> = fc
  .record(
    {
      adminRole: fc.constantFrom(null, null, ...adminRoles),
      plan: fc.constantFrom("Gold", "Old"),
      givenName: fc.constantFrom("Ann", "Bob"),
      familyName: fc.constantFrom("Alder", "Birch"),
      phone: fc.constantFrom("1", "2"),
      enabled: fc.boolean(),
      lockedOut: fc.boolean(),
      passwordNeverExpires: fc.boolean(),
      pop: fc.boolean(),
      accountCode: fc.constant("A1"),
      note: fc.constant("May"),
      delegates: fc.subarray(["x@example.com", "y@example.com"]),
      "attribute:desk": fc.constantFrom("1", "2"),
    },
    { requiredKeys: [] },
  )
  .map((one) => ({ ...one, role: (one.adminRole ?? null) === null ? "USER" : "ADMINISTRATOR" }));

/** What a row may give besides; null empties it. */
const extra: fc.Arbitrary<Flat> = fc.record(
  {
    role: fc.constantFrom("USER", "ADMINISTRATOR", null),
    adminRole: fc.constantFrom(...adminRoles, null),
    plan: fc.constantFrom("Gold", "gold", "Old", "Golld", null),
    givenName: fc.constantFrom("Ann", "Cid", null),
    familyName: fc.constantFrom("Alder", null),
    fullName: fc.constant(null),
    department: fc.constant(null),
    groups: fc.constant(null),
    aliases: fc.constant(null),
    phone: fc.constantFrom("1", "3", null),
    enabled: fc.constantFrom(true, false, null),
    lockedOut: fc.constantFrom(true, false),
    passwordNeverExpires: fc.boolean(),
    pop: fc.constantFrom(true, null),
    accountCode: fc.constantFrom("A1", "B2", null),
    note: fc.constantFrom("May", "June", null),
    delegates: fc.constantFrom(["X@example.com", "z@example.com"], null),
    "attribute:desk": fc.constantFrom("1", "3", null),
    "attribute:new": fc.constantFrom("1", null),
    $blank: fc.constantFrom(["phone"], ["phone", "attribute:desk"]),
  },
  { requiredKeys: [] },
);
/** Most rows of most files give little. */
const maybeExtra = fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: extra });

const organisation = fc
  .uniqueArray(fc.constantFrom(...people), { minLength: 0, maxLength: 5 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((name, index) =>
        fc.record({
          id: fc.constant(index + 1),
          addressKey: fc.constant<string>(`${name}@example.com`),
          aliasKeys: fc.constant<string[]>([`${name}.alias@example.com`]),
          version: fc.integer({ min: 1, max: 9 }),
          fullName: fc.constantFrom(...names),
          department: fc.option(fc.constantFrom("Sales", "Yard")),
          groups: fc.subarray(["Staff", "Night"]),
          flat,
        }),
      ),
    ),
  );

const aliasOf = fc.constantFrom(...people).map((name) => `${name}.alias@example.com`);
const file = fc.array(
  fc
    .record({
      hasError: fc.boolean(),
      email: fc.option(
        fc.oneof(
          { weight: 3, arbitrary: address },
          address.map((one) => one.toUpperCase()),
          aliasOf,
        ),
      ),
      fullName: fc.option(fc.constantFrom(...names)),
      department: fc.option(fc.constantFrom(...departments)),
      groups: fc.option(groupNames),
      hasPassword: fc.boolean(),
      aliases: fc.option(
        fc.uniqueArray(
          fc.oneof(aliasOf, address, fc.constantFrom("new.1@example.com", "New.2@example.com")),
          {
            maxLength: 2,
          },
        ),
        { freq: 2 },
      ),
      extra: maybeExtra,
      decision: fc.constantFrom(null, null, null, null, "skip" as const, "link" as const),
      linkAccountId: fc.integer({ min: 1, max: 6 }),
    })
    .map((row) => {
      // A cell that is cleared gives nothing else, and a row without an address is one with an error.
      const { extra: given } = row;
      return {
        ...row,
        aliases: row.aliases?.length === 0 || (given !== null && "aliases" in given) ? null : row.aliases,
        linkAccountId: row.decision === "link" ? row.linkAccountId : null,
        hasError: row.hasError || row.email === null,
        fullName: given !== null && "fullName" in given ? null : row.fullName,
        department: given !== null && "department" in given ? null : row.department,
        groups: given !== null && "groups" in given ? null : row.groups,
      };
    }),
  { maxLength: 10 },
);

const options: fc.Arbitrary<ReferenceOptions> = fc.record({
  mode: fc.constantFrom("create", "upsert", "upsert", "update"),
  groupMode: fc.constantFrom("add", "replace"),
  groups: fc.subarray(["Night", "Drivers"]),
  protectAdministrators: fc.boolean(),
  plans: fc.constantFrom(
    plans,
    plans.map((one) => ({ ...one, isDefault: false })),
  ),
  note: fc.constantFrom(null, null, "June"),
  demandsPlan: fc.boolean(),
  demandsPassword: fc.boolean(),
  actorRank: fc.constantFrom(0, 1, 3, 4),
  grantRoles: fc.boolean(),
  memberList: fc.boolean(),
});

describe("planStagedImport", () => {
  test("says what the reference planner says, on random organisations and files", async () => {
    await fc.assert(
      fc.asyncProperty(organisation, file, options, async (accounts, lines, chosen) => {
        const rows = lines.map((line, index) => ({ ...line, rowNo: index + 1, line: index + 2 }));
        await fillOrganisation(database, accounts, chosen.plans);
        const planned = await planInDatabase(rows, chosen);
        expect(planned).toEqual(planReference(rows, accounts, chosen));
      }),
      { numRuns: 100 },
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
      departments: [{ name: "Ops", line: 2, near: null }],
      groups: [
        { name: "Crew", line: 2, near: null },
        { name: "Dock", line: 3, near: null },
      ],
      attributes: [],
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
