/** Ctrl-C and SIGTERM while an import or an undo runs: real processes, real signals, a real database. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { testDatabase, type TestDatabase } from "@rollcall/db/testing";
import { openInstallation, type Installation } from "@rollcall/installation";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { rollcall, startRollcall } from "../testing/run-cli";

const folder = mkdtempSync(join(tmpdir(), "rollcall-signal-"));
const people = "Email,Full Name\r\nann@example.com,Ann\r\nbob@example.com,Bob\r\n";
let given: TestDatabase;
let installation: Installation;
let database: Installation["database"];
let env: Record<string, string>;
beforeAll(() => {
  writeFileSync(join(folder, "users.csv"), people);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  given = await testDatabase();
  const dataDir = join(folder, "data");
  const log = (): void => undefined;
  installation = await openInstallation(
    { dataDir, databaseUrl: given.url, secret: null },
    { name: "signal test", log },
  );
  database = installation.database;
  env = { DATABASE_URL: given.url, DATA_DIR: dataDir };
});
afterEach(async () => {
  await installation.close();
  await given.drop();
});

const start = (...words: string[]) => startRollcall(words, { folder, env });

/** Of this test's database alone: other files share its server. */
const waiting =
  "pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()";

/** Takes a lock and keeps it until `release`; `seen` waits until so many wait for one. */
async function hold(
  statement: string,
): Promise<{ seen: (times?: number) => Promise<void>; release: () => Promise<void> }> {
  const client = await database.pool.connect();
  await client.query("BEGIN");
  await client.query(statement);
  return {
    seen: (times = 1) => until(`SELECT FROM ${waiting} HAVING count(*) >= ${String(times)}`),
    release: async () => {
      await client.query("ROLLBACK");
      client.release();
    },
  };
}

async function until(sql: string): Promise<void> {
  while ((await database.pool.query(sql)).rowCount === 0) await pause(20);
}

async function statuses(): Promise<string[]> {
  const sql = "SELECT status::text AS status FROM import ORDER BY id";
  return (await database.pool.query<{ status: string }>(sql)).rows.map(({ status }) => status);
}

async function accounts(): Promise<number> {
  return (
    (await database.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM account")).rows[0]?.n ?? -1
  );
}

const stopped = "rollcall: Stopped; nothing was changed.";

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)(
  "%s while a commit waits: nothing changed, nothing left to be reviewed, exit code %i",
  async (signal, code) => {
    const held = await hold("LOCK TABLE address IN ROW EXCLUSIVE MODE");
    const { child, ended } = start("import", "users.csv", "--json");
    await held.seen();
    child.kill(signal);
    const ran = await ended;
    await held.release();
    expect(ran).toMatchObject({ code, stderr: expect.stringContaining(stopped) as string });
    expect(JSON.parse(ran.stdout)).toEqual({
      error: { code: "stopped", message: "Stopped; nothing was changed." },
    });
    expect([await statuses(), await accounts()]).toEqual([["CANCELLED"], 0]);
    const audit = await database.pool.query("SELECT FROM audit_event WHERE action = 'import.stopped'");
    expect(audit.rowCount).toBe(1);
  },
);

test("while the file still comes in", async () => {
  const { child, ended } = start("import", "-");
  child.stdin.write(people);
  await until("SELECT FROM import WHERE status = 'UPLOADING'");
  child.kill("SIGINT");
  const ran = await ended;
  expect(ran).toMatchObject({ code: 130, stdout: "" });
  expect(ran.stderr.split("\n")).toEqual(["Stopping. A second Ctrl-C ends at once.", stopped, ""]);
  expect([await statuses(), await accounts()]).toEqual([["CANCELLED"], 0]);
});

/** Keeps whoever writes this event until `release`. */
async function holdEvent(action: "import.committed" | "import.stopped"): ReturnType<typeof hold> {
  await database.pool.query(
    `CREATE FUNCTION wait_here() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN PERFORM pg_advisory_xact_lock_shared(4711); RETURN NEW; END $$;
     CREATE TRIGGER held_event BEFORE INSERT ON audit_event FOR EACH ROW WHEN (NEW.action = '${action}')
       EXECUTE FUNCTION wait_here()`,
  );
  return hold("SELECT pg_advisory_xact_lock(4711)");
}

test("in its last step it is done all the same: the ordinary end, and a word that it was", async () => {
  const held = await holdEvent("import.committed");
  const { child, ended } = start("import", "users.csv", "--json");
  await held.seen();
  child.kill("SIGINT");
  await held.seen(2);
  await held.release();
  const ran = await ended;
  expect(ran).toMatchObject({
    code: 0,
    stderr: expect.stringContaining(
      "It could no longer be stopped: 2 accounts created, 0 accounts updated.",
    ) as string,
  });
  expect(JSON.parse(ran.stdout)).toMatchObject({ import: { status: "completed" } });
  expect([await statuses(), await accounts()]).toEqual([["COMPLETED"], 2]);
});

test("a second signal ends at once and says what is not known, one that comes with the first does not", async () => {
  const stopping = await holdEvent("import.stopped");
  const held = await hold("LOCK TABLE address IN ROW EXCLUSIVE MODE");
  const { child, ended } = start("import", "users.csv");
  await held.seen();
  child.kill("SIGINT");
  await until(`SELECT FROM ${waiting} AND locktype = 'advisory'`);
  child.kill("SIGINT"); // npm passes on what the terminal sent already
  await pause(1_200);
  expect(child.exitCode).toBeNull();
  child.kill("SIGINT");
  const ran = await ended;
  await stopping.release();
  await held.release();
  expect(ran).toMatchObject({ code: 130, stdout: "" });
  expect(ran.stderr).toMatch(/Ended at once: .+ IMP-0001\. It may go on in the server/);
});

test("an undo that waits", async () => {
  expect((await rollcall(["import", "users.csv"], { folder, env })).code).toBe(0);
  const held = await hold("LOCK TABLE address IN ROW EXCLUSIVE MODE");
  const { child, ended } = start("undo", "1");
  await held.seen();
  child.kill("SIGINT");
  const ran = await ended;
  await held.release();
  expect(ran).toMatchObject({ code: 130, stdout: "", stderr: expect.stringContaining(stopped) as string });
  expect([await statuses(), await accounts()]).toEqual([["COMPLETED", "CANCELLED"], 2]);
});
