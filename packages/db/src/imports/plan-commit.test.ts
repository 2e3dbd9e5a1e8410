import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type Database } from "../client";
import { testDatabase, type TestDatabase } from "../testing";
import { commitReferenceRows, fillOrganisation } from "../testing/import-fixtures";
import { file, options, organisation } from "./plan-arbitraries";
import { planReference, type ReferenceOptions, type ReferenceRow } from "./plan-reference";

let given: TestDatabase;
let database: Database;

beforeAll(async () => {
  given = await testDatabase();
  database = openDatabase(given.url, { name: "plan and commit test" });
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

/** What is compared: by primary address, the name, the aliases and the groups. */
type People = Record<string, { name: string; aliases: string[]; groups: string[] }>;

// The preview is a promise: what it announced is what is there afterwards, aliases that changed hands included.
test("a commit makes what the plan announced, and nothing else", { timeout: 240_000 }, async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(organisation, file, options, async (accounts, lines, chosen) => {
      const rows: ReferenceRow[] = lines.map((line, index) => ({
        ...line,
        rowNo: index + 1,
        line: index + 2,
      }));
      await fillOrganisation(database, accounts, chosen.plans);
      // The import's groups are looked up: there must be one by the name.
      await database.pool.query(`INSERT INTO "group" (name, name_key) VALUES ('Drivers', 'drivers')`);
      const expected: People = Object.fromEntries(
        accounts.map((account) => [
          account.addressKey,
          {
            name: account.fullName,
            aliases: [...account.aliasKeys],
            groups: account.groups.map((name) => name.toLowerCase()),
          },
        ]),
      );
      const inFile = new Set<number | null>();
      for (const plan of planReference(rows, accounts, chosen)) {
        inFile.add(plan.accountId);
        const row = rows.find(({ rowNo }) => rowNo === plan.rowNo);
        const account = accounts.find(({ id }) => id === plan.accountId);
        const changes = (plan.changes ?? {}) as Record<
          string,
          { add?: string[]; remove?: string[]; to?: string }
        >;
        const name = changes["fullName"]?.to;
        if (plan.outcome === "CREATE" && row?.email) {
          const key = row.email.toLowerCase();
          const groups = [...(row.groups ?? []), ...chosen.groups].map((group) => group.toLowerCase());
          expected[key] = {
            name: row.fullName ?? name ?? "",
            aliases: (row.aliases ?? []).map((alias) => alias.toLowerCase()).filter((alias) => alias !== key),
            groups: [...new Set(groups)],
          };
        }
        const was = expected[account?.addressKey ?? ""];
        if (plan.outcome !== "UPDATE" || was === undefined) continue;
        const changed = (list: string[], field: string): string[] => {
          const { add = [], remove = [] } = changes[field] ?? {};
          const gone = remove.map((one) => one.toLowerCase());
          if (field === "aliases") moved += gone.length;
          return [...list.filter((one) => !gone.includes(one)), ...add.map((one) => one.toLowerCase())];
        };
        was.name = name ?? was.name;
        was.aliases = changed(was.aliases, "aliases");
        was.groups = changed(was.groups, "groups");
      }
      takeOutsidersOut(expected, accounts, inFile, chosen);
      const { result } = await commitReferenceRows(database, rows, chosen);
      expect(result.kind).toBe("committed");
      expect(await readPeople()).toEqual(sorted(expected));
    }),
    { numRuns: 40 },
  );
  expect(moved).toBeGreaterThan(0);
});

/** Where the file is a member list, whoever is not in it leaves its groups; above the importer's rank nobody does. */
function takeOutsidersOut(
  expected: People,
  accounts: readonly { id: number; addressKey: string; flat?: Record<string, unknown> }[],
  inFile: ReadonlySet<number | null>,
  { memberList, groups, actorRank = 0 }: ReferenceOptions,
): void {
  if (memberList !== true) return;
  const roles = ["MASTER", "MIGRATION", "SUPER", "FULL", "BASIC", "HELPDESK", "GATEWAY"];
  const left = groups.map((group) => group.toLowerCase());
  for (const { id, addressKey, flat } of accounts) {
    const rank = flat?.["role"] === "ADMINISTRATOR" ? roles.indexOf(String(flat["adminRole"])) : 7;
    const person = expected[addressKey];
    if (person === undefined || inFile.has(id) || rank < actorRank) continue;
    person.groups = person.groups.filter((group) => !left.includes(group));
  }
}

async function readPeople(): Promise<People> {
  const found = await database.pool.query<{ key: string; name: string; aliases: string[]; groups: string[] }>(
    `SELECT h.key, a.full_name AS name,
            ARRAY(SELECT o.key FROM address o WHERE o.account_id = a.id AND NOT o.is_primary) AS aliases,
            ARRAY(SELECT g.name_key FROM membership m JOIN "group" g ON g.id = m.group_id WHERE m.account_id = a.id) AS groups
       FROM account a JOIN address h ON h.account_id = a.id AND h.is_primary`,
  );
  return sorted(Object.fromEntries(found.rows.map(({ key, ...person }) => [key, person])));
}

function sorted(people: People): People {
  return Object.fromEntries(
    Object.entries(people).map(([key, { name, aliases, groups }]) => [
      key,
      { name, aliases: [...aliases].sort(), groups: [...groups].sort() },
    ]),
  );
}
