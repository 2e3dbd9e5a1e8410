/** Everything an organisation is, as text that two moments can be compared by; versions and times of change left out. */
import { run } from "./cast";
import type { TestContext } from "./test-context";

const parts = {
  accounts: `SELECT to_jsonb(a) - 'version' - 'updated_at' - 'last_seen_at' AS row FROM account a ORDER BY id`,
  addresses: `SELECT to_jsonb(h) AS row FROM address h ORDER BY key`,
  memberships: `SELECT to_jsonb(m) AS row FROM membership m ORDER BY account_id, group_id`,
  groups: `SELECT to_jsonb(g) AS row FROM "group" g ORDER BY id`,
  departments: `SELECT to_jsonb(d) AS row FROM department d ORDER BY id`,
  attributes: `SELECT to_jsonb(t) AS row FROM attribute t ORDER BY id`,
};

export async function organisationDump(given: TestContext): Promise<string> {
  const texts: string[] = [];
  for (const [name, statement] of Object.entries(parts)) {
    const rows = await run<{ row: unknown }>(given, statement);
    texts.push(name, ...rows.map(({ row }) => JSON.stringify(row)));
  }
  return texts.join("\n");
}
