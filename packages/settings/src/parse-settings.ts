/**
 * Turns the environment into settings, or into every mistake in it at once. The only way a program of ours learns a setting;
 * it reads neither files nor the process.
 */
import type { z } from "zod";

import { settingsSchema, type Role } from "./settings-schema";

export interface Settings {
  port: number;
  host: string;
  /** base of every link, without a trailing slash */
  appUrl: string;
  /** absolute path */
  dataDir: string;
  /** null: the embedded PostgreSQL */
  databaseUrl: string | null;
  role: Role;
  /** the first administrator to make while there is none */
  admin: { email: string; password: string } | null;
  /** null: the one generated into `dataDir` */
  secret: string | null;
  mailUrl: string;
  /** `address` or `Name <address>` */
  mailFrom: string;
  resendApiKey: string | null;
  /** without a trailing slash */
  resendBaseUrl: string | null;
  importMaxRows: number;
  importMaxBytes: number;
  /** what our own processes tell each other, by full name ("ROLLCALL_DATABASE_URL"); not for people, unchecked */
  internal: Readonly<Record<string, string>>;
}

export type ParsedSettings = { ok: true; settings: Settings } | { ok: false; mistakes: string[] };

/**
 * Checks every setting. Blank counts as not set; names that are no setting of ours are none of our business.
 * `cwd` is what a relative DATA_DIR is relative to. Mistakes are whole sentences, in the order of the table, without secrets.
 */
export function parseSettings(env: Record<string, string | undefined>, o: { cwd: string }): ParsedSettings {
  const parsed = settingsSchema(o.cwd).safeParse({ ...env });
  const mistakes = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  mistakes.push(...missingPartners(env));
  if (!parsed.success || mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, settings: settingsOf(parsed.data, env) };
}

/** Settings that need another one. Looked at even when others are wrong, so that one start shows every mistake. */
function missingPartners(env: Record<string, string | undefined>): string[] {
  const isSet = (name: string) => (env[name]?.trim() ?? "") !== "";
  const mistakes: string[] = [];
  if (isSet("ADMIN_EMAIL") && !isSet("ADMIN_PASSWORD"))
    mistakes.push("ADMIN_EMAIL needs ADMIN_PASSWORD beside it.");
  if (isSet("ADMIN_PASSWORD") && !isSet("ADMIN_EMAIL"))
    mistakes.push("ADMIN_PASSWORD needs ADMIN_EMAIL beside it.");
  if (env["MAIL_URL"]?.trim().toLowerCase() === "resend:" && !isSet("RESEND_API_KEY")) {
    mistakes.push('MAIL_URL is "resend:", which needs RESEND_API_KEY.');
  }
  return mistakes;
}

function settingsOf(
  data: z.output<ReturnType<typeof settingsSchema>>,
  env: Record<string, string | undefined>,
): Settings {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = data;
  return {
    port: data.PORT,
    host: data.HOST,
    appUrl: data.APP_URL ?? `http://localhost:${data.PORT}`,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    role: data.ROLE,
    admin: email === null || password === null ? null : { email, password },
    secret: data.SECRET,
    mailUrl: data.MAIL_URL,
    mailFrom: data.MAIL_FROM,
    resendApiKey: data.RESEND_API_KEY,
    resendBaseUrl: data.RESEND_BASE_URL,
    importMaxRows: data.IMPORT_MAX_ROWS,
    importMaxBytes: data.IMPORT_MAX_BYTES,
    internal: internalOf(env),
  };
}

function internalOf(env: Record<string, string | undefined>): Record<string, string> {
  const own = Object.entries(env).flatMap(([name, value]): [string, string][] =>
    name.startsWith("ROLLCALL_") && value !== undefined ? [[name, value]] : [],
  );
  return Object.fromEntries(own);
}
