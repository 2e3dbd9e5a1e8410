// A PostgreSQL for a short while: tests and the checks of migrations run on it, and nothing of it remains.
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedServer } from "./open-embedded-server";
import { serverUrlOf } from "./presence";
import { isRunning } from "./process-identity";
import { findPostmaster } from "./running-servers";
import { homeFolderOf } from "./server-home";

/** A server that leaves nothing behind. */
export interface TemporaryServer {
  /** Connection string of the maintenance database `postgres`; its user may do everything. */
  readonly adminUrl: string;
  /** Stops the server and removes all that it wrote. */
  close(): Promise<void>;
}

/** Nothing here has to outlive a power cut. */
const settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
  shared_buffers: "128MB",
  autovacuum: "off",
} as const;

const PREFIX = "rollcall-temporary-";

/** Starts a server under the system's temporary folder. First removes what killed processes left there. */
export async function openTemporaryServer(): Promise<TemporaryServer> {
  await sweep();
  const dataDir = await temporaryFolder();
  try {
    const server = await openEmbeddedServer({ dataDir, log: () => undefined, settings });
    return {
      adminUrl: serverUrlOf(server.url, "postgres"),
      async close() {
        await server.close();
        await remove(dataDir);
      },
    };
  } catch (error) {
    await remove(dataDir);
    throw error;
  }
}

/** A new folder that the user who runs PostgreSQL may enter, even when root made it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  await chmod(folder, 0o711);
  return folder;
}

/** The folders carry the number of the process that made them: where that is dead, so is the use of the folder. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || (await isRunning(Number(owner)))) continue;
    const dataDir = join(tmpdir(), name);
    await endServer(join(await homeFolderOf(dataDir), "postgres"));
    await remove(dataDir).catch(() => undefined);
  }
}

async function endServer(cluster: string): Promise<void> {
  const server = await findPostmaster(cluster).catch(() => null);
  if (server !== null) process.kill(server.pid, "SIGQUIT");
}

async function remove(dataDir: string): Promise<void> {
  const home = await homeFolderOf(dataDir);
  for (const folder of new Set([home, dataDir]))
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
