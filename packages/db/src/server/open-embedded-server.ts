// The embedded database: opens the PostgreSQL 18 of a data folder, starting it when nobody has, and closes it
// when the last one leaves. It knows nothing of Rollcall's tables and reads no environment.
import { stat, utimes } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { findBinaries, type Binaries } from "./binaries";
import { ensureCluster, renewPassword } from "./cluster";
import { EmbeddedServerError, explain } from "./embedded-server-error";
import { withLock } from "./exclusive-lock";
import { findPostmaster, startPostmaster, stopPostmaster } from "./postmaster";
import { announcePresence, serverUrl, type Presence } from "./presence";
import { livenessOf, thisProcess } from "./process-identity";
import { findServerHome, readState, writeState, type ServerHome, type ServerState } from "./server-home";
import type { ServerSettings } from "./server-settings";

/** The database that Rollcall uses on the embedded server. */
const DATABASE = "rollcall";
/** How often an opener shows in `postgres.json`'s time of change that the server is in use. */
const PULSE_MS = 4_000;
/** How long to watch for such a sign from another machine or container. */
const WATCH_MS = 12_000;

/** What `openEmbeddedServer` needs to know. */
export interface OpenEmbeddedServerOptions {
  /** Folder that holds the database; made when it is not there. */
  readonly dataDir: string;
  /** Takes one line for people now and then; never a password. */
  readonly log: (line: string) => void;
  /** Changes to PostgreSQL's settings, by its own names; they count when this call starts the server. */
  readonly settings?: ServerSettings;
  /** Called when the server went away under us and could not be brought back at the same address. */
  readonly onLost?: (error: Error) => void;
}

/** An open embedded server. */
export interface EmbeddedServer {
  /** Connection string of the database `rollcall`, with the password in it; good until `close`. */
  readonly url: string;
  /** Leaves; stops the server when nobody else is present. May be called twice. */
  close(): Promise<void>;
}

interface Context {
  readonly home: ServerHome;
  readonly binaries: Binaries;
  readonly log: (line: string) => void;
  readonly settings: ServerSettings;
}

/**
 * Opens the database of a data folder. Processes that open the same folder share one server; it is stopped by the
 * one that leaves last, so never by a short command while the app runs. After a crash of anything it recovers.
 *
 * Throws `EmbeddedServerError` with one clear line: no PostgreSQL for this platform, root without another user,
 * a cluster of another major version, a folder that may not be used, a full disk, a server on another machine.
 */
export async function openEmbeddedServer(options: OpenEmbeddedServerOptions): Promise<EmbeddedServer> {
  const { dataDir, log, settings = {}, onLost } = options;
  const home = await findServerHome(dataDir);
  const context: Context = { home, binaries: await findBinaries(home.user), log, settings };
  let presence: Presence | null = null;
  let closing: Promise<void> | null = null;

  const enter = async (): Promise<ServerState> => {
    const state = await ensureRunning(context);
    presence = await announcePresence(serverUrl(state.port, state.password, "postgres"), () => void revive());
    return state;
  };
  const first = await locked(context, async () => {
    const state = await enter();
    await ensureDatabase(serverUrl(state.port, state.password, "postgres"));
    return state;
  });
  const pulse = setInterval(() => {
    const now = new Date();
    utimes(home.stateFile, now, now).catch(() => undefined);
  }, PULSE_MS);
  pulse.unref();

  const revive = async (): Promise<void> => {
    try {
      log("The database went away; bringing it back.");
      const state = await locked(context, async () => (closing === null ? enter() : null));
      if (state === null) return;
      if (state.port === first.port && state.password === first.password) log("The database is back.");
      else onLost?.(new EmbeddedServerError("refused", "The database is back, but at another address."));
    } catch (error) {
      log(
        `The database could not be brought back: ${error instanceof Error ? error.message : String(error)}`,
      );
      onLost?.(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const leave = async (): Promise<void> => {
    clearInterval(pulse);
    await locked(context, async () => {
      if (presence === null || (await presence.others()) > 0) return presence?.leave();
      await presence.leave();
      await stopPostmaster(home, context.binaries, log);
      const state = await readState(home);
      if (state !== null) await writeState(home, { ...state, startedBy: null });
    });
  };
  return {
    url: serverUrl(first.port, first.password, DATABASE),
    close: () => (closing ??= leave()),
  };
}

async function locked<T>(context: Context, work: () => Promise<T>): Promise<T> {
  try {
    return await withLock(context.home.lockFolder, context.log, work);
  } catch (error) {
    throw explain(error, `use ${context.home.folder}`);
  }
}

/** Finds the running server or starts one. Call under the lock. */
async function ensureRunning(context: Context): Promise<ServerState> {
  const { home, binaries, log, settings } = context;
  await ensureCluster(home, binaries, settings["fsync"] !== "off");
  const known = await readState(home);
  const adopted = await adopt(context, known);
  if (adopted !== null) return adopted;
  if (known !== null) await refuseOtherMachines(home, known, log);
  const { password, port: lastPort } = known ?? (await renewPassword(home, binaries));
  const port = await startPostmaster(home, binaries, { port: lastPort, settings }, log);
  const state = { password, port, cluster: home.cluster, startedBy: await thisProcess() };
  await writeState(home, state);
  return state;
}

/** The server that runs already, once it takes connections; null when there is none (or it was just stopping). */
async function adopt(context: Context, known: ServerState | null): Promise<ServerState | null> {
  const { home } = context;
  for (;;) {
    const running = await findPostmaster(home);
    if (running === null) return null;
    if (known === null) {
      throw new EmbeddedServerError(
        "refused",
        `The database in ${home.cluster} runs (process ${running.pid}), but ${home.stateFile} with its password is gone. Stop that process and start again.`,
      );
    }
    if (running.ready && (await answers(serverUrl(running.port, known.password, "postgres")))) {
      const state = { ...known, port: running.port, cluster: home.cluster, startedBy: await thisProcess() };
      await writeState(home, state);
      return state;
    }
    await pause(50);
  }
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
    const code = error instanceof Error && "code" in error ? error.code : undefined;
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
  if (known.startedBy === null || (await livenessOf(known.startedBy)) !== "elsewhere") return;
  log(`The database was last used on ${known.startedBy.host}; making sure that it is not any more.`);
  const before = (await stat(home.stateFile)).mtimeMs;
  await pause(WATCH_MS);
  if ((await stat(home.stateFile)).mtimeMs === before) return;
  throw new EmbeddedServerError(
    "in-use-elsewhere",
    `${home.folder} is in use on ${known.startedBy.host}. One data folder serves one machine; to share, set DATABASE_URL.`,
  );
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
