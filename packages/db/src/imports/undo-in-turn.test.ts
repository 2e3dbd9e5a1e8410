import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { referenceRow } from "../testing/import-fixtures";
import {
  carryOutRows,
  dumpOrganisation,
  fillUndoable,
  takeBackImport,
  tellUndo,
  undoableFile,
} from "../testing/undo-fixtures";
import { options, organisation } from "./plan-arbitraries";
import type { ReferenceOptions, ReferenceRow } from "./plan-reference";

let given: TestDatabase;
let database: Database;

beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "undo in turn test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

// The same cases every time, as everywhere (importer's property-seed.ts); FUZZ_SEED=random draws others, and the title names them.
const seed = fc.readConfigureGlobal().seed ?? Math.trunc(Math.random() * 2 ** 31);
const files = (count: number) =>
  fc.array(fc.record({ rows: undoableFile, chosen: options }), { minLength: count, maxLength: count });

interface File {
  rows: ReferenceRow[];
  chosen: ReferenceOptions;
}

/** One after the other; what was before the first, and after each. */
async function carryOutAll(given: File[]): Promise<{ states: string[]; imports: bigint[] }> {
  const states = [await dumpOrganisation(database)];
  const imports: bigint[] = [];
  for (const { rows, chosen } of given) {
    imports.push(await carryOutRows(database, rows, { ...chosen, ...plansOf(given) }));
    states.push(await dumpOrganisation(database));
  }
  return { states, imports };
}

/** The service plans are the organisation's, not the file's. */
const plansOf = (given: File[]): Pick<ReferenceOptions, "plans"> => {
  const plans = given[0]?.chosen.plans;
  return plans === undefined ? {} : { plans };
};

/** Nothing is kept, and the organisation is then in this state to the letter; gives the undo. */
async function backTo(state: string | undefined, importId: bigint | undefined): Promise<bigint> {
  if (importId === undefined) throw new Error("no such import");
  const told = await tellUndo(database, importId);
  expect(told.filter(({ heap }) => heap === "KEPT" || heap === "GONE")).toEqual([]);
  const undo = await takeBackImport(database, importId);
  expect(await dumpOrganisation(database)).toBe(state);
  return undo;
}

describe(`imports over the same accounts (seed ${String(seed)})`, () => {
  // An undo gives an account a new version: who asked only for versions would keep everything that two imports had changed.
  test("three are taken back, the newest first", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(organisation, files(3), async (accounts, given) => {
        await fillUndoable(database, accounts, plansOf(given).plans ?? []);
        const { states, imports } = await carryOutAll(given);
        for (const at of [2, 1, 0]) await backTo(states[at], imports[at]);
      }),
      { numRuns: 15, seed },
    );
  });

  test(
    "two are taken back, brought again, and taken back again by either way",
    { timeout: 240_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(organisation, files(2), async (accounts, given) => {
          await fillUndoable(database, accounts, plansOf(given).plans ?? []);
          const { states, imports } = await carryOutAll(given);
          const second = await backTo(states[1], imports[1]);
          const first = await backTo(states[0], imports[0]);
          const firstAgain = await backTo(states[1], first);
          await backTo(states[2], second);
          // the import itself, which stands again
          const secondOnceMore = await backTo(states[1], imports[1]);
          // or the undo that had brought it again
          const firstOnceMore = await backTo(states[0], firstAgain);
          await backTo(states[1], firstOnceMore);
          await backTo(states[2], secondOnceMore);
        }),
        { numRuns: 15, seed },
      );
    },
  );

  test("some rows first, then the others", { timeout: 240_000 }, async () => {
    const chosenRows = fc.subarray([-3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    await fc.assert(
      fc.asyncProperty(organisation, files(2), chosenRows, async (accounts, given, rowNos) => {
        await fillUndoable(database, accounts, plansOf(given).plans ?? []);
        const { states, imports } = await carryOutAll(given);
        await takeBackImport(database, imports[1] ?? 0n, rowNos);
        await backTo(states[1], imports[1]);
        await backTo(states[0], imports[0]);
      }),
      { numRuns: 15, seed },
    );
  });
});

const plain: ReferenceOptions = {
  ...{ mode: "upsert", groupMode: "replace", groups: [], protectAdministrators: false, note: null },
  ...{ demandsPlan: false, demandsPassword: false, byUsername: false, actorRank: 0, grantRoles: true },
  memberList: false,
};
const ann = (fields: Partial<ReferenceRow>): ReferenceRow[] => [
  referenceRow({ email: "ann@example.com", fullName: "Ann Alder", ...fields }),
];

async function annIs(): Promise<unknown> {
  const found = await database.pool.query(
    `SELECT d.name AS department, array(SELECT g.name FROM membership m JOIN "group" g ON g.id = m.group_id WHERE m.account_id = a.id) AS groups
       FROM account a LEFT JOIN department d ON d.id = a.department_id`,
  );
  return found.rows;
}

describe("names that come and go with undos", () => {
  // The older import first: its account is kept, its department and group are nobody's by then and go. The younger one needs them.
  test("what one deleted comes again for the other, and for each that follows", async () => {
    await fillUndoable(database, [], []);
    const first = await carryOutRows(database, ann({ department: "Docks", groups: ["Cranes"] }), plain);
    const created = await dumpOrganisation(database);
    const second = await carryOutRows(database, ann({ department: "Yard", groups: ["Night"] }), plain);
    await takeBackImport(database, first);
    expect(await annIs()).toEqual([{ department: "Yard", groups: ["Night"] }]);
    expect(await dumpOrganisation(database)).not.toContain("Docks");

    await takeBackImport(database, second);
    expect(await annIs()).toEqual([{ department: "Docks", groups: ["Cranes"] }]);
    expect(await dumpOrganisation(database)).toBe(created);

    // deleted by two undos by then: it comes again once
    let last = await takeBackImport(database, first);
    expect(await annIs()).toEqual([]);
    for (const way of [first, null, first]) {
      last = await takeBackImport(database, last);
      expect(await dumpOrganisation(database)).toBe(created);
      last = await takeBackImport(database, way ?? last);
      expect(await annIs()).toEqual([]);
    }
  });
});

describe("what stands against it", () => {
  test("a person's change between two imports keeps the older one's account, though the younger is taken back", async () => {
    await fillUndoable(database, [], []);
    await carryOutRows(database, ann({ department: "Sales" }), plain);
    const second = await carryOutRows(database, ann({ department: "Yard" }), plain);
    await database.pool.query("UPDATE account SET phone = '1', version = version + 1");
    const third = await carryOutRows(database, ann({ department: "IT" }), plain);
    await takeBackImport(database, third);
    expect(await tellUndo(database, second)).toMatchObject([{ heap: "KEPT" }]);
  });

  // It did nothing: the import stands, and is taken back when what stood against it is gone.
  test("an undo that kept everything is none", async () => {
    await fillUndoable(database, [], []);
    const first = await carryOutRows(database, ann({ department: "Sales" }), plain);
    const second = await carryOutRows(database, ann({ department: "Yard" }), plain);
    expect(await tellUndo(database, first)).toMatchObject([
      { heap: "KEPT", reason: expect.stringContaining("The import test.csv changed it") as string },
    ]);
    await takeBackImport(database, first);
    await takeBackImport(database, second);
    expect(await tellUndo(database, first)).toMatchObject([{ heap: "REMOVED" }]);
    await takeBackImport(database, first);
    expect(await annIs()).toEqual([]);
  });
});
