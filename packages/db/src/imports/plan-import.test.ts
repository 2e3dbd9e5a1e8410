import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { insertImport, nextImportId } from "./import-records";
import { planStagedImport } from "./plan-import";
import {
  planReference,
  type ReferenceAccount,
  type ReferenceOptions,
  type ReferenceRow,
} from "./plan-reference";
import { stageRows } from "./stage-rows";
import type { StagedRow } from "./staged-row";

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
          addressKey: fc.constant(`${name}@example.com`),
          aliasKeys: fc.constant([`${name}.alias@example.com`]),
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
        await fillOrganisation(accounts);
        const planned = await planInDatabase(rows, chosen);
        expect(planned).toEqual(planReference(rows, accounts, chosen));
      }),
      { numRuns: 60 },
    );
  });

  test("plans nothing twice: the second call finds the import no longer staged", async () => {
    await fillOrganisation([]);
    const chosen: ReferenceOptions = {
      mode: "create",
      groupMode: "add",
      groups: [],
      protectAdministrators: true,
    };
    const importId = await stage([row({ email: "ann@example.com" })]);
    const both = await Promise.all([plan(importId, chosen), plan(importId, chosen)]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  test("lists what would be created once each, with the line that asks first", async () => {
    await fillOrganisation([]);
    const importId = await stage([
      row({ rowNo: 1, line: 2, email: "ann@example.com", department: "Ops", groups: ["Crew"] }),
      row({ rowNo: 2, line: 3, email: "bob@example.com", department: "OPS", groups: ["crew", "Dock"] }),
      row({
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

function row(fields: Partial<ReferenceRow>): ReferenceRow {
  return {
    rowNo: 1,
    line: 2,
    hasError: false,
    email: null,
    fullName: "Ann",
    department: null,
    groups: null,
    hasPassword: false,
    ...fields,
  };
}

async function planInDatabase(rows: readonly ReferenceRow[], chosen: ReferenceOptions): Promise<unknown[]> {
  const importId = await stage(rows);
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

async function stage(rows: readonly ReferenceRow[]): Promise<bigint> {
  const importId = await nextImportId(database);
  await insertImport(database, importId, {
    createdById: null,
    createdByName: "Test",
    fileName: "test.csv",
    fileBytes: null,
    options: {},
    sealedKey: new Uint8Array(1),
  });
  // One batch; the batches of a real file are tested where files are read.
  const batches = (async function* () {
    await Promise.resolve();
    yield rows.map(toStaged);
  })();
  await stageRows(database, importId, batches, () => ({
    file: { rows: rows.length, blankRows: 0, fileBytes: 1, fileSha256: "" },
    formatId: "hosted-users",
    recognition: {},
    problems: [],
  }));
  return importId;
}

function toStaged(line: ReferenceRow): StagedRow {
  return {
    rowNo: line.rowNo,
    line: line.line,
    cells: [line.email ?? "", line.fullName ?? ""],
    problems: null,
    hasError: line.hasError,
    email: line.email,
    emailKey: line.email?.toLowerCase() ?? null,
    username: null,
    fullName: line.fullName,
    givenName: null,
    middleName: null,
    familyName: null,
    department: line.department,
    departmentKey: line.department?.toLowerCase() ?? null,
    groups: line.groups,
    groupKeys: line.groups?.map((name) => name.toLowerCase()) ?? null,
    sendWelcome: null,
    passwordSealed: line.hasPassword ? Buffer.from("sealed") : null,
  };
}

async function fillOrganisation(accounts: readonly ReferenceAccount[]): Promise<void> {
  await database.pool.query(`TRUNCATE account, address, membership, "group", department, import CASCADE`);
  await database.pool.query(
    `INSERT INTO department (name, name_key) VALUES ('Sales', 'sales'), ('Yard', 'yard')`,
  );
  await database.pool.query(
    `INSERT INTO "group" (name, name_key) VALUES ('Staff', 'staff'), ('Night', 'night')`,
  );
  for (const account of accounts) {
    await database.pool.query(
      `INSERT INTO account (id, full_name, role, version, department_id)
       VALUES ($1, $2, $3::"Role", $4, (SELECT id FROM department WHERE name = $5))`,
      [
        account.id,
        account.fullName,
        account.administrator ? "ADMINISTRATOR" : "USER",
        account.version,
        account.department,
      ],
    );
    for (const [index, key] of [account.addressKey, ...account.aliasKeys].entries()) {
      await database.pool.query(
        "INSERT INTO address (key, email, account_id, is_primary) VALUES ($1, $1, $2, $3)",
        [key, account.id, index === 0],
      );
    }
    for (const group of account.groups) {
      await database.pool.query(
        `INSERT INTO membership (account_id, group_id) SELECT $1, id FROM "group" WHERE name = $2`,
        [account.id, group],
      );
    }
  }
}
