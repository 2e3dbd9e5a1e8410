/**
 * What a transport is given and what it says back. Pure types: a transport never throws, it answers with one of three
 * outcomes, and the caller decides what becomes of the message.
 */

export interface Attachment {
  fileName: string;
  content: string | Uint8Array;
  /** for example "text/csv; charset=utf-8" */
  contentType: string;
}

export interface Message {
  /** Idempotency key, 1 to 256 printable ASCII characters without spaces: the same key is the same message, however often it is sent. */
  key: string;
  /** `address` or `Name <address>` */
  from: string;
  /** exactly one recipient: `address` or `Name <address>` */
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments?: readonly Attachment[] | undefined;
}

export type Delivery =
  /** handed over; `providerId` is what the other side calls it */
  | { kind: "accepted"; providerId: string | null }
  /** will never be accepted as it is */
  | { kind: "rejected"; reason: string }
  /** may be accepted later, under the same key; `retryAfterSeconds` is what the other side asked for */
  | { kind: "retry"; reason: string; retryAfterSeconds: number | null };

export interface Transport {
  /** Hands one message over. Never throws; reasons hold no secret. Safe to call again with the same message. */
  send: (message: Message) => Promise<Delivery>;
  /** Asks whether the other side is there and lets us in, without sending anything. Never throws. */
  check: () => Promise<{ ok: true } | { ok: false; message: string }>;
  /** Closes connections. No `send` after it. */
  close: () => void;
}

export type TransportConfig = OutboxConfig | SmtpConfig | ResendConfig;

export interface OutboxConfig {
  kind: "outbox";
  /** absolute path of the folder that gets the `.eml` files */
  folder: string;
}

export interface SmtpConfig {
  kind: "smtp";
  host: string;
  port: number;
  /** true: TLS from the first byte (smtps://) */
  secure: boolean;
  auth: { user: string; pass: string } | null;
  /** STARTTLS: taken when offered, or insisted on, or taken without checking the certificate */
  tls: "offered" | "required" | "unverified";
}

export interface ResendConfig {
  kind: "resend";
  apiKey: string;
  /** without a trailing slash */
  baseUrl: string;
}
