import { describe, expect, it } from "vitest";

import type { SmtpConfig } from "../delivery";
import { describeTransport } from "./create-transport";
import { parseMailUrl } from "./parse-mail-url";

const dataDir = "/var/lib/rollcall";
const smtp = (changed: Partial<SmtpConfig>): SmtpConfig => ({
  kind: "smtp",
  host: "mail.example.com",
  port: 587,
  secure: false,
  auth: null,
  tls: "offered",
  ...changed,
});

describe("what MAIL_URL may be", () => {
  it.each([
    ["outbox:", { kind: "outbox", folder: "/var/lib/rollcall/outbox" }],
    ["OUTBOX:", { kind: "outbox", folder: "/var/lib/rollcall/outbox" }],
    ["smtp://mail.example.com", smtp({})],
    ["smtp://mail.example.com/", smtp({})],
    ["smtp://mail.example.com:25", smtp({ port: 25 })],
    ["smtps://mail.example.com", smtp({ port: 465, secure: true })],
    ["smtps://mail.example.com:2465", smtp({ port: 2465, secure: true })],
    [
      "smtp://me:p%40ss%2Fword@mail.example.com:2525",
      smtp({ port: 2525, auth: { user: "me", pass: "p@ss/word" } }),
    ],
    ["smtp://me%40example.com:x@mail.example.com", smtp({ auth: { user: "me@example.com", pass: "x" } })],
    ["smtp://me:p@ss@mail.example.com", smtp({ auth: { user: "me", pass: "p@ss" } })],
    ["smtp://[::1]:1025", smtp({ host: "::1", port: 1025 })],
    ["smtp://mail.example.com?tls=required", smtp({ tls: "required" })],
    ["smtp://mail.example.com/?tls=unverified", smtp({ tls: "unverified" })],
    ["resend:", { kind: "resend", apiKey: "re_1", baseUrl: "https://api.resend.com" }],
  ])("%s", (url, config) => {
    expect(parseMailUrl(url, { dataDir, resendApiKey: "re_1" })).toEqual({ ok: true, config });
  });

  it("takes Resend's address from RESEND_BASE_URL", () => {
    expect(
      parseMailUrl("resend:", { dataDir, resendApiKey: "re_1", resendBaseUrl: "http://127.0.0.1:9/" }),
    ).toEqual({
      ok: true,
      config: { kind: "resend", apiKey: "re_1", baseUrl: "http://127.0.0.1:9" },
    });
  });
});

describe("one sentence a mistake, and never what was given", () => {
  const scheme = "MAIL_URL must begin with outbox:, smtp://, smtps:// or resend:.";
  it.each([
    ["", scheme],
    ["mail.example.com", scheme],
    ["sendmail:hunter2", scheme],
    ["outbox:///tmp", 'MAIL_URL "outbox:" takes nothing after the colon.'],
    ["resend:hunter2", 'MAIL_URL "resend:" takes nothing after the colon; the key goes into RESEND_API_KEY.'],
    ["smtp:mail.example.com", 'MAIL_URL must have // after "smtp:".'],
    ["smtps:/mail.example.com", 'MAIL_URL must have // after "smtps:".'],
    ["smtp://", "MAIL_URL names no host."],
    [
      "smtp://me:hunter2@host:port",
      "MAIL_URL cannot be read: write it smtp://user:password@host:port, special characters percent-encoded.",
    ],
    [
      "smtp://host:99999",
      "MAIL_URL cannot be read: write it smtp://user:password@host:port, special characters percent-encoded.",
    ],
    ["smtp://host:0", "MAIL_URL has port 0; a port is from 1 to 65535."],
    [
      "smtp://host/hunter2",
      "MAIL_URL takes nothing after the port; if that is part of the password, percent-encode it.",
    ],
    [
      "smtp://host:25#hunter2",
      "MAIL_URL takes nothing after the port; if that is part of the password, percent-encode it.",
    ],
    [
      "smtp://me:100%hunter2@host",
      "MAIL_URL has a % in user name or password that is not percent-encoded: write it %25.",
    ],
    ["smtp://me@host", "MAIL_URL has a user name or a password, but not both."],
    ["smtp://:hunter2@host", "MAIL_URL has a user name or a password, but not both."],
    [
      "smtp://host?tls=none",
      "MAIL_URL takes one option only: ?tls=required, ?tls=offered or ?tls=unverified.",
    ],
    ["smtp://host?pool=1", "MAIL_URL takes one option only: ?tls=required, ?tls=offered or ?tls=unverified."],
    [
      "smtp://host?tls=required&tls=offered",
      "MAIL_URL takes one option only: ?tls=required, ?tls=offered or ?tls=unverified.",
    ],
  ])("%s", (url, message) => {
    expect(parseMailUrl(url, { dataDir, resendApiKey: "re_1" })).toEqual({ ok: false, message });
    expect(message).not.toContain("hunter2");
  });

  it.each([
    ["no key", {}, 'MAIL_URL is "resend:", which needs RESEND_API_KEY.'],
    ["a blank key", { resendApiKey: " " }, 'MAIL_URL is "resend:", which needs RESEND_API_KEY.'],
    [
      "a base that is none",
      { resendApiKey: "re_1", resendBaseUrl: "api" },
      "RESEND_BASE_URL must be an http or https address.",
    ],
    [
      "a base of another kind",
      { resendApiKey: "re_1", resendBaseUrl: "file:///x" },
      "RESEND_BASE_URL must be an http or https address.",
    ],
  ])("resend: with %s", (_why, extra, message) => {
    expect(parseMailUrl("resend:", { dataDir, ...extra })).toEqual({ ok: false, message });
  });
});

it.each([
  ["outbox:", "outbox, /var/lib/rollcall/outbox"],
  ["smtps://me:hunter2@mail.example.com", "smtps, mail.example.com:465"],
  ["resend:", "resend, https://api.resend.com"],
])("%s is described without secrets", (url, words) => {
  const parsed = parseMailUrl(url, { dataDir, resendApiKey: "hunter2" });
  expect(parsed.ok ? describeTransport(parsed.config) : "").toBe(words);
});
