/**
 * Reads MAIL_URL: which transport, with what. Every mistake has one sentence; what was given is never repeated,
 * since it may hold a password.
 */
import { join } from "node:path";

import type { SmtpConfig, TransportConfig } from "../delivery";
import { RESEND_BASE_URL } from "./resend";

export interface MailUrlExtra {
  resendApiKey?: string | undefined;
  resendBaseUrl?: string | undefined;
  /** absolute path of DATA_DIR; the outbox is a folder in it */
  dataDir: string;
}

type Parsed = { ok: true; config: TransportConfig } | { ok: false; message: string };

const TLS_CHOICES: Readonly<Record<string, SmtpConfig["tls"]>> = {
  offered: "offered",
  required: "required",
  unverified: "unverified",
};

/** Where the outbox of this data folder is, whichever transport is on. */
export function outboxFolder(dataDir: string): string {
  return join(dataDir, "outbox");
}

/**
 * `outbox:`, `smtp://[user:password@]host[:port]` (587), `smtps://…` (465), `resend:`. SMTP takes one option, `?tls=required`
 * (no mail without STARTTLS) or `?tls=unverified` (any certificate). User name and password are percent-encoded.
 */
export function parseMailUrl(url: string, extra: MailUrlExtra): Parsed {
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(url.trim())?.[1]?.toLowerCase();
  const rest = url.trim().slice((scheme?.length ?? 0) + 1);
  switch (scheme) {
    case "outbox":
      if (rest !== "") return mistake('MAIL_URL "outbox:" takes nothing after the colon.');
      return { ok: true, config: { kind: "outbox", folder: outboxFolder(extra.dataDir) } };
    case "resend":
      if (rest !== "")
        return mistake('MAIL_URL "resend:" takes nothing after the colon; the key goes into RESEND_API_KEY.');
      return resendConfig(extra);
    case "smtp":
    case "smtps":
      return smtpConfig(url.trim(), scheme === "smtps");
    default:
      return mistake("MAIL_URL must begin with outbox:, smtp://, smtps:// or resend:.");
  }
}

function resendConfig({ resendApiKey = "", resendBaseUrl = "" }: MailUrlExtra): Parsed {
  if (resendApiKey.trim() === "") return mistake('MAIL_URL is "resend:", which needs RESEND_API_KEY.');
  const baseUrl = resendBaseUrl.trim() === "" ? RESEND_BASE_URL : resendBaseUrl.trim();
  if (!URL.canParse(baseUrl) || !/^https?:$/u.test(new URL(baseUrl).protocol)) {
    return mistake("RESEND_BASE_URL must be an http or https address.");
  }
  return {
    ok: true,
    config: { kind: "resend", apiKey: resendApiKey.trim(), baseUrl: baseUrl.replace(/\/+$/u, "") },
  };
}

function smtpConfig(text: string, secure: boolean): Parsed {
  const scheme = secure ? "smtps" : "smtp";
  if (!text.slice(scheme.length).startsWith("://"))
    return mistake(`MAIL_URL must have // after "${scheme}:".`);
  if (!URL.canParse(text)) {
    return mistake(
      "MAIL_URL cannot be read: write it smtp://user:password@host:port, special characters percent-encoded.",
    );
  }
  const url = new URL(text);
  const host = url.hostname.replace(/^\[(.*)\]$/u, "$1");
  if (host === "") return mistake("MAIL_URL names no host.");
  if (url.port === "0") return mistake("MAIL_URL has port 0; a port is from 1 to 65535.");
  if (!/^\/?$/u.test(url.pathname) || url.hash !== "") {
    return mistake(
      "MAIL_URL takes nothing after the port; if that is part of the password, percent-encode it.",
    );
  }
  const auth = credentials(url);
  if (auth === "unreadable")
    return mistake("MAIL_URL has a % in user name or password that is not percent-encoded: write it %25.");
  if (auth === "incomplete") return mistake("MAIL_URL has a user name or a password, but not both.");
  const tls = tlsChoice(url.searchParams);
  if (tls === null)
    return mistake("MAIL_URL takes one option only: ?tls=required, ?tls=offered or ?tls=unverified.");
  const port = url.port === "" ? (secure ? 465 : 587) : Number(url.port);
  return { ok: true, config: { kind: "smtp", host, port, secure, auth, tls } };
}

function credentials(url: URL): SmtpConfig["auth"] | "unreadable" | "incomplete" {
  if (url.username === "" && url.password === "") return null;
  if (url.username === "" || url.password === "") return "incomplete";
  try {
    return { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  } catch {
    return "unreadable";
  }
}

function tlsChoice(options: URLSearchParams): SmtpConfig["tls"] | null {
  const names = [...options.keys()];
  if (names.length === 0) return "offered";
  if (names.length > 1 || names[0] !== "tls") return null;
  return TLS_CHOICES[options.get("tls") ?? ""] ?? null;
}

function mistake(message: string): { ok: false; message: string } {
  return { ok: false, message };
}
