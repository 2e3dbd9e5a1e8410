/**
 * The data folder (DATA_DIR): who may look into it, and the secret that is generated there once. Knows nothing of the
 * database that lies beside it.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode, InstallationError } from "./installation-error";

/**
 * Makes the folder when it is not there: for its owner only. Root's may be walked through (not listed) by others, since
 * PostgreSQL does not run as root and has to reach its own folder inside. Refuses what cannot be made or written.
 */
export async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: process.geteuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    throw explain(error, dataDir);
  }
}

/**
 * The organisation-wide secret in DATA_DIR/secret, readable by its owner only; written the first time with 256 random
 * bits. Of two processes that come at once one writes it and both read the same.
 */
export async function readOrMakeSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, "secret");
  try {
    return (await readSecret(file)) ?? (await makeSecret(dataDir, file));
  } catch (error) {
    throw error instanceof InstallationError ? error : explain(error, dataDir);
  }
}

/** The secret that lies in DATA_DIR already; null: none does, and none is made. */
export async function findSecret(dataDir: string): Promise<string | null> {
  try {
    return await readSecret(join(dataDir, "secret"));
  } catch (error) {
    if (["EACCES", "EPERM", "ENOTDIR"].includes(errorCode(error) ?? "")) return null;
    throw error;
  }
}

async function readSecret(file: string): Promise<string | null> {
  let text: string;
  try {
    text = (await readFile(file, "utf8")).trim();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
  if (text.length >= 32) return text;
  throw new InstallationError(
    `${file} is damaged: it must hold at least 32 characters. Put the old one back, or remove it and everybody signs in anew.`,
  );
}

async function makeSecret(dataDir: string, file: string): Promise<string> {
  const half = join(dataDir, `secret.${randomUUID()}`);
  await writeFile(half, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  try {
    await link(half, file);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    await rm(half, { force: true });
  }
  const secret = await readSecret(file);
  if (secret === null) throw new InstallationError(`${file} was removed while it was being written.`);
  return secret;
}

function explain(error: unknown, dataDir: string): unknown {
  switch (errorCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return new InstallationError(`The disk is full: nothing can be written to ${dataDir}.`, {
        cause: error,
      });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new InstallationError(
        `The data folder ${dataDir} cannot be written. It must belong to the user who runs Rollcall (DATA_DIR says which folder it is).`,
        { cause: error },
      );
    case "ENOTDIR":
    case "EEXIST":
      return new InstallationError(`DATA_DIR is ${dataDir}, which is a file and not a folder.`, {
        cause: error,
      });
    default:
      return error;
  }
}
