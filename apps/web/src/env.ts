/**
 * The only place of the web app that reads the environment. The launcher has checked every setting before it starts us;
 * whoever runs `next start` by hand gets the same sentences here (packages/settings), one a mistake.
 */
import { parseSettings, type Settings } from "@rollcall/settings";

export interface Environment {
  databaseUrl: string;
  /** without a trailing slash */
  appUrl: string;
  secret: string;
  importMaxRows: number;
  importMaxBytes: number;
  /** true when people reach us over https: cookies get the __Host- prefix, pages get HSTS */
  secure: boolean;
}

/** `next dev` needs eval for its stack traces; nothing else does. */
export const isDevelopment = process.env.NODE_ENV === "development";

let known: Environment | undefined;

/** Reads and checks once; throws an Error whose message has one line a mistake. */
export function environment(): Environment {
  return (known ??= read());
}

function read(): Environment {
  const parsed = parseSettings(process.env, { cwd: process.cwd() });
  if (!parsed.ok) throw new Error(parsed.mistakes.join("\n"));
  const { settings } = parsed;
  const databaseUrl = settings.internal["ROLLCALL_DATABASE_URL"] ?? settings.databaseUrl;
  const secret = settings.secret ?? settings.internal["ROLLCALL_SECRET"];
  const missing = [
    ...(databaseUrl === null ? ["ROLLCALL_DATABASE_URL is not set. Start Rollcall with npm start."] : []),
    ...(secret === undefined ? ["SECRET is not set. Start Rollcall with npm start."] : []),
  ];
  if (databaseUrl === null || secret === undefined) throw new Error(missing.join("\n"));
  tellNextAuth(settings);
  return {
    databaseUrl,
    secret,
    appUrl: settings.appUrl,
    importMaxRows: settings.importMaxRows,
    importMaxBytes: settings.importMaxBytes,
    secure: settings.appUrl.startsWith("https://"),
  };
}

/** next-auth reads these itself: its links come from our setting alone, never from a forwarded host. */
function tellNextAuth(settings: Settings): void {
  process.env["NEXTAUTH_URL"] = settings.appUrl;
  delete process.env["AUTH_TRUST_HOST"];
  delete process.env["VERCEL"];
}
