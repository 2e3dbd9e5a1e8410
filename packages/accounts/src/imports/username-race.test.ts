import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addAccount } from "../people/add-account";
import { editAccount } from "../people/edit-account";
import { play, run, value, type Player } from "../testing/cast";
import { confirmFile, planFile } from "../testing/files";
import { openTestContext, type TestContext } from "../testing/test-context";
import { commitImport } from "./commit-import";
import { getImport } from "./get-import";
import type { ImportRecord } from "./types";

/** A user name that a plan gives and hands give, too, before the commit or while it runs. */
let given: TestContext;
let master: Player;
beforeAll(async () => {
  given = await openTestContext();
  master = await play(given, "MASTER");
});
afterAll(() => given.close());

const add = (email: string, username: string | null = null) =>
  addAccount(master.context, { email, fullName: "By Hand", sendWelcome: false, username });

async function confirmed(rows: string): Promise<ImportRecord> {
  const options = { format: "rollcall", mode: "upsert" } as const;
  const planned = await planFile(master.context, `email,fullName,username\r\n${rows}\r\n`, options);
  return confirmFile(master.context, planned);
}

const bearers = (username: string) =>
  run<{ email: string }>(
    given,
    `SELECT p.email FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary WHERE lower(a.username) = lower($1)`,
    username,
  );

describe("a user name that an import gives", () => {
  test("and a person gave by hand since the preview: the row is held, the others go in", async () => {
    const { id } = await confirmed("planned@example.com,Ann,Given\r\nother@example.com,Bob,free");
    value(await add("hand@example.com", "given"));
    value(await commitImport(given.context, { importId: id }));
    expect(value(await getImport(master.context, { importId: id })).summary).toMatchObject({
      create: 1,
      problem: 1,
    });
    expect(await bearers("given")).toEqual([{ email: "hand@example.com" }]);
    expect(await bearers("free")).toHaveLength(1);
  });

  test("while people give it by hand: whoever comes first has it, and nobody else", async () => {
    for (let round = 1; round <= 6; round += 1) {
      const name = `race${String(round)}`;
      const old = value(await add(`old-${name}@example.com`));
      const { id } = await confirmed(`new-${name}@example.com,Ann,${name}`);
      const commit = commitImport(given.context, { importId: id });
      const wait = new Promise((resolve) => setTimeout(resolve, round * 8));
      const edits = [
        wait.then(() =>
          editAccount(master.context, {
            accountId: old.id,
            version: old.version,
            fields: { username: name.toUpperCase() },
          }),
        ),
        wait.then(() => add(`more-${name}@example.com`, name)),
      ];
      const results = await Promise.all([commit, ...edits]);
      expect(results[0].ok).toBe(true);
      expect(await bearers(name)).toHaveLength(1);
    }
  });
});
