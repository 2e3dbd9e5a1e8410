/**
 * Hands messages to an SMTP server over a few kept connections. STARTTLS is taken when offered. SMTP has no idempotency
 * keys: a connection that breaks after the last byte may mean delivered or not, so a retry carries the same Message-ID.
 */
import {
  createTransport as createMailer,
  type NodemailerError,
  type SMTPPoolOptions,
  type SMTPPoolSentMessageInfo,
  type Transporter,
} from "nodemailer";

import type { Delivery, SmtpConfig, Transport } from "../delivery";
import { checkMessage } from "./mailbox";
import { mimeOptions } from "./mime";
import { reasonWords } from "./reason";

/** Commands in which a server judges one message; a refusal anywhere else is about us or the moment, not the message. */
const JUDGING = new Set(["MAIL FROM", "RCPT TO", "DATA"]);
/** authentication or encryption is wanted (RFC 4954, RFC 3207): settings to be mended, not a bad message */
const SETTINGS_REPLIES = new Set([530, 534, 535, 538]);

/** What a failure of nodemailer means for the message. 4xx and everything about the connection: later. 5xx: never. */
export function smtpFailure(error: NodemailerError): Delivery {
  const reason = reasonWords(error);
  const later: Delivery = { kind: "retry", reason, retryAfterSeconds: null };
  const reply = error.responseCode;
  if (reply === undefined) {
    // Without a reply only nodemailer itself can have judged the message: an address no server takes, a size over the limit.
    return error.code === "EENVELOPE" || error.code === "EMESSAGE" ? { kind: "rejected", reason } : later;
  }
  if (reply < 500 || SETTINGS_REPLIES.has(reply) || error.code === "EAUTH") return later;
  return JUDGING.has(error.command ?? "") ? { kind: "rejected", reason } : later;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

function createPool(config: SmtpConfig): Transporter<SMTPPoolSentMessageInfo, SMTPPoolOptions> {
  const { host, port, secure, auth, tls } = config;
  const options: SMTPPoolOptions & { pool: true } = {
    pool: true,
    host,
    port,
    secure,
    ...(auth === null ? {} : { auth }),
    requireTLS: tls === "required",
    // Nobody stands between us and our own machine, and its mail server rarely has a certificate.
    tls: { rejectUnauthorized: tls !== "unverified" && !isLoopback(host) },
    maxConnections: 4,
    maxMessages: 500,
    // The outbox table decides about a second try, not the pool: it knows what happened to the first.
    maxRequeues: 0,
    idleTimeout: 60_000,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  return createMailer(options);
}

export function createSmtpTransport(config: SmtpConfig): Transport {
  const pool = createPool(config);
  return {
    send: async (message) => {
      const checked = checkMessage(message);
      if (!checked.ok) return { kind: "rejected", reason: checked.reason };
      try {
        const { messageId } = await pool.sendMail(mimeOptions(checked.message));
        return { kind: "accepted", providerId: messageId };
      } catch (error) {
        return smtpFailure(error as NodemailerError);
      }
    },
    check: async () => {
      try {
        await pool.verify();
        return { ok: true };
      } catch (error) {
        return {
          ok: false,
          message: `${config.host}:${config.port} does not take mail: ${reasonWords(error)}`,
        };
      }
    },
    close: () => pool.close(),
  };
}
