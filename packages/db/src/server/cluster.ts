// Makes PostgreSQL's data folder (the "cluster") and refuses what it must not touch.
// It never deletes a folder that could hold anybody's data.
import { randomBytes, randomUUID } from "node:crypto";
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Binaries } from "./binaries";
import { EmbeddedServerError, errorCode, explain } from "./embedded-server-error";
import { runCommand } from "./run-command";
import { writeState, type ServerHome, type ServerState } from "./server-home";

/** The database user that owns everything in the cluster. */
export const SUPERUSER = "rollcall";

/** Character classes by the first that the system has (pg_trgm and lower() need letters beyond ASCII). */
const CHARACTER_TYPES = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8", "C"] as const;

/** Half-made clusters carry this name until initdb is done; they never hold data. */
const HALF_MADE = "postgres.half-";
/** An initdb whose starter was killed may still be writing; what cannot be removed now is removed next time. */
const removal = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 } as const;

/** Makes sure that a cluster of our major version lies in `home`; makes one when there is none. Call under the lock. */
export async function ensureCluster(home: ServerHome, binaries: Binaries, durable: boolean): Promise<void> {
  try {
    const major = await majorOf(home.cluster);
    if (major === null) await makeCluster(home, binaries, durable);
    if (major === null || major === binaries.major) return;
    throw new EmbeddedServerError(
      "other-version",
      `The database in ${home.cluster} was made by PostgreSQL ${major}; this Rollcall brings PostgreSQL ${binaries.major}. ` +
        "Nothing was changed. Dump it with that version and load it into a new data folder, or set DATABASE_URL.",
    );
  } catch (error) {
    throw explain(error, `make a database in ${home.folder}`);
  }
}

/** Null: there is no cluster yet (nothing there, or an empty folder). */
async function majorOf(cluster: string): Promise<number | null> {
  try {
    const text = (await readFile(join(cluster, "PG_VERSION"), "utf8")).trim();
    if (/^\d+(\.\d+)?$/.test(text)) return Number.parseInt(text, 10);
  } catch (error) {
    if (errorCode(error) !== "ENOENT" && errorCode(error) !== "ENOTDIR") throw error;
    const content = await readdir(cluster).catch((reason: unknown) => {
      if (errorCode(reason) === "ENOENT") return [];
      if (errorCode(reason) === "ENOTDIR") return ["a file"];
      throw reason;
    });
    if (content.length === 0) return null;
  }
  throw new EmbeddedServerError(
    "not-a-cluster",
    `${cluster} exists but is no PostgreSQL data folder. Nothing was changed; move it away and start again.`,
  );
}

async function makeCluster(home: ServerHome, binaries: Binaries, durable: boolean): Promise<void> {
  for (const name of await readdir(home.folder)) {
    if (name.startsWith(HALF_MADE)) await rm(join(home.folder, name), removal).catch(() => undefined);
  }
  const password = randomBytes(24).toString("base64url");
  const half = join(home.folder, `${HALF_MADE}${randomUUID()}`);
  try {
    await initialise(home, binaries, half, password, durable);
  } catch (error) {
    await rm(half, removal).catch(() => undefined);
    throw error;
  }
  // The password is written before the cluster appears under its name: a cluster without one cannot come about.
  await writeState(home, { password, port: 0, cluster: home.cluster, openedBy: null });
  await rename(half, home.cluster);
  if (durable) await syncFolder(home.folder);
}

async function initialise(
  home: ServerHome,
  binaries: Binaries,
  half: string,
  password: string,
  durable: boolean,
): Promise<void> {
  const passwordFile = `${half}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.user !== null) await chown(passwordFile, home.user.uid, home.user.gid);
  try {
    for (const type of CHARACTER_TYPES) {
      await rm(half, { recursive: true, force: true });
      await mkdir(half, { mode: 0o700 });
      if (home.user !== null) await chown(half, home.user.uid, home.user.gid);
      const words = initdbWords(half, passwordFile, type, durable);
      const { code, stderr } = await runCommand(binaries.initdb, words, { user: home.user });
      if (code === 0) return;
      if (!stderr.includes("invalid locale name"))
        throw refusal(stderr, `make its database in ${home.folder}`);
    }
    throw refusal("no usable locale", `make its database in ${home.folder}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function initdbWords(half: string, passwordFile: string, type: string, durable: boolean): string[] {
  return [
    `--pgdata=${half}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Sorting and case by PostgreSQL's own tables: the same on every system and after every update of it.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${type}`,
    "--data-checksums",
    ...(durable ? [] : ["--no-sync"]),
  ];
}

/** Sets a new password where the old one went lost with postgres.json. Only while the server is down. */
export async function renewPassword(home: ServerHome, binaries: Binaries): Promise<ServerState> {
  const password = randomBytes(24).toString("base64url");
  const input = `ALTER ROLE ${SUPERUSER} PASSWORD '${password}';\n`;
  const words = ["--single", "-D", home.cluster, "postgres"];
  const { code, stderr } = await runCommand(binaries.postgres, words, { user: home.user, input });
  if (code !== 0 || /\bERROR:/.test(stderr)) throw refusal(stderr, `set a new password in ${home.folder}`);
  const state = { password, port: 0, cluster: home.cluster, openedBy: null };
  await writeState(home, state);
  return state;
}

/**
 * PostgreSQL's own words as one line.
 * @param doing what it was to do, after "could not"
 */
export function refusal(said: string, doing: string): EmbeddedServerError {
  const telling =
    /(?:FATAL|PANIC|ERROR|error):\s*(.*(?:No space left on device|Disk quota exceeded).*)/.exec(said)?.[1] ??
    /(?:FATAL|PANIC|ERROR|error):\s*(.+)/.exec(said)?.[1] ??
    /^(?:postgres|initdb): (.+)/m.exec(said)?.[1] ??
    said.trim().split("\n").at(-1);
  const fault = /No space left on device|Disk quota exceeded/.test(said)
    ? "disk-full"
    : /Permission denied|Operation not permitted|Read-only file system|EPERM|EACCES/.test(said)
      ? "not-permitted"
      : "refused";
  return new EmbeddedServerError(fault, `PostgreSQL could not ${doing}: ${telling ?? "no reason given"}`);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
