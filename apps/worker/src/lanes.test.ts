import {
  commitImport,
  confirmImport,
  getImport,
  openDatabase,
  receiveImport,
  type Context,
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

async function receive(row: string): Promise<string> {
  const file = Buffer.from(`Email,Full Name,Password,Send email\n${row}\n`);
  // eslint-disable-next-line @typescript-eslint/require-await -- the use case takes a stream, and this is a short one
  const source = async function* () {
    yield file;
  };
  const input = { fileName: "users.csv", declaredBytes: file.length, options: {}, source: source() };
  const { id } = value(await receiveImport(context, input));
  await lane("imports").work();
  return id;
}

/** A disk that lets nothing go. */
const transport: MailTransport = {
  send: () => Promise.resolve({ kind: "accepted", providerId: "kept.eml" }),
  forget: () => Promise.reject(new Error("EROFS: read-only file system")),
};

function lane(name: string) {
  const mail = { transport, from: "rollcall@example.com", keepReadable: true, renderMail: plainMail };
  const { lanes } = makeLanes(
    context,
    mail,
    makeLog(() => undefined),
    new AbortController().signal,
  );
  const found = lanes.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no lane ${name}`);
  return found;
}
const plainMail = () => Promise.resolve({ subject: "Welcome", html: "<p>Welcome</p>", text: "Welcome" });

// SECURITY.md: after a day whatever happens. Retention comes by the same lane, and its disk may be full or gone.
test("passwords are destroyed after a day also where mails cannot be taken away", async () => {
  const { pool } = context.database;
  const old = await receive("ann@example.com,Ann Alder,,Yes");
  const { fingerprint } = value(await getImport(context, { importId: old }));
  value(await confirmImport(context, { importId: old, fingerprint: fingerprint ?? "" }));
  value(await commitImport(context, { importId: old }));
  while (await lane("mail").work());
  await pool.query("UPDATE import SET ended_at = now() - interval '40 days' WHERE id = $1", [old]);
  await pool.query("INSERT INTO setting (key, value) VALUES ('imports.keepRowsDays', '30')");

  const waiting = await receive("bob@example.com,Bob Birch,a long enough phrase,No");
  const keys = async () =>
    (await pool.query("SELECT FROM import WHERE id = $1 AND sealed_key IS NOT NULL", [waiting])).rowCount;
  await pool.query("UPDATE import SET sealed_at = now() - interval '25 hours' WHERE id = $1", [waiting]);
  expect(await keys()).toBe(1);
  await expect(lane("upkeep").work()).rejects.toThrow("EROFS");
  expect(await keys()).toBe(0);
});
