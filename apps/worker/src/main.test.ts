import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import {
  confirmImport,
  getImport,
  listMessages,
  openDatabase,
  receiveImport,
  type Context,
  type ImportRecord,
  type Result,
} from "@rollcall/accounts";
import { testDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const secret = "a secret for tests that is long enough";
const folder = mkdtempSync(join(tmpdir(), "rollcall-worker-"));
let database: TestDatabase;
let context: Context;

beforeAll(async () => {
  database = await testDatabase();
  context = {
    database: openDatabase(database.url, { name: "test" }),
    principal: { kind: "system" },
    ip: null,
    userAgent: null,
    settings: { appUrl: "http://localhost:3000", secret, importMaxRows: 1000, importMaxBytes: 1_000_000 },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  };
});
afterAll(async () => {
  await context.database.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

interface Worker {
  process: ChildProcess;
  /** the exit code, once it has ended */
  ended: Promise<number | null>;
  /** all of stderr, once it has ended */
  said: Promise<string>;
}

function startWorker(env: Record<string, string>): Worker {
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "main.ts")], {
    cwd: import.meta.dirname,
    env: {
      PATH: "/usr/bin:/bin",
      TSX_TSCONFIG_PATH: join(import.meta.dirname, "../../../tooling/run/tsconfig.json"),
      ...env,
    },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  if (child.stderr === null) throw new Error("no stderr");
  return { process: child, ended, said: text(child.stderr) };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function receive(...rows: string[]): Promise<ImportRecord> {
  const file = Buffer.from(["Email,Full Name,Password,Send email", ...rows, ""].join("\n"));
  // eslint-disable-next-line @typescript-eslint/require-await -- the use case takes a stream, and this is a short one
  const source = async function* () {
    yield file;
  };
  return value(
    await receiveImport(context, {
      fileName: "users.csv",
      declaredBytes: file.length,
      options: {},
      source: source(),
    }),
  );
}

async function state(importId: string): Promise<ImportRecord> {
  return value(await getImport(context, { importId }));
}

/** Generous: a fresh process compiles what it loads. */
const soon = { timeout: 30_000, interval: 50 };

describe("a worker on its own", () => {
  test("plans what is staged, commits what is confirmed, sends the mail, hashes the password, and ends when it is told to", async () => {
    // Staged before it starts: nothing depends on a signal that nobody heard.
    const { id } = await receive(
      "ann@example.com,Ann Alder,,Yes",
      "bob@example.com,Bob Birch,a long enough phrase,No",
    );
    const worker = startWorker({ ROLLCALL_DATABASE_URL: database.url, SECRET: secret, DATA_DIR: folder });
    await expect.poll(async () => (await state(id)).status, soon).toBe("READY");

    const { fingerprint } = await state(id);
    value(await confirmImport(context, { importId: id, fingerprint: fingerprint ?? "" }));
    await expect.poll(async () => (await state(id)).status, soon).toBe("COMPLETED");
    await expect.poll(async () => (await state(id)).passwordsPending, soon).toBe(0);
    await expect
      .poll(
        async () =>
          value(await listMessages(context, { importId: id, limit: 10 })).items.map(
            (message) => message.state,
          ),
        soon,
      )
      .toEqual(["SENT"]);
    expect(readdirSync(join(folder, "outbox")).filter((name) => name.endsWith(".eml"))).toHaveLength(1);

    worker.process.kill("SIGTERM");
    expect(await worker.ended).toBe(0);
    const said = await worker.said;
    for (const line of said.trim().split("\n")) expect(JSON.parse(line)).toMatchObject({ level: "info" });
    expect(said).not.toMatch(/phrase|set-password|ann@example\.com/);
  });

  test("a worker that was killed (kill -9) loses nothing: the next one goes on", async () => {
    const first = startWorker({ ROLLCALL_DATABASE_URL: database.url, SECRET: secret, DATA_DIR: folder });
    await new Promise((resolve) => first.process.once("message", resolve));
    first.process.kill("SIGKILL");
    await first.ended;
    const { id } = await receive("cid@example.com,Cid Cedar,,No");
    const second = startWorker({ ROLLCALL_DATABASE_URL: database.url, SECRET: secret, DATA_DIR: folder });
    await expect.poll(async () => (await state(id)).status, soon).toBe("READY");
    second.process.kill("SIGTERM");
    expect(await second.ended).toBe(0);
  });
});

describe("wrong settings: one line each and exit code 3, so that nobody starts it again", () => {
  test.each([
    ["nothing at all", {}, "worker: A worker is started by the launcher"],
    [
      "a setting of the wrong kind",
      { ROLE: "boss" },
      'worker: ROLE must be all, web or worker, but is "boss".',
    ],
  ])("%s", async (_what, env, line) => {
    const worker = startWorker({ DATA_DIR: folder, ...env });
    expect(await worker.ended).toBe(3);
    expect(await worker.said).toContain(line);
  });
});
