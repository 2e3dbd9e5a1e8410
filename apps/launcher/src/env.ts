/**
 * The only place of the launcher that reads the environment: the settings (with those of .env), and what children inherit.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DotEnvError, parseDotEnv, parseSettings, type ParsedSettings } from "@rollcall/settings";

/** The settings, or one line a mistake. Relative paths count from `root`; what the environment says beats .env. */
export function readSettings(root: string): ParsedSettings {
  try {
    return parseSettings({ ...readDotEnv(join(root, ".env")), ...process.env }, { cwd: root });
  } catch (error) {
    if (error instanceof DotEnvError) return { ok: false, mistakes: [error.message] };
    throw error;
  }
}

function readDotEnv(file: string): Record<string, string> {
  return existsSync(file) ? parseDotEnv(readFileSync(file, "utf8")) : {};
}

/** What children inherit: the system's part of our environment, without npm's and without what only the launcher may know. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return Object.fromEntries(kept);
}

const ours = /^npm_|^(ADMIN_EMAIL|ADMIN_PASSWORD|DATABASE_URL|NODE_ENV)$/;
