/**
 * The only place of the command line that reads the environment: the settings (with those of .env), and where the person was
 * when they called.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DotEnvError, parseDotEnv, parseSettings, type Settings } from "@rollcall/settings";
import { SystemError } from "./exit";

/** The folder of the checkout: relative settings and .env count from here, as they do for the launcher. */
const root = dirname(dirname(dirname(import.meta.dirname)));

/** The settings; throws a SystemError with one line a mistake. */
export function readSettings(): Settings {
  const parsed = parseSettings({ ...readDotEnv(join(root, ".env")), ...process.env }, { cwd: root });
  if (parsed.ok) return parsed.settings;
  throw new SystemError(parsed.mistakes.join("\n"));
}

function readDotEnv(file: string): Record<string, string> {
  try {
    return existsSync(file) ? parseDotEnv(readFileSync(file, "utf8")) : {};
  } catch (error) {
    throw error instanceof DotEnvError ? new SystemError(error.message) : error;
  }
}

/** A path as the person means it: npm runs us in the checkout, but says where it was called. */
export function resolvePath(path: string): string {
  return resolve(process.env["INIT_CWD"] ?? process.cwd(), path);
}
