import { describe, expect, it } from "vitest";

import { parseSettings } from "./parse-settings";

const cwd = "/srv/rollcall";
const parse = (env: Record<string, string | undefined>) => parseSettings(env, { cwd });

function settingsOf(env: Record<string, string | undefined>) {
  const parsed = parse(env);
  if (!parsed.ok) throw new Error(parsed.mistakes.join("\n"));
  return parsed.settings;
}

const defaults = {
  port: 3000,
  host: "127.0.0.1",
  appUrl: "http://localhost:3000",
  dataDir: "/srv/rollcall/.data",
  databaseUrl: null,
  role: "all",
  admin: null,
  secret: null,
  mailUrl: "outbox:",
  mailFrom: "Rollcall <rollcall@localhost>",
  resendApiKey: null,
  resendBaseUrl: null,
  importMaxRows: 1_000_000,
  importMaxBytes: 1_073_741_824,
  internal: {},
};

describe("what is set", () => {
  it.each([
    ["nothing is needed", {}, {}],
    ["blank is not set (PORT= in a .env)", { PORT: "", HOST: "  ", MAIL_URL: undefined }, {}],
    ["other programs' variables are theirs", { PATH: "/bin", NODE_ENV: "production", PORTS: "x" }, {}],
    [
      "the port is part of the default APP_URL",
      { PORT: "8080" },
      { port: 8080, appUrl: "http://localhost:8080" },
    ],
    ["the lowest port", { PORT: "1" }, { port: 1, appUrl: "http://localhost:1" }],
    ["the highest port", { PORT: "65535" }, { port: 65535, appUrl: "http://localhost:65535" }],
    ["white space around a value", { PORT: " 80 " }, { port: 80, appUrl: "http://localhost:80" }],
    ["a host name", { HOST: "web-1.internal" }, { host: "web-1.internal" }],
    ["every address", { HOST: "0.0.0.0" }, { host: "0.0.0.0" }],
    ["IPv6", { HOST: "::1" }, { host: "::1" }],
    ["APP_URL without slash", { APP_URL: "https://a.example.com" }, { appUrl: "https://a.example.com" }],
    [
      "APP_URL loses its slash",
      { APP_URL: "https://a.example.com:8443/" },
      { appUrl: "https://a.example.com:8443" },
    ],
    [
      "APP_URL loses a port that goes without saying",
      { APP_URL: "https://A.example.com:443" },
      { appUrl: "https://a.example.com" },
    ],
    ["a relative DATA_DIR", { DATA_DIR: "data/../store" }, { dataDir: "/srv/rollcall/store" }],
    ["an absolute DATA_DIR", { DATA_DIR: "/var/lib/rollcall/" }, { dataDir: "/var/lib/rollcall" }],
    [
      "DATABASE_URL",
      { DATABASE_URL: "postgresql://u:p@db:5432/x" },
      { databaseUrl: "postgresql://u:p@db:5432/x" },
    ],
    [
      "DATABASE_URL over a socket",
      { DATABASE_URL: "postgres:///x?host=/run" },
      { databaseUrl: "postgres:///x?host=/run" },
    ],
    ["ROLE", { ROLE: "worker" }, { role: "worker" }],
    [
      "the first administrator; a password keeps its white space",
      { ADMIN_EMAIL: "a@example.com", ADMIN_PASSWORD: " correct horse " },
      { admin: { email: "a@example.com", password: " correct horse " } },
    ],
    ["SECRET of 32", { SECRET: "s".repeat(32) }, { secret: "s".repeat(32) }],
    ["MAIL_URL smtp", { MAIL_URL: "smtp://u:p%40@mail:25" }, { mailUrl: "smtp://u:p%40@mail:25" }],
    ["MAIL_URL smtps", { MAIL_URL: "smtps://mail.example.com" }, { mailUrl: "smtps://mail.example.com" }],
    [
      "MAIL_URL resend",
      { MAIL_URL: "resend:", RESEND_API_KEY: "re_1", RESEND_BASE_URL: "http://127.0.0.1:9/api/" },
      { mailUrl: "resend:", resendApiKey: "re_1", resendBaseUrl: "http://127.0.0.1:9/api" },
    ],
    ["MAIL_FROM address", { MAIL_FROM: "it@example.com" }, { mailFrom: "it@example.com" }],
    [
      "MAIL_FROM with a name",
      { MAIL_FROM: "IT, Halden <it@example.com>" },
      { mailFrom: "IT, Halden <it@example.com>" },
    ],
    ["IMPORT_MAX_ROWS", { IMPORT_MAX_ROWS: "5" }, { importMaxRows: 5 }],
    ["IMPORT_MAX_BYTES with a unit", { IMPORT_MAX_BYTES: "1.5 GiB" }, { importMaxBytes: 1.5 * 2 ** 30 }],
    [
      "our own processes' names",
      { ROLLCALL_DATABASE_URL: "postgresql://x/y" },
      { internal: { ROLLCALL_DATABASE_URL: "postgresql://x/y" } },
    ],
  ])("%s", (_why, env, expected) => {
    expect(settingsOf(env)).toEqual({ ...defaults, ...expected });
  });
});

describe("one sentence a mistake", () => {
  const appUrl = (given: string) =>
    `APP_URL must be like https://accounts.example.com, without user name, path or query, but is "${given}".`;
  const mailUrl =
    "MAIL_URL must be outbox:, resend:, smtp://user:password@host:port or smtps://user:password@host:port, special characters percent-encoded.";
  const databaseUrl =
    "DATABASE_URL must be like postgresql://user:password@host:5432/database, special characters percent-encoded.";

  it.each([
    [{ PORT: "abc" }, 'PORT must be a number from 1 to 65535, but is "abc".'],
    [{ PORT: "0" }, 'PORT must be a number from 1 to 65535, but is "0".'],
    [{ PORT: "65536" }, 'PORT must be a number from 1 to 65535, but is "65536".'],
    [{ PORT: "3e3" }, 'PORT must be a number from 1 to 65535, but is "3e3".'],
    [{ PORT: "-1" }, 'PORT must be a number from 1 to 65535, but is "-1".'],
    [{ HOST: "http://x" }, 'HOST must be a host name or an IP address, but is "http://x".'],
    [{ HOST: "a b" }, 'HOST must be a host name or an IP address, but is "a b".'],
    [{ APP_URL: "accounts.example.com" }, appUrl("accounts.example.com")],
    [{ APP_URL: "ftp://example.com" }, appUrl("ftp://example.com")],
    [{ APP_URL: "https://example.com/app" }, appUrl("https://example.com/app")],
    [{ APP_URL: "https://example.com/.." }, appUrl("https://example.com/..")],
    [{ APP_URL: "https://example.com?x=1" }, appUrl("https://example.com?x=1")],
    [{ APP_URL: "https://example.com#x" }, appUrl("https://example.com#x")],
    [{ APP_URL: "https://good.example\\@evil.example" }, appUrl("https://…@evil.example")],
    [{ APP_URL: "https://me:hunter2@example.com" }, appUrl("https://…@example.com")],
    [{ APP_URL: "https://" }, appUrl("https://")],
    [{ DATA_DIR: "~/data" }, 'DATA_DIR must be a path, written out (without ~), but is "~/data".'],
    [{ DATABASE_URL: "mysql://me:hunter2@db/x" }, databaseUrl],
    [{ DATABASE_URL: "postgresql://me:hunter2@db:port/x" }, databaseUrl],
    [{ ROLE: "Web" }, 'ROLE must be all, web or worker, but is "Web".'],
    [{ ADMIN_EMAIL: "a@", ADMIN_PASSWORD: "x" }, 'ADMIN_EMAIL must be a mail address, but is "a@".'],
    [{ ADMIN_EMAIL: "a@example.com" }, "ADMIN_EMAIL needs ADMIN_PASSWORD beside it."],
    [{ ADMIN_PASSWORD: "hunter2" }, "ADMIN_PASSWORD needs ADMIN_EMAIL beside it."],
    [{ SECRET: "hunter2" }, "SECRET must have at least 32 characters, but has 7."],
    [{ MAIL_URL: "smtp:mail:25" }, mailUrl],
    [{ MAIL_URL: "sendmail:" }, mailUrl],
    [{ MAIL_URL: "smtp://me:hunter2@" }, mailUrl],
    [{ MAIL_URL: "resend:" }, 'MAIL_URL is "resend:", which needs RESEND_API_KEY.'],
    [{ MAIL_FROM: "Rollcall" }, 'MAIL_FROM must be like Rollcall <rollcall@example.com>, but is "Rollcall".'],
    [
      { MAIL_FROM: "Bob\r\nBcc: x@y <a@b>" },
      'MAIL_FROM must be like Rollcall <rollcall@example.com>, but is "Bob Bcc: x@y <a@b>".',
    ],
    [{ RESEND_BASE_URL: "api" }, 'RESEND_BASE_URL must be an http or https address, but is "api".'],
    [{ IMPORT_MAX_ROWS: "0" }, 'IMPORT_MAX_ROWS must be a number from 1 to 1000000000, but is "0".'],
    [{ IMPORT_MAX_ROWS: "1,000" }, 'IMPORT_MAX_ROWS must be a number from 1 to 1000000000, but is "1,000".'],
    [{ IMPORT_MAX_BYTES: "much" }, 'IMPORT_MAX_BYTES must be a size such as 500 MB or 1 GiB, but is "much".'],
    [{ IMPORT_MAX_BYTES: "0" }, 'IMPORT_MAX_BYTES must be a size such as 500 MB or 1 GiB, but is "0".'],
    [{ PORT: "x".repeat(500) }, `PORT must be a number from 1 to 65535, but is "${"x".repeat(59)}…".`],
  ])("%j", (env: Record<string, string>, mistake) => {
    expect(parse(env)).toEqual({ ok: false, mistakes: [mistake] });
    expect(mistake).not.toContain("hunter2");
  });

  it("names all of them at once, in the order of the table", () => {
    const parsed = parse({ ROLE: "x", PORT: "x", SECRET: "x", MAIL_URL: "resend:" });
    expect(parsed.ok ? [] : parsed.mistakes.map((mistake) => mistake.split(" ")[0])).toEqual([
      "PORT",
      "ROLE",
      "SECRET",
      "MAIL_URL",
    ]);
  });
});
