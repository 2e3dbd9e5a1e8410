// Finds the running server of a data folder, or starts it. To be called under the lock, so that nobody else decides
// the same at the same time.
import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Binaries } from "./binaries";
import { ensureCluster, renewPassword } from "./cluster";
import { EmbeddedServerError } from "./embedded-server-error";
import { after, startPostmaster } from "./postmaster";
import { serverUrl } from "./presence";
import { livenessOf, thisProcess } from "./process-identity";
import { findPostmaster } from "./running-servers";
import { readState, writeState, type ServerHome, type ServerState } from "./server-home";
import type { ServerSettings } from "./server-settings";

/** How long to watch for a sign of life from another machine or container; its openers give one every 4 s. */
const WATCH_MS = 12_000;

/** Everything that finding and starting a server needs. */
export interface ServerContext {
  readonly home: ServerHome;
  readonly binaries: Binaries;
  readonly log: (line: string) => void;
  readonly settings: ServerSettings;
}

/**
 * The server that runs, or else one that this call starts.
 * @param mayMake whether to make a database where there is none; not while somebody believes to be using one
 */
export async function ensureServer(context: ServerContext, mayMake: boolean): Promise<ServerState> {
  const { home, binaries, log, settings } = context;
  if (!mayMake && !existsSync(join(home.cluster, "PG_VERSION"))) {
    throw new EmbeddedServerError("not-a-cluster", `${home.cluster} was removed while it was in use.`);
  }
  await ensureCluster(home, binaries, settings["fsync"] !== "off");
  const adopted = await adoptServer(context);
  if (adopted !== null) return adopted;
  const known = await readState(home);
  if (known !== null) await refuseOtherMachines(home, known, log);
  const { password, port: lastPort } = known ?? (await renewPassword(home, binaries));
  const port = await startPostmaster(home, binaries, { port: lastPort, settings }, log);
  return remember(home, { password, port });
}

/** The server that runs already, once it takes connections; null when there is none, or it was just stopping. */
export async function adoptServer({ home, log }: ServerContext): Promise<ServerState | null> {
  const tell = after(5_000, () => log("Waiting for the database, which is starting or stopping."));
  for (;;) {
    const running = await findPostmaster(home.cluster);
    if (running === null) return null;
    const known = await readState(home);
    if (known === null) {
      throw new EmbeddedServerError(
        "refused",
        `The database in ${home.cluster} runs (process ${running.pid}), but ${home.stateFile} with its password is gone. Stop that process and start again.`,
      );
    }
    if (running.ready && (await answers(serverUrl(running.port, known.password, "postgres")))) {
      return remember(home, { password: known.password, port: running.port });
    }
    tell();
    await pause(25);
  }
}

async function remember(
  home: ServerHome,
  { password, port }: { password: string; port: number },
): Promise<ServerState> {
  const state = { password, port, cluster: home.cluster, openedBy: await thisProcess() };
  await writeState(home, state);
  return state;
}

/** False while the server starts or stops; throws when it answers but will not have us. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    if (code === "28P01" || code === "28000") {
      throw new EmbeddedServerError(
        "refused",
        "The running database does not take the password in postgres.json. Stop it and start again.",
        { cause: error },
      );
    }
    return false;
  }
}

/** PostgreSQL cannot see a server of another container in the same folder, and two of them would destroy it. */
async function refuseOtherMachines(
  home: ServerHome,
  known: ServerState,
  log: (line: string) => void,
): Promise<void> {
  if (known.openedBy === null || (await livenessOf(known.openedBy)) !== "elsewhere") return;
  log(`The database was last used on ${known.openedBy.host}; making sure that it is not any more.`);
  const before = (await stat(home.stateFile)).mtimeMs;
  await pause(WATCH_MS);
  if ((await stat(home.stateFile)).mtimeMs === before) return;
  throw new EmbeddedServerError(
    "in-use-elsewhere",
    `${home.folder} is in use on ${known.openedBy.host}. One data folder serves one machine; to share, set DATABASE_URL.`,
  );
}
