// Starts and stops the PostgreSQL server process of one cluster. It does not decide whether to: that is
// open-embedded-server's business, under the lock.
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries";
import { refusal } from "./cluster";
import { EmbeddedServerError, errorCode, explain } from "./embedded-server-error";
import { plainEnvironment, runCommand } from "./run-command";
import { findOrphans, findPostmaster, isPostmasterOf, readPidFile } from "./running-servers";
import type { ServerHome } from "./server-home";
import { settingsText, type ServerSettings } from "./server-settings";

type Log = (line: string) => void;

const TICK_MS = 15;
/** A log larger than this is put aside (one generation) at the next start. */
const LOG_BYTES = 4 * 1024 * 1024;
/** How often another port is tried, or a left-over pid file removed. */
const ATTEMPTS = 5;
/** How long to wait for processes that outlived a killed server. */
const ORPHANS_MS = 60_000;

/**
 * Starts the server and waits until it takes connections, however long recovery takes. Gives back its port.
 * @param wish port to use when it is free (0: any), and changes to the settings
 */
export async function startPostmaster(
  home: ServerHome,
  binaries: Binaries,
  wish: { port: number; settings: ServerSettings },
  log: Log,
): Promise<number> {
  const began = performance.now();
  let port = await freePort(wish.port);
  for (let attempt = 0; ; attempt++) {
    const said = await tryToStart(home, binaries, await settingsText(home.cluster, port, wish.settings), log);
    if (said === null) return port;
    if (attempt < ATTEMPTS && /could not (bind|create any TCP)|Address already in use/.test(said)) {
      port = await freePort(0);
    } else if (attempt < ATTEMPTS && said.includes('lock file "postmaster.pid" already exists')) {
      await removeForeignPidFile(home.cluster);
    } else if (performance.now() - began < ORPHANS_MS && said.includes("shared memory block")) {
      for (const pid of await findOrphans(home.cluster)) signal(pid, "SIGQUIT");
      await pause(100);
    } else {
      const { fault, message } = refusal(said, `start its database in ${home.folder}`);
      throw new EmbeddedServerError(fault, `${message} (more in ${home.logFile})`);
    }
  }
}

/** Asks the server to stop now (open transactions are rolled back) and waits until its process is gone. */
export async function stopPostmaster(home: ServerHome, binaries: Binaries, log: Log): Promise<void> {
  const running = await findPostmaster(home.cluster);
  if (running === null) return;
  if (process.platform === "win32") {
    await runCommand(binaries.pgCtl, ["stop", "-D", home.cluster, "-m", "fast", "-w", "-t", "3600"]);
    return;
  }
  signal(running.pid, "SIGINT");
  const tell = after(5_000, () => log("The database is writing what it holds in memory to the disk."));
  while ((await isPostmasterOf(running.pid, home.cluster)) === "yes") {
    tell();
    await pause(TICK_MS);
  }
}

/** Null when the server is ready; else what it said before it ended. */
async function tryToStart(
  home: ServerHome,
  binaries: Binaries,
  settings: string,
  log: Log,
): Promise<string | null> {
  try {
    await writeFile(join(home.cluster, "postgresql.conf"), settings);
    const from = await turnLog(home.logFile);
    if (await launch(home, binaries, log)) return null;
    return (await readFile(home.logFile)).subarray(from).toString("utf8");
  } catch (error) {
    throw explain(error, `start PostgreSQL in ${home.folder}`);
  }
}

/**
 * True: ready; false: it ended before. In a session of its own, so that a Ctrl-C in the terminal reaches only us
 * and we decide when the server stops.
 */
async function launch(home: ServerHome, binaries: Binaries, log: Log): Promise<boolean> {
  const output = openSync(home.logFile, "a", 0o600);
  const child = spawn(binaries.postgres, ["-D", home.cluster], {
    cwd: home.cluster,
    env: plainEnvironment,
    stdio: ["ignore", output, output],
    detached: true,
    windowsHide: true,
    ...(home.user === null ? {} : { uid: home.user.uid, gid: home.user.gid }),
  });
  closeSync(output);
  const end: { error?: Error; over: boolean } = { over: false };
  child.once("exit", () => (end.over = true));
  child.once("error", (error) => Object.assign(end, { error, over: true }));
  child.unref();
  const tell = after(3_000, () =>
    log("The database is starting; after a crash it first repeats what was not yet written."),
  );
  while (!end.over) {
    const noted = await readPidFile(home.cluster);
    if (noted !== null && noted.pid === child.pid && noted.ready) return true;
    tell();
    await pause(TICK_MS);
  }
  if (end.error !== undefined) throw end.error;
  return false;
}

/** The number in a left-over postmaster.pid may meanwhile belong to another program of the same user. */
async function removeForeignPidFile(cluster: string): Promise<void> {
  const noted = await readPidFile(cluster);
  if (noted !== null && (await isPostmasterOf(noted.pid, cluster)) === "no") {
    await rm(join(cluster, "postmaster.pid"), { force: true });
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== "ESRCH") throw error;
  }
}

/** `wish` when it is free (open pools of other processes then find the server again), else any. */
async function freePort(wish: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => {
      if (wish === 0) reject(error);
      else freePort(0).then(resolve, reject);
    });
    probe.listen({ port: wish, host: "127.0.0.1", exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : wish));
    });
  });
}

/** The log's length before this start; a long log is put aside first. */
async function turnLog(file: string): Promise<number> {
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  if (size <= LOG_BYTES) return size;
  await rename(file, `${file}.1`);
  return 0;
}

/** Calls `tell` once, at the first call that comes later than `milliseconds` from now. */
export function after(milliseconds: number, tell: () => void): () => void {
  const due = performance.now() + milliseconds;
  let told = false;
  return () => {
    if (told || performance.now() < due) return;
    told = true;
    tell();
  };
}
