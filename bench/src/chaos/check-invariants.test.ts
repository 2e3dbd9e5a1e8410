// A clean verdict of chaos is worth what its rules see: a healthy organisation with a history of every kind breaks none of them,
// and each way in which a commit can be half done is named.
import { openDatabase, type Context } from "@rollcall/accounts";
import { testDatabase, type TestDatabase } from "@rollcall/db/testing";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askInvariants, checkInvariants } from "./check-invariants";
import { liveHistory } from "./lived-history.fixtures";

let given: TestDatabase;
let context: Context;
let client: pg.Client;

beforeAll(async () => {
  given = await testDatabase();
  const quiet = () => undefined;
  context = {
    database: openDatabase(given.url, { name: "test", connections: 6 }),
    principal: { kind: "system" },
    ip: null,
    userAgent: null,
    settings: {
      appUrl: "http://localhost:3000",
      secret: "a secret of the tests, long enough",
      importMaxRows: 1_000,
      importMaxBytes: 1_000_000,
    },
    log: { info: quiet, warn: quiet, error: quiet },
  };
  client = new pg.Client({ connectionString: given.url });
  await client.connect();
  await liveHistory(context, client);
});
afterAll(async () => {
  await client.end();
  await context.database.close();
  await given.drop();
});

test("a healthy organisation breaks no rule, at rest and while somebody works", async () => {
  expect(await checkInvariants(given.url, true)).toEqual([]);
  expect(await checkInvariants(given.url, false)).toEqual([]);
});

const account = (key: string) => `(SELECT account_id FROM address WHERE key = '${key}')`;
/** The first import of the file, with everything that a commit does. */
const file = "(SELECT min(id) FROM import)";
const stopped = "(SELECT max(id) FROM import WHERE status = 'READY')";
const undo =
  "(SELECT max(id) FROM import WHERE undoes_id IS NOT NULL AND consequences->'undo'->>'restored' <> '0')";
/** With all that hangs on it; `also`: what else goes. */
const lose = (who: string, ...also: string[]) => [
  `CREATE TEMP TABLE lost ON COMMIT DROP AS SELECT ${account(who)} AS id`,
  ...["invitation", "pending_password", "session", "token", "address", "membership"].map(
    (table) => `DELETE FROM ${table} WHERE account_id = (SELECT id FROM lost)`,
  ),
  ...also,
  "DELETE FROM account WHERE id = (SELECT id FROM lost)",
];

interface Damage {
  by: string[];
  /** each of them is named; others may be too */
  says: string[];
}

const damages: [why: string, damage: Damage][] = [
  [
    "an account that was created is lost with all that hangs on it",
    {
      by: lose(
        "hal@h.example",
        "UPDATE message SET account_id = NULL WHERE account_id = (SELECT id FROM lost)",
      ),
      says: ["an account that an import created is lost"],
    },
  ],
  [
    "an account that a redo made again is lost",
    {
      by: lose("kay@h.example"),
      says: ["an account that an import created is lost"],
    },
  ],
  [
    "a new account lost its group",
    {
      by: [
        `DELETE FROM membership m USING "group" g WHERE g.id = m.group_id AND g.name = 'Crew' AND account_id = ${account("hal@h.example")}`,
      ],
      says: ["an account is not in the groups that its import put it into"],
    },
  ],
  [
    "a new account lost the group of the whole import",
    {
      by: [
        `DELETE FROM membership m USING "group" g WHERE g.id = m.group_id AND g.name = 'Staff' AND account_id = ${account("hal@h.example")}`,
      ],
      says: ["an account is not in the group that all of its import were put into"],
    },
  ],
  [
    "a new account lost its alias",
    {
      by: ["DELETE FROM address WHERE key = 'g@h.example'"],
      says: ["an account has not the addresses that its import gave it"],
    },
  ],
  [
    "a new account lost its department",
    {
      by: [`UPDATE account SET department_id = NULL WHERE id = ${account("hal@h.example")}`],
      says: ["an account has not the name or department that its import gave it"],
    },
  ],
  [
    "an update was not made",
    {
      by: [
        "UPDATE account a SET version = (c.before->>'version')::int FROM change c WHERE c.account_id = a.id AND c.import_id = (SELECT max(import_id) FROM change WHERE after IS NOT NULL AND before IS NOT NULL)",
      ],
      says: ["a change was not made"],
    },
  ],
  [
    "an update raised the version and changed nothing",
    {
      by: [`UPDATE account SET full_name = 'Cy' WHERE id = ${account("cy@h.example")}`],
      says: ["a change was not made"],
    },
  ],
  [
    "a before-image is missing",
    {
      by: [
        "DELETE FROM change c USING import i WHERE i.id = c.import_id AND i.undoes_id IS NULL AND c.row_no = 1",
      ],
      says: ["an account that an import changed has no before-image"],
    },
  ],
  ...(["group", "department", "attribute"] as const).map((table): [string, Damage] => [
    `a ${table} of an import that is not committed`,
    {
      by: [
        `INSERT INTO "${table}" (name, name_key, created_import_id) VALUES ('Never', 'never', ${stopped})`,
      ],
      says: ["groups, departments or attributes of an import that is not committed"],
    },
  ]),
  [
    "an account of an import that is not committed",
    {
      by: [`UPDATE account SET created_import_id = ${stopped} WHERE id = ${account("hal@h.example")}`],
      says: ["accounts of an import that is not committed"],
    },
  ],
  [
    "a waiting password of an import that is not committed",
    {
      by: [
        `INSERT INTO pending_password (account_id, import_id, row_no, sealed) VALUES (${account("hal@h.example")}, ${stopped}, 1, '')`,
      ],
      says: ["passwords of an import that is not committed", "a password that was not hashed"],
    },
  ],
  [
    "a password went",
    {
      by: [`UPDATE account SET has_password = true WHERE id = ${account("hal@h.example")}`],
      says: ["an account says it has a password, and there is none"],
    },
  ],
  [
    "the rows are counted otherwise than they are",
    {
      by: [`UPDATE import_plan_row SET outcome = 'UNCHANGED' WHERE import_id = ${stopped}`],
      says: ["the summary is not what the rows say"],
    },
  ],
  [
    "a row of an undo is missing",
    {
      by: [`DELETE FROM undo_row WHERE import_id = ${undo}`],
      says: ["the counts of an undo are not what its rows say"],
    },
  ],
  [
    "an undo cannot be taken back any more",
    {
      by: [`DELETE FROM change WHERE import_id = ${undo}`],
      says: ["an account that an undo touched has no before-image"],
    },
  ],
  [
    "rows of an undo that did not end",
    {
      by: [`UPDATE import SET status = 'FAILED' WHERE id = ${undo}`],
      says: ["rows of an undo that is not committed", "before-images of an import that is not committed"],
    },
  ],
  [
    "an undo stands twice in the audit log, its chain whole",
    {
      by: [
        "SET LOCAL session_replication_role = origin",
        `INSERT INTO audit_event (actor_name, action, subject_type, subject_id, import_id) VALUES ('x', 'import.undone', 'import', '1', ${undo})`,
      ],
      says: ["an import is not committed, or taken back, exactly once in the audit log"],
    },
  ],
  [
    "a commit stands in it although there was none",
    {
      by: [
        "SET LOCAL session_replication_role = origin",
        `INSERT INTO audit_event (actor_name, action, subject_type, subject_id, import_id) VALUES ('x', 'import.committed', 'import', '1', ${stopped})`,
      ],
      says: ["an import is not committed, or taken back, exactly once in the audit log"],
    },
  ],
  [
    "an account that an undo removed is there",
    {
      by: [
        "INSERT INTO account (id, full_name) SELECT account_id, 'Ivy' FROM undo_row WHERE email = 'ivy@h.example'",
        "INSERT INTO address (key, email, account_id) SELECT email, email, account_id FROM undo_row WHERE email = 'ivy@h.example'",
      ],
      says: ["an account that an undo removed is there"],
    },
  ],
  [
    "a promised mail is missing",
    {
      by: [`DELETE FROM message WHERE kind = 'welcome' AND to_address = 'jo@h.example'`],
      says: ["not as many mails as the import says"],
    },
  ],
  [
    "a mail that was sent is not counted",
    {
      by: ["DELETE FROM import_mail WHERE sent > 0"],
      says: ["the mails of an import are counted otherwise than they are"],
    },
  ],
  [
    "two mails to one address, the account gone",
    {
      by: [
        "INSERT INTO message (kind, import_id, to_address, to_name) SELECT kind, import_id, upper(to_address), to_name FROM message WHERE to_address = 'ivy@h.example'",
      ],
      says: ["two mails of one kind to one address", "not as many mails as the import says"],
    },
  ],
  [
    "the key of a committed import is left",
    {
      by: [`UPDATE import SET sealed_key = 'x' WHERE id = ${file}`],
      says: ["the key of an import that ended, with no password left to hash"],
    },
  ],
  [
    "a key is older than a day",
    {
      by: [`UPDATE import SET sealed_at = now() - interval '2 days' WHERE id = ${stopped}`],
      says: ["a key older than a day"],
    },
  ],
  ...(
    [
      [
        "token",
        "INSERT INTO token (purpose, hash, account_id, expires_at) VALUES ('SET_PASSWORD', '', 0, now())",
      ],
      ["session", "INSERT INTO session (id, account_id, expires_at) VALUES (gen_random_uuid(), 0, now())"],
      ["device", "INSERT INTO device (account_id, name, platform) VALUES (0, 'x', 'IOS')"],
      ["invitation", "INSERT INTO invitation (account_id, expires_at) VALUES (0, now())"],
      [
        "password",
        `INSERT INTO pending_password (account_id, import_id, row_no, sealed) VALUES (0, ${file}, 1, '')`,
      ],
    ] as const
  ).map(([what, by]): [string, Damage] => [
    `a ${what} of nobody`,
    {
      by: [by],
      says: [
        "a link, a session, a device, an invitation or a waiting password of an account that is not there",
      ],
    },
  ]),
  [
    "a user name twice",
    {
      by: [`UPDATE account SET username = 'GUS' WHERE id = ${account("hal@h.example")}`],
      says: ["a user name exists twice in a domain"],
    },
  ],
  [
    "a membership of nobody",
    {
      by: [`INSERT INTO membership (account_id, group_id) SELECT 0, min(id) FROM "group"`],
      says: ["a membership of an account that is not there"],
    },
  ],
  [
    "an event was changed",
    {
      by: ["UPDATE audit_event SET actor_name = 'Nobody' WHERE id = 2"],
      says: ["the audit chain is broken"],
    },
  ],
];

describe("is named when damaged:", () => {
  test.each(damages)("%s", async (_why, { by, says }) => {
    await client.query("BEGIN");
    try {
      // As a commit writes: nothing but the rules looks after references.
      await client.query("SET LOCAL session_replication_role = replica");
      let touched = 0;
      for (const statement of by) touched = (await client.query(statement)).rowCount ?? 0;
      expect(touched).toBeGreaterThan(0);
      const named = (await askInvariants(client, true)).map(({ rule }) => rule);
      expect(named).toEqual(expect.arrayContaining(says));
    } finally {
      await client.query("ROLLBACK");
    }
  });
});
