/** The one reader of the environment here. */

/** The environment an app is started with: ours, without the settings of whoever runs the tests. */
export function appEnvironment(settings: Record<string, string>): Record<string, string> {
  const own = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !isSetting.test(entry[0]),
  );
  return { ...Object.fromEntries(own), ...settings };
}

const isSetting =
  /^(PORT|HOST|APP_URL|DATA_DIR|DATABASE_URL|ROLE|ADMIN_.*|SECRET|MAIL_.*|RESEND_.*|IMPORT_.*|ROLLCALL_.*|NODE_ENV|VITEST.*|NODE_OPTIONS)$/;

/** Set by `npm test`; Debian's place otherwise. */
export function chromiumPath(): string {
  return process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
}

/** A folder to keep a picture of every screen in, when somebody wants to look. */
export function picturesFolder(): string | null {
  return process.env["E2E_PICTURES"] ?? null;
}

/** How many rows the journey through a large file has: few enough for every run, or as many as LARGE_ROWS says. */
export function largeRows(): number {
  return Number(process.env["LARGE_ROWS"] ?? 20_000);
}
