/**
 * The only place of bench that reads the environment: the settings of the installation to seed, and what programs that are
 * started here inherit.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseDotEnv, parseSettings, settingsTable, type Settings } from "@rollcall/settings";

/** The folder of the checkout. */
export const root = dirname(dirname(import.meta.dirname));
/** Figures, the files they are of, and the log of the app that was measured; ignored by git. */
export const resultsFolder = join(root, "bench", "results");

/** The settings with those of .env, as the launcher reads them; throws with one line a mistake. */
export function readSettings(): Settings {
  const file = join(root, ".env");
  const written = existsSync(file) ? parseDotEnv(readFileSync(file, "utf8")) : {};
  const parsed = parseSettings({ ...written, ...process.env }, { cwd: root });
  if (parsed.ok) return parsed.settings;
  throw new Error(parsed.mistakes.join("\n"));
}

/**
 * Our environment with every setting of Rollcall blank but the given ones, so that neither .env nor the shell reaches what
 * is measured.
 */
export function environmentWith(settings: Record<string, string>): NodeJS.ProcessEnv {
  const blank = settingsTable.map(({ name }) => [name, ""]);
  return { ...process.env, ...(Object.fromEntries(blank) as Record<string, string>), ...settings };
}
