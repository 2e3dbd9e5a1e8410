// Who runs PostgreSQL. It refuses to run as root, so root hands it to an unprivileged system user;
// anybody else runs it as themselves.
import { stat } from "node:fs/promises";
import { EmbeddedServerError } from "./embedded-server-error";
import { runCommand } from "./run-command";

/** An unprivileged user that root runs PostgreSQL as. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Users that packages of PostgreSQL create on Linux and on macOS, then the one this file creates. */
const KNOWN = ["postgres", "_postgres", "rollcall-db"] as const;
const OWN = "rollcall-db";

/** Whether this process is root (never on Windows). */
export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/**
 * The user to run PostgreSQL as: null means "as we are". An existing cluster is always run by its owner,
 * because PostgreSQL refuses a data folder of anybody else.
 * @param cluster folder of the cluster, which need not exist
 */
export async function chooseUser(cluster: string): Promise<SystemUser | null> {
  if (!isRoot()) return null;
  const user = (await ownerOf(cluster)) ?? (await knownUser()) ?? (await createUser());
  const { code, stderr } = await runCommand("/bin/sh", ["-c", ":"], { user });
  if (code === 0) return user;
  throw new EmbeddedServerError(
    "no-system-user",
    `PostgreSQL does not run as root, and root may not become the user ${user.name} here (${stderr.trim()}): ` +
      "allow this container to change users, or start Rollcall as another user, or set DATABASE_URL.",
  );
}

async function ownerOf(cluster: string): Promise<SystemUser | null> {
  const existing = await stat(cluster).catch(() => null);
  if (existing === null || existing.uid === 0) return null;
  return { name: String(existing.uid), uid: existing.uid, gid: existing.gid };
}

async function knownUser(): Promise<SystemUser | null> {
  for (const name of KNOWN) {
    const user = await lookUp(name);
    if (user !== null) return user;
  }
  return null;
}

async function lookUp(name: string): Promise<SystemUser | null> {
  const [uid, gid] = await Promise.all([number("-u", name), number("-g", name)]);
  return uid === null || gid === null || uid === 0 ? null : { name, uid, gid };
}

async function number(flag: "-u" | "-g", name: string): Promise<number | null> {
  const { code, stdout } = await runCommand("id", [flag, name]);
  return code === 0 && /^\d+$/.test(stdout.trim()) ? Number(stdout.trim()) : null;
}

async function createUser(): Promise<SystemUser> {
  const home = ["--home-dir", "/nonexistent", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  const attempts: readonly (readonly [string, readonly string[]])[] = [
    ["useradd", ["--system", "--user-group", ...home, OWN]],
    ["adduser", ["--system", "--group", "--no-create-home", "--home", "/nonexistent", OWN]],
    ["adduser", ["-S", "-D", "-H", OWN]],
  ];
  for (const [command, words] of attempts) {
    const { code } = await runCommand(command, words);
    const user = code === 0 ? await lookUp(OWN) : null;
    if (user !== null) return user;
  }
  throw new EmbeddedServerError(
    "no-system-user",
    "PostgreSQL does not run as root, and no system user could be created for it. Create one named postgres " +
      "(for example: useradd --system postgres), or start Rollcall as another user, or set DATABASE_URL.",
  );
}

/** Whether `user` can enter the folder `path`; asked of the system itself, so access lists count too. */
export async function canEnter(user: SystemUser, path: string): Promise<boolean> {
  const { code } = await runCommand("/bin/sh", ["-c", 'cd -- "$1"', "sh", path], { user });
  return code === 0;
}
