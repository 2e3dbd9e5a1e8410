import {
  commitImport,
  confirmImport,
  getImport,
  openDatabase,
  receiveImport,
  type Context,
  type ImportOptions,
  type KeptMails,
  type MailTransport,
  type Result,
} from "@rollcall/accounts";
import { testDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeLanes } from "./lanes";
import { makeLog } from "./log";

let given: TestDatabase;
let context: Context;

beforeAll(async () => {
  given = await testDatabase();
  const log = makeLog(() => undefined);
  context = {
    ...{ database: openDatabase(given.url, { name: "test" }), principal: { kind: "system" }, ip: null },
    ...{ userAgent: null, log },
    settings: {
      ...{ appUrl: "http://localhost:3000", secret: "a secret for tests that is long enough" },
      ...{ importMaxRows: 1000, importMaxBytes: 1_000_000 },
    },
  };
});
afterAll(async () => {
  await context.database.close();
  await given.drop();
});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function receive(row: string, options: Partial<ImportOptions> = {}): Promise<string> {
  const file = Buffer.from(`Email,Full Name,Password,Send email\n${row}\n`);
  // eslint-disable-next-line @typescript-eslint/require-await -- the use case takes a stream, and this is a short one
  const source = async function* () {
    yield file;
  };
  const input = { fileName: "users.csv", declaredBytes: file.length, options, source: source() };
  const { id } = value(await receiveImport(context, input));
  while (await lane("imports").work());
  return id;
}

const transport: MailTransport = {
  send: ({ key }) => Promise.resolve({ kind: "accepted", providerId: `${key}.eml` }),
};
/** A disk of which files named here do not let go. */
const disk = { files: new Set<string>(), stuck: new Set<string>() };
const kept: KeptMails = {
  files: async function* () {
    yield await Promise.resolve([...disk.files]);
  },
  forget: (name) => {
    if (disk.stuck.has(name))
      return Promise.reject(new Error(`EROFS: read-only file system, unlink '${name}'`));
    disk.files.delete(name);
    return Promise.resolve();
  },
  forgetUnfinished: () => Promise.resolve(0),
};
function lane(name: string) {
  const mail = { transport, kept, from: "rollcall@example.com", keepReadable: true, renderMail: plainMail };
  const log = makeLog((line) => told.push(line));
  const { lanes } = makeLanes(context, mail, log, new AbortController().signal);
  const found = lanes.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no lane ${name}`);
  return found;
}
const told: string[] = [];
const plainMail = () => Promise.resolve({ subject: "Welcome", html: "<p>Welcome</p>", text: "Welcome" });

async function mailed(row: string): Promise<{ importId: string; file: string }> {
  const { pool } = context.database;
  const importId = await receive(row);
  const { fingerprint } = value(await getImport(context, { importId }));
  value(await confirmImport(context, { importId, fingerprint: fingerprint ?? "" }));
  value(await commitImport(context, { importId }));
  while (await lane("mail").work());
  await pool.query("UPDATE import SET ended_at = now() - interval '40 days' WHERE id = $1", [importId]);
  const { rows } = await pool.query<{ file: string }>(
    "SELECT provider_id AS file FROM message WHERE import_id = $1 AND kind = 'welcome'",
    [importId],
  );
  const file = rows[0]?.file ?? "";
  disk.files.add(file);
  return { importId, file };
}

// SECURITY.md: after a day whatever happens. Retention comes by the same lane, and its disk may be full or gone.
test("a mail that cannot be taken away holds up its own import: passwords go, the next import goes, and it is told", async () => {
  const { pool } = context.database;
  const first = await mailed("ann@example.com,Ann Alder,,Yes");
  const second = await mailed("cy@example.com,Cy Cedar,,Yes");
  disk.stuck.add(first.file);
  await pool.query("INSERT INTO setting (key, value) VALUES ('imports.keepRowsDays', '30')");

  const waiting = await receive("bob@example.com,Bob Birch,a long enough phrase,No");
  const keys = async () =>
    (await pool.query("SELECT FROM import WHERE id = $1 AND sealed_key IS NOT NULL", [waiting])).rowCount;
  await pool.query("UPDATE import SET sealed_at = now() - interval '25 hours' WHERE id = $1", [waiting]);
  expect(await keys()).toBe(1);
  const upkeep = lane("upkeep");
  while (await upkeep.work());
  expect(await keys()).toBe(0);
  const redacted = async () =>
    (
      await pool.query<{ id: string }>(
        "SELECT import_id AS id FROM audit_event WHERE action = 'import.redacted' ORDER BY audit_event.id",
      )
    ).rows;
  expect(await redacted()).toEqual([{ id: second.importId }]);
  expect([...disk.files]).toEqual([first.file]);
  const words = told.filter((line) => line.includes("an old import still has contents"));
  expect(words).toHaveLength(1);
  expect(words[0]).toContain(first.file);
  expect(words[0]).toContain(`"importId":"${first.importId}"`);

  // A worker that starts anew tries at once; a running one in an hour.
  disk.stuck.clear();
  await upkeep.work();
  expect(await redacted()).toHaveLength(1);
  const later = lane("upkeep");
  while (await later.work());
  expect(await redacted()).toEqual([{ id: second.importId }, { id: first.importId }]);
  expect([...disk.files]).toEqual([]);
});

// Nothing to wait for each other: the retention of one organisation was stuck behind one table.
test("a task of upkeep that fails is told, and the others are done", async () => {
  const { pool } = context.database;
  const waiting = await receive("dee@example.com,Dee Dogwood,a long enough phrase,No");
  await pool.query("UPDATE import SET sealed_at = now() - interval '25 hours' WHERE id = $1", [waiting]);
  const done = await mailed("eve@example.com,Eve Elder,,Yes");
  await pool.query("ALTER TABLE review_segment RENAME TO review_segment_away");
  try {
    told.length = 0;
    const upkeep = lane("upkeep");
    while (await upkeep.work());
    expect(told.filter((line) => line.includes(`"task":"drop review indexes"`)).length).toBeGreaterThan(0);
  } finally {
    await pool.query("ALTER TABLE review_segment_away RENAME TO review_segment");
  }
  const { rows } = await pool.query("SELECT redacted_at IS NOT NULL AS gone FROM import WHERE id = $1", [
    done.importId,
  ]);
  expect(rows).toEqual([{ gone: true }]);
});

test("what is objected to waits for its review again after one look, without a defect", async () => {
  const { pool } = context.database;
  await pool.query(`INSERT INTO "group" (name, name_key) VALUES ('Crew', 'crew')`);
  const importId = await receive("olga@example.com,Olga,,no", { groups: ["Crew"] });
  const { fingerprint } = value(await getImport(context, { importId }));
  value(await confirmImport(context, { importId, fingerprint: fingerprint ?? "" }));
  await pool.query(`DELETE FROM "group" WHERE name = 'Crew'`);
  told.length = 0;
  const looks = [await lane("imports").work(), await lane("imports").work()];
  expect(looks).toEqual([true, false]);
  expect(value(await getImport(context, { importId }))).toMatchObject({
    status: "READY",
    objection: expect.stringContaining("“Crew”") as string,
  });
  expect(told.join("")).not.toContain("import failed");
});
