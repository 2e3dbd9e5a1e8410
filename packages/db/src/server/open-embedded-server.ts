// The embedded database: opens the PostgreSQL 18 of a data folder, starting it when nobody has, and closes it
// when the last one leaves. It knows nothing of Rollcall's tables and reads no environment.
import { utimes } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { findBinaries } from "./binaries";
import { EmbeddedServerError, explain } from "./embedded-server-error";
import { adoptServer, ensureServer, type ServerContext } from "./ensure-server";
import { withLock } from "./exclusive-lock";
import { stopPostmaster } from "./postmaster";
import { announcePresence, serverUrl, type Presence } from "./presence";
import { findServerHome, readState, writeState, type ServerState } from "./server-home";
import { findPostmaster } from "./running-servers";
import type { ServerSettings } from "./server-settings";

/** The database that Rollcall uses on the embedded server. */
const DATABASE = "rollcall";
/** The database that is always there; presence is announced in it, so that it never stands in anybody's way. */
const MAINTENANCE = "postgres";
/** How often an opener shows other machines, by `postgres.json`'s time of change, that the server is in use. */
const PULSE_MS = 4_000;
/** How often a server that fell over on a full disk is tried again. */
const ROOM_MS = 2_000;

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

/**
 * Opens the database of a data folder. Processes that open the same folder share one server; it is stopped by the
 * one that leaves last, so never by a short command while the app runs. After a crash of anything it recovers, and
 * a server that dies or is told to stop under its openers is started again at the same address; on a full disk, once there is room.
 *
 * Throws `EmbeddedServerError` with one clear line: no PostgreSQL for this platform, root without another user,
 * a cluster of another major version, a folder that may not be used, a full disk, a server on another machine.
 */
export async function openEmbeddedServer(options: OpenEmbeddedServerOptions): Promise<EmbeddedServer> {
  const { dataDir, log, settings = {}, onLost } = options;
  const home = await findServerHome(dataDir);
  const context: ServerContext = { home, binaries: await findBinaries(home.user), log, settings };
  const seat: Seat = { presence: null, closed: false };

  const revive = async (first: ServerState): Promise<void> => {
    try {
      log("The database went away; bringing it back.");
      const state = await untilThereIsRoom(seat, log, () =>
        locked(context, async () => (seat.closed ? null : enter(context, seat, revive, false))),
      );
      if (state === null) return;
      if (state.port !== first.port || state.password !== first.password) {
        throw new EmbeddedServerError("refused", "it is back, but at another address");
      }
      log("The database is back.");
    } catch (reason) {
      const error = reason instanceof Error ? reason : new Error(String(reason));
      log(`The database could not be brought back: ${error.message}`);
      onLost?.(error);
    }
  };
  const state = await locked(context, async () => {
    try {
      const entered = await enter(context, seat, revive, true);
      await ensureDatabase(serverUrl(entered.port, entered.password, MAINTENANCE));
      return entered;
    } catch (error) {
      await leave(context, seat).catch(() => undefined);
      throw error;
    }
  });
  const stopPulse = startPulse(context, seat);
  let closing: Promise<void> | null = null;
  return {
    url: serverUrl(state.port, state.password, DATABASE),
    close: () => {
      stopPulse();
      seat.closed = true;
      return (closing ??= locked(context, () => leave(context, seat)));
    },
  };
}

/**
 * Tries again for as long as the disk is full: whoever makes room finds it running again, and whoever restarted it before could
 * do no more. Null when it was closed meanwhile.
 */
async function untilThereIsRoom<T>(
  seat: Seat,
  log: (line: string) => void,
  work: () => Promise<T | null>,
): Promise<T | null> {
  let told = false;
  while (!seat.closed) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof EmbeddedServerError) || error.fault !== "disk-full") throw error;
      if (!told) log(`${error.message} Make room on the disk; it is tried again every few seconds.`);
      told = true;
      await pause(ROOM_MS, undefined, { ref: false });
    }
  }
  return null;
}

/** One opener's place at the server. */
interface Seat {
  presence: Presence | null;
  closed: boolean;
}

async function locked<T>(context: ServerContext, work: () => Promise<T>): Promise<T> {
  try {
    return await withLock(context.home.lockFolder, context.log, work);
  } catch (error) {
    throw explain(error, `use ${context.home.folder}`);
  }
}

/** Makes sure that the server runs, and takes a seat. Call under the lock. */
async function enter(
  context: ServerContext,
  seat: Seat,
  onGone: (state: ServerState) => Promise<void>,
  mayMake: boolean,
): Promise<ServerState> {
  const state = await ensureServer(context, mayMake);
  seat.presence = await announcePresence(
    serverUrl(state.port, state.password, MAINTENANCE),
    () => void onGone(state),
  );
  return state;
}

/** Gives the seat up, and stops the server when it was the last one taken. Call under the lock. */
async function leave(context: ServerContext, seat: Seat): Promise<void> {
  const { home, binaries, log } = context;
  const presence = seat.presence?.isThere() === true ? seat.presence : await sitDownAgain(context);
  if (presence === null) return;
  const others = await presence.others();
  await presence.leave();
  if (others > 0) return;
  await stopPostmaster(home, binaries, log);
  const state = await readState(home);
  if (state !== null) await writeState(home, { ...state, openedBy: null });
}

/** Our connection broke before we could leave; others may still be using a server that runs (or came back). */
async function sitDownAgain(context: ServerContext): Promise<Presence | null> {
  const state = await adoptServer(context);
  if (state === null) return null;
  return announcePresence(serverUrl(state.port, state.password, MAINTENANCE), () => undefined);
}

function startPulse(context: ServerContext, seat: Seat): () => void {
  const pulse = setInterval(() => {
    const now = new Date();
    utimes(context.home.stateFile, now, now).catch(() => undefined);
    endHalfStop(context, seat).catch((error: unknown) =>
      context.log(`The database is stopping: ${String(error)}`),
    );
  }, PULSE_MS);
  pulse.unref();
  return () => clearInterval(pulse);
}

/**
 * A server that somebody else told to stop (SIGTERM, `pg_ctl stop -m smart`) takes nobody new and waits for those who are connected,
 * for ever: we are. It is stopped for good, whereupon our connection breaks and it is brought back.
 */
async function endHalfStop({ home, binaries, log }: ServerContext, seat: Seat): Promise<void> {
  const isStopping = async (): Promise<boolean> => (await findPostmaster(home.cluster))?.stopping === true;
  if (seat.closed || seat.presence?.isThere() !== true || !(await isStopping())) return;
  await withLock(home.lockFolder, log, async () => {
    if (!seat.closed && (await isStopping())) await stopPostmaster(home, binaries, log);
  });
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
