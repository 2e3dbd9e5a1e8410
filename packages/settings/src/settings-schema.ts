/**
 * What each setting may be and what it becomes, as a zod schema over the raw environment. Each mistake is one sentence that
 * begins with the setting's name; a secret is never repeated in one. Knows no process: the environment comes in as a record.
 */
import { isAbsolute, resolve } from "node:path";

import { z } from "zod";

import { parseByteSize } from "./byte-size";

/** What was given, for the end of a sentence: quoted, one line, not long, without the password an address may hold. */
function shown(value: string): string {
  const line = value.replace(/\p{Cc}+/gu, " ").replace(/\/\/.*@/u, "//…@");
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}

type Read<T> = (value: string) => { value: T } | { mistake: string };

/** A setting read by `read`; absent or blank means `absent`. */
function setting<T, A>(absent: A, read: Read<T>) {
  return z
    .string()
    .optional()
    .transform((given, context): T | A => {
      const value = given?.trim() ?? "";
      if (value === "") return absent;
      const result = read(value);
      if ("value" in result) return result.value;
      context.addIssue({ code: "custom", message: result.mistake });
      return z.NEVER;
    });
}

/** A whole number from `min` to `max`, written in digits only. */
function wholeNumber(name: string, min: number, max: number, absent: number) {
  return setting(absent, (value) => {
    const number = /^\d{1,15}$/u.test(value) ? Number(value) : NaN;
    return number >= min && number <= max
      ? { value: number }
      : { mistake: `${name} must be a number from ${min} to ${max}, but is ${shown(value)}.` };
  });
}

const MAIL_ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/u;
const HOST_NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/iu;
const IPV6 = /^[0-9a-f:.]*:[0-9a-f:.]*(?:%[0-9a-z]+)?$/iu;

const readHost: Read<string> = (value) =>
  HOST_NAME.test(value) || IPV6.test(value)
    ? { value }
    : { mistake: `HOST must be a host name or an IP address, but is ${shown(value)}.` };

const readAppUrl: Read<string> = (value) => {
  const plain = /^https?:\/\/[^/\\?#@\s]+\/?$/iu.test(value) && URL.canParse(value);
  return plain
    ? { value: new URL(value).origin }
    : {
        mistake: `APP_URL must be like https://accounts.example.com, without user name, path or query, but is ${shown(value)}.`,
      };
};

const readDatabaseUrl: Read<string> = (value) =>
  /^postgres(?:ql)?:\/\//u.test(value) && URL.canParse(value)
    ? { value }
    : {
        mistake:
          "DATABASE_URL must be like postgresql://user:password@host:5432/database, special characters percent-encoded.",
      };

const roles = ["all", "web", "worker"] as const;
export type Role = (typeof roles)[number];

const readRole: Read<Role> = (value) => {
  const role = roles.find((known) => known === value);
  return role === undefined
    ? { mistake: `ROLE must be all, web or worker, but is ${shown(value)}.` }
    : { value: role };
};

const readAdminEmail: Read<string> = (value) =>
  MAIL_ADDRESS.test(value) && value.length <= 254
    ? { value }
    : { mistake: `ADMIN_EMAIL must be a mail address, but is ${shown(value)}.` };

const readMailFrom: Read<string> = (value) => {
  const address = /^[^<>]*<([^<>]*)>$/u.exec(value)?.[1] ?? value;
  return MAIL_ADDRESS.test(address) && !/\p{Cc}/u.test(value)
    ? { value }
    : { mistake: `MAIL_FROM must be like Rollcall <rollcall@example.com>, but is ${shown(value)}.` };
};

/** Which transport and whether it can be read at all; packages/email reads the rest when it makes the transport. */
const readMailUrl: Read<string> = (value) => {
  if (/^(?:outbox|resend):$/iu.test(value)) return { value };
  const isSmtp = /^smtps?:\/\//iu.test(value) && URL.canParse(value) && new URL(value).hostname !== "";
  return isSmtp
    ? { value }
    : {
        mistake:
          "MAIL_URL must be outbox:, resend:, smtp://user:password@host:port or smtps://user:password@host:port, special characters percent-encoded.",
      };
};

const readResendBaseUrl: Read<string> = (value) =>
  /^https?:\/\//iu.test(value) && URL.canParse(value)
    ? { value: value.replace(/\/+$/u, "") }
    : { mistake: `RESEND_BASE_URL must be an http or https address, but is ${shown(value)}.` };

const readSecret: Read<string> = (value) =>
  value.length >= 32
    ? { value }
    : { mistake: `SECRET must have at least 32 characters, but has ${value.length}.` };

const readMaxBytes: Read<number> = (value) => {
  const bytes = parseByteSize(value);
  return bytes === null
    ? { mistake: `IMPORT_MAX_BYTES must be a size such as 500 MB or 1 GiB, but is ${shown(value)}.` }
    : { value: bytes };
};

/** A folder, resolved against `cwd`. A leading ~ is a shell's business: here it would be a folder of that name. */
function dataDir(cwd: string) {
  return setting(resolve(cwd, ".data"), (value) =>
    value.startsWith("~") || value.includes("\0")
      ? { mistake: `DATA_DIR must be a path, written out (without ~), but is ${shown(value)}.` }
      : { value: isAbsolute(value) ? resolve(value) : resolve(cwd, value) },
  );
}

const asGiven: Read<string> = (value) => ({ value });

/** One field a setting, under its name in the environment. */
export function settingsSchema(cwd: string) {
  return z.object({
    PORT: wholeNumber("PORT", 1, 65_535, 3000),
    HOST: setting("127.0.0.1", readHost),
    APP_URL: setting(null, readAppUrl),
    DATA_DIR: dataDir(cwd),
    DATABASE_URL: setting(null, readDatabaseUrl),
    ROLE: setting<Role, Role>("all", readRole),
    ADMIN_EMAIL: setting(null, readAdminEmail),
    // White space may be part of it, so it is the one setting that is not trimmed.
    ADMIN_PASSWORD: z
      .string()
      .optional()
      .transform((given) => (given === undefined || given === "" ? null : given)),
    SECRET: setting(null, readSecret),
    MAIL_URL: setting("outbox:", readMailUrl),
    MAIL_FROM: setting("Rollcall <rollcall@localhost>", readMailFrom),
    RESEND_API_KEY: setting(null, asGiven),
    RESEND_BASE_URL: setting(null, readResendBaseUrl),
    IMPORT_MAX_ROWS: wholeNumber("IMPORT_MAX_ROWS", 1, 1_000_000_000, 1_000_000),
    IMPORT_MAX_BYTES: setting(2 ** 30, readMaxBytes),
  });
}
