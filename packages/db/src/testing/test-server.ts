// The PostgreSQL of one test run: an embedded server under the system's temporary folder, with one migrated
// template database. Only test set-ups use it; tests ask for `testDatabase`.
import { chmodSync, existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openEmbeddedServer } from "../server/open-embedded-server";
import { isRunning } from "../server/process-identity";

/** Name of the template that every test database is a copy of. */
export const TEMPLATE = "rollcall_template";

/** A server for tests, with where to find it. */
export interface TestServer {
  /** Connection string of the maintenance database, for creating and dropping databases. */
  readonly adminUrl: string;
  /** Stops the server and removes everything it wrote. */
  close(): Promise<void>;
}

/** Nothing of a test run has to outlive a power cut. */
const forTests = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
  shared_buffers: "128MB",
  autovacuum: "off",
} as const;

const PREFIX = "rollcall-test-";

/**
 * Starts a server and lets `prepare` fill the template database (apply the migrations, usually).
 * What an earlier run left behind because it was killed is removed first.
 */
export async function startTestServer(prepare: (templateUrl: string) => Promise<void>): Promise<TestServer> {
  await sweep();
  const dataDir = await temporaryFolder();
  const server = await openEmbeddedServer({ dataDir, log: () => undefined, settings: forTests });
  const adminUrl = withDatabase(server.url, "postgres");
  const close = async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await execute(adminUrl, `create database ${TEMPLATE}`);
    await prepare(withDatabase(adminUrl, TEMPLATE));
    // Nobody may connect any more: a database with connections cannot be copied.
    await execute(adminUrl, `alter database ${TEMPLATE} with is_template true allow_connections false`);
  } catch (error) {
    await close();
    throw error;
  }
  return { adminUrl, close };
}

/** A folder under the temporary folder that the user of PostgreSQL may enter, even when root made it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}

/** The same address with another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Runs one statement on a connection of its own. */
export async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Folders carry the number of the process that made them; where it is dead, its server is too or is ended. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || (await isRunning(Number(owner)))) continue;
    const folder = join(tmpdir(), name);
    await endServer(join(folder, "postgres", "postmaster.pid"));
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function endServer(pidFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number((await readFile(pidFile, "utf8").catch(() => "")).split("\n")[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  if (command.includes(PREFIX)) process.kill(pid, "SIGQUIT");
}
