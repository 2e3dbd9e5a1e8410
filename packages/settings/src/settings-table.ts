/**
 * Every setting that people may put into the environment, with its default and what it means: the one list behind the
 * README, `.env.example` and `doctor`. It reads nothing and checks nothing.
 */

export interface SettingRow {
  name: SettingName;
  /** as it would be written; null when there is none */
  default: string | null;
  meaning: string;
  /** true: its value is never printed, not even in the sentence that says it is wrong */
  secret: boolean;
}

export type SettingName =
  | "PORT"
  | "HOST"
  | "APP_URL"
  | "DATA_DIR"
  | "DATABASE_URL"
  | "ROLE"
  | "ADMIN_EMAIL"
  | "ADMIN_PASSWORD"
  | "SECRET"
  | "MAIL_URL"
  | "MAIL_FROM"
  | "RESEND_API_KEY"
  | "RESEND_BASE_URL"
  | "IMPORT_MAX_ROWS"
  | "IMPORT_MAX_BYTES";

/** One row a name; a name without a row does not compile. */
const rows: Readonly<Record<SettingName, Omit<SettingRow, "name">>> = {
  PORT: { default: "3000", meaning: "the port the web listens on", secret: false },
  HOST: {
    default: "127.0.0.1",
    meaning: "the address the web listens on; 0.0.0.0 for every one of the machine",
    secret: false,
  },
  APP_URL: {
    default: "http://localhost:PORT",
    meaning: "base of every link in a mail; never taken from a request",
    secret: false,
  },
  DATA_DIR: {
    default: ".data",
    meaning: "folder of the embedded database, generated secrets and outbox files",
    secret: false,
  },
  DATABASE_URL: {
    default: null,
    meaning: "an external PostgreSQL 15 or later; when set, nothing is embedded",
    secret: true,
  },
  ROLE: {
    default: "all",
    meaning: "all, web or worker; many of each may share one DATABASE_URL",
    secret: false,
  },
  ADMIN_EMAIL: {
    default: null,
    meaning: "makes the first administrator while there is none; with ADMIN_PASSWORD",
    secret: false,
  },
  ADMIN_PASSWORD: { default: null, meaning: "the first administrator's password", secret: true },
  SECRET: {
    default: null,
    meaning:
      "signs sessions and encrypts what must be readable again; at least 32 characters; generated into DATA_DIR when not set",
    secret: true,
  },
  MAIL_URL: {
    default: "outbox:",
    meaning:
      "outbox: (files in DATA_DIR/outbox), smtp://user:password@host:port, smtps://user:password@host:port or resend:",
    secret: true,
  },
  MAIL_FROM: { default: "Rollcall <rollcall@localhost>", meaning: "sender of every mail", secret: false },
  RESEND_API_KEY: {
    default: null,
    meaning: "key of the Resend account; needed by MAIL_URL=resend:",
    secret: true,
  },
  RESEND_BASE_URL: {
    default: null,
    meaning: "where Resend's API is, when it is not at resend.com",
    secret: false,
  },
  IMPORT_MAX_ROWS: { default: "1000000", meaning: "how many rows one file may hold", secret: false },
  IMPORT_MAX_BYTES: {
    default: "1 GiB",
    meaning: "how large one file may be: a number of bytes, or with a unit such as 500 MB or 1 GiB",
    secret: false,
  },
};

export const settingsTable: readonly SettingRow[] = (Object.keys(rows) as SettingName[]).map((name) => ({
  name,
  ...rows[name],
}));
