/**
 * The only place of the worker that reads the environment. The launcher has checked every setting before; whoever starts a
 * worker by hand gets the same checks here.
 */
import { parseSettings, type Settings } from "@rollcall/settings";

export interface WorkerSettings extends Settings {
  databaseUrl: string;
  secret: string;
}

/** The settings, or one sentence a mistake. */
export function readSettings(): { ok: true; settings: WorkerSettings } | { ok: false; mistakes: string[] } {
  const parsed = parseSettings(process.env, { cwd: process.cwd() });
  if (!parsed.ok) return parsed;
  const { settings } = parsed;
  const databaseUrl = settings.internal["ROLLCALL_DATABASE_URL"] ?? settings.databaseUrl;
  const { secret } = settings;
  if (databaseUrl === null || secret === null) {
    return {
      ok: false,
      mistakes: ["A worker is started by the launcher: npm start, with ROLE=worker for a worker alone."],
    };
  }
  return { ok: true, settings: { ...settings, databaseUrl, secret } };
}
