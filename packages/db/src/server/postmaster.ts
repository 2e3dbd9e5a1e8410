// Starts, finds and stops the PostgreSQL server process of one cluster. It does not decide whether to:
// that is open-embedded-server's business, under the lock.
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readdir, readFile, readlink, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries";
import { refusal } from "./cluster";
import { EmbeddedServerError, errorCode, explain } from "./embedded-server-error";
import { isRunning } from "./process-identity";
import { plainEnvironment, runCommand } from "./run-command";
import type { ServerHome } from "./server-home";
import { settingsText, type ServerSettings } from "./server-settings";

/** What postmaster.pid says. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const TICK_MS = 15;
/** A log larger than this is put aside (one generation) at the next start. */
const LOG_BYTES = 4 * 1024 * 1024;

/** The living server of this cluster, whoever started it; null when there is none. */
export async function findPostmaster(home: ServerHome): Promise<Postmaster | null> {
  const noted = await readPidFile(home);
  return noted !== null && (await isPostmasterOf(noted.pid, home.cluster)) ? noted : null;
}

/** Starts the server and waits until it takes connections, however long recovery takes. Gives back its port. */
export async function startPostmaster(
  home: ServerHome,
  binaries: Binaries,
  wish: { port: number; settings: ServerSettings },
  log: (line: string) => void,
): Promise<number> {
  let port = await freePort(wish.port);
  for (let attempt = 0; ; attempt++) {
    const said = await tryToStart(home, binaries, await settingsText(home.cluster, port, wish.settings), log);
    if (said === null) return port;
    if (attempt < 5 && /could not (bind|create any TCP)|Address already in use/.test(said)) {
      port = await freePort(0);
    } else if (attempt < 5 && said.includes('lock file "postmaster.pid" already exists')) {
      await removeForeignPidFile(home);
    } else if (attempt < 300 && said.includes("shared memory block")) {
      // Backends outlived a killed server: they notice soon, or are told to.
      await endOrphans(home.cluster);
      await pause(200);
    } else {
      const { fault, message } = refusal(said, home.folder);
      throw new EmbeddedServerError(fault, `${message.replace("make", "start")} (more in ${home.logFile})`);
    }
  }
}

/** Asks the server to stop now (open transactions are rolled back) and waits until it is gone. */
export async function stopPostmaster(
  home: ServerHome,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<void> {
  const running = await findPostmaster(home);
  if (running === null) return;
  if (process.platform === "win32") {
    await runCommand(binaries.pgCtl, ["stop", "-D", home.cluster, "-m", "fast", "-w", "-t", "3600"]);
    return;
  }
  signal(running.pid, "SIGINT");
  const began = performance.now();
  let told = false;
  while (await isPostmasterOf(running.pid, home.cluster)) {
    await pause(TICK_MS);
    if (!told && performance.now() - began > 5_000) {
      told = true;
      log("The database is writing what it holds in memory to the disk; this may take a moment.");
    }
  }
}

/** Null when the server is ready; else what it said before it ended. */
async function tryToStart(
  home: ServerHome,
  binaries: Binaries,
  settings: string,
  log: (line: string) => void,
): Promise<string | null> {
  try {
    await writeFile(join(home.cluster, "postgresql.conf"), settings);
    const from = await turnLog(home.logFile);
    const child = launch(home, binaries);
    const ended = new Promise<void>((resolve) => child.once("exit", resolve).once("error", () => resolve()));
    const failure = new Promise<Error | null>((resolve) => {
      child.once("error", resolve).once("exit", () => resolve(null));
    });
    if (await becomesReady(home, child, ended, log)) return null;
    const error = await failure;
    if (error !== null) throw error;
    return (await readFile(home.logFile)).subarray(from).toString("utf8") || "it ended without a word";
  } catch (error) {
    throw explain(error, `start PostgreSQL in ${home.folder}`);
  }
}

/** In a session of its own, so that a Ctrl-C in the terminal reaches us alone and we decide when it stops. */
function launch(home: ServerHome, binaries: Binaries): ChildProcess {
  const output = openSync(home.logFile, "a", 0o600);
  try {
    const child = spawn(binaries.postgres, ["-D", home.cluster], {
      cwd: home.cluster,
      env: plainEnvironment,
      stdio: ["ignore", output, output],
      detached: true,
      windowsHide: true,
      ...(home.user === null ? {} : { uid: home.user.uid, gid: home.user.gid }),
    });
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

async function becomesReady(
  home: ServerHome,
  child: ChildProcess,
  ended: Promise<void>,
  log: (line: string) => void,
): Promise<boolean> {
  let over = false as boolean;
  void ended.then(() => (over = true));
  const began = performance.now();
  let told = false;
  while (!over) {
    const noted = await readPidFile(home);
    if (noted !== null && noted.pid === child.pid && noted.ready) return true;
    if (!told && performance.now() - began > 3_000) {
      told = true;
      log("The database is starting; after a crash it first repeats what was not yet written.");
    }
    await pause(TICK_MS);
  }
  return false;
}

async function readPidFile(home: ServerHome): Promise<Postmaster | null> {
  try {
    const lines = (await readFile(join(home.cluster, "postmaster.pid"), "utf8")).split("\n");
    const pid = Number(lines[0]);
    if (!Number.isSafeInteger(pid) || pid <= 0) return null;
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** A server works in its data folder, which tells it from another process that was given the same number. */
async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if (!(await isRunning(pid))) return false;
  if (process.platform === "win32") return true;
  if (process.platform === "linux") return (await workingFolder(pid)) === cluster;
  const { stdout } = await runCommand("ps", ["-o", "command=", "-p", String(pid)]);
  return stdout.includes(cluster);
}

async function workingFolder(pid: number | string): Promise<string | null> {
  return readlink(`/proc/${pid}/cwd`).catch(() => null);
}

/** The number in a left-over postmaster.pid may meanwhile belong to another program of the same user. */
async function removeForeignPidFile(home: ServerHome): Promise<void> {
  const noted = await readPidFile(home);
  if (noted !== null && !(await isPostmasterOf(noted.pid, home.cluster))) {
    await rm(join(home.cluster, "postmaster.pid"), { force: true });
  }
}

async function endOrphans(cluster: string): Promise<void> {
  if (process.platform !== "linux") return;
  for (const name of await readdir("/proc")) {
    if (/^\d+$/.test(name) && (await workingFolder(name)) === cluster && Number(name) !== process.pid) {
      signal(Number(name), "SIGQUIT");
    }
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
