// Where the embedded database of one data folder lives, and the small file that says how to reach it.
// Ordinarily everything lies in the data folder. When root runs Rollcall from a place that the unprivileged
// user of PostgreSQL cannot enter, it lies under /var/lib/rollcall and the data folder keeps a pointer.
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SYSTEM_FOLDER } from "./binaries";
import { EmbeddedServerError, errorCode, explain } from "./embedded-server-error";
import { parseIdentity, type ProcessIdentity } from "./process-identity";
import { canEnter, chooseUser, isRoot, type SystemUser } from "./system-user";

/** The places of one embedded database, all absolute. */
export interface ServerHome {
  readonly folder: string;
  /** PostgreSQL's own data folder. */
  readonly cluster: string;
  readonly stateFile: string;
  readonly lockFolder: string;
  /** What PostgreSQL says. */
  readonly logFile: string;
  /** Who runs PostgreSQL; null: as we are. */
  readonly user: SystemUser | null;
}

/** What `postgres.json` holds; readable by its owner only, because of the password. */
export interface ServerState {
  readonly password: string;
  readonly port: number;
  readonly cluster: string;
  /** The process that last opened the server; null once it was stopped in good order. */
  readonly openedBy: ProcessIdentity | null;
}

/** Finds (or, the first time, decides) where the database of `dataDir` lives. Creates `dataDir`. */
export async function findServerHome(dataDir: string): Promise<ServerHome> {
  try {
    await mkdir(dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    const here = await realpath(dataDir);
    const folder = (await readPointer(here)) ?? (await decide(here));
    const cluster = join(folder, "postgres");
    return {
      folder,
      cluster,
      stateFile: join(folder, "postgres.json"),
      lockFolder: join(folder, "postgres.lock"),
      logFile: join(folder, "postgres.log"),
      user: await chooseUser(cluster),
    };
  } catch (error) {
    throw explain(error, `use the data folder ${dataDir}`);
  }
}

/** Reads how to reach the server; null when it was never made (or somebody removed or spoilt the file). */
export async function readState(home: ServerHome): Promise<ServerState | null> {
  const found = await readJson(home.stateFile);
  const password = found?.["password"];
  const port = found?.["port"];
  if (typeof password !== "string" || password === "") return null;
  return {
    password,
    port: typeof port === "number" && Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0,
    cluster: home.cluster,
    openedBy: parseIdentity(found?.["openedBy"]),
  };
}

/** Writes how to reach the server, whole or not at all, for its owner's eyes only. */
export async function writeState(home: ServerHome, state: ServerState): Promise<void> {
  const half = `${home.stateFile}.${randomUUID()}`;
  await writeFile(half, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  await rename(half, home.stateFile);
}

/** The folder that holds the database of `dataDir`, as far as that was decided already. Creates nothing. */
export async function homeFolderOf(dataDir: string): Promise<string> {
  return (await readPointer(dataDir).catch(() => null)) ?? dataDir;
}

async function readPointer(dataDir: string): Promise<string | null> {
  const found = await readJson(join(dataDir, "postgres.json"));
  if (found === null) return null;
  const folder = found["folder"];
  if (typeof folder !== "string") return dataDir;
  if (existsSync(folder)) return folder;
  throw new EmbeddedServerError(
    "not-permitted",
    `The database of ${dataDir} lies in ${folder} (see postgres.json), which is not there or cannot be reached.`,
  );
}

async function decide(dataDir: string): Promise<string> {
  const cluster = join(dataDir, "postgres");
  const user = await chooseUser(cluster);
  if (user === null || existsSync(cluster) || (await canEnter(user, dataDir))) return dataDir;
  const name = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  // A part by chance: a data folder that was removed and made anew must not find the old one's accounts again.
  const folder = join(SYSTEM_FOLDER, `${name}-${randomUUID().slice(0, 8)}`);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  await writeFile(join(folder, "made-for.txt"), `The database of ${dataDir}\n`);
  return placePointer(dataDir, folder);
}

/** Of two processes that decide at once one wins, and both use what it decided. */
async function placePointer(dataDir: string, folder: string): Promise<string> {
  const half = join(dataDir, `postgres.json.${randomUUID()}`);
  await writeFile(half, `${JSON.stringify({ folder }, null, 2)}\n`, { mode: 0o600 });
  try {
    await link(half, join(dataDir, "postgres.json"));
    return folder;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    await rm(folder, { recursive: true, force: true });
    return (await readPointer(dataDir)) ?? dataDir;
  } finally {
    await rm(half, { force: true });
  }
}

async function readJson(file: string): Promise<Record<string, unknown> | null> {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch (error) {
    if (errorCode(error) === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}
