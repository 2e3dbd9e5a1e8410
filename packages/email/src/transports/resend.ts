/**
 * Hands messages to Resend through its own SDK, under an idempotency key: the same key within 24 hours is one mail.
 * What each error means follows https://resend.com/docs/api-reference/errors.
 */
import { Resend } from "resend";

import type { Delivery, ResendConfig, Transport } from "../delivery";
import { checkMessage, formatMailbox, type CheckedMessage } from "./mailbox";
import { messageHeaders } from "./mime";
import { reasonWords } from "./reason";

export const RESEND_BASE_URL = "https://api.resend.com";
const TIMEOUT_MS = 30_000;
/** daily and monthly quotas come back slowly */
const QUOTA_PAUSE_SECONDS = 3600;

/** Errors that a change of settings mends: the message is fine and waits. */
const SETTINGS_ERRORS = new Set(["missing_api_key", "invalid_api_key", "restricted_api_key"]);
const QUOTA_ERRORS = new Set(["daily_quota_exceeded", "monthly_quota_exceeded"]);

interface Failure {
  /** not always there: what stands between us and Resend may answer in its own words */
  name?: string | undefined;
  message?: string | undefined;
  statusCode?: number | null | undefined;
}

/** Seconds of a Retry-After header, which may be a number or a date; null when there is none. `now` in milliseconds. */
export function retryAfterSeconds(header: string | undefined, now: number): number | null {
  if (header === undefined || header.trim() === "") return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

/** What an error of the API means for the message. */
export function resendFailure(failure: Failure, retryAfter: string | undefined): Delivery {
  const { name = "", statusCode } = failure;
  const reason = reasonWords(failure.message ?? name);
  const asked = retryAfterSeconds(retryAfter, Date.now());
  const later: Delivery = { kind: "retry", reason, retryAfterSeconds: asked };
  if (typeof statusCode !== "number" || statusCode >= 500) return later;
  if (QUOTA_ERRORS.has(name)) return { ...later, retryAfterSeconds: asked ?? QUOTA_PAUSE_SECONDS };
  if (statusCode === 408 || statusCode === 429 || SETTINGS_ERRORS.has(name)) return later;
  if (statusCode === 409 && name !== "invalid_idempotent_request") return later;
  return { kind: "rejected", reason };
}

function payloadOf({ key, from, to, subject, html, text, attachments }: CheckedMessage) {
  return {
    from: formatMailbox(from.name, from.address),
    to: formatMailbox(to.name, to.address),
    subject,
    html,
    text,
    headers: messageHeaders(key),
    ...(attachments === undefined ? {} : { attachments: attachments.map(attached) }),
  };
}

function attached(file: NonNullable<CheckedMessage["attachments"]>[number]) {
  return { filename: file.fileName, content: Buffer.from(file.content), contentType: file.contentType };
}

export function createResendTransport(config: ResendConfig): Transport {
  const resend = new Resend(config.apiKey, { baseUrl: config.baseUrl, userAgent: "rollcall" });
  return {
    send: async (message) => {
      const checked = checkMessage(message);
      if (!checked.ok) return { kind: "rejected", reason: checked.reason };
      try {
        const options = { idempotencyKey: message.key, signal: AbortSignal.timeout(TIMEOUT_MS) };
        const { data, error, headers } = await resend.emails.send(payloadOf(checked.message), options);
        // A proxy's answer can be anything, `null` too: only an id means that Resend has it.
        const id: unknown = (data as { id?: unknown } | null)?.id;
        if (typeof id === "string") return { kind: "accepted", providerId: id };
        return resendFailure(
          error ?? { message: "Resend gave no id for the mail." },
          headers?.["retry-after"],
        );
      } catch (error) {
        return { kind: "retry", reason: reasonWords(error), retryAfterSeconds: null };
      }
    },
    check: async () => {
      const { error } = await resend.domains.list();
      // A key that may only send cannot list domains, and is the right key to have.
      if (error === null || error.name === "restricted_api_key") return { ok: true };
      return { ok: false, message: `Resend does not let us in: ${reasonWords(error.message)}` };
    },
    close: () => undefined,
  };
}
