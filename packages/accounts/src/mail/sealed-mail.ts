/**
 * A mail as every try sends it, sealed for the time it waits in the database: it may hold a working link, and its attachments
 * are other people's data. Bound to its message, so that a body cannot be moved to another.
 */
import { z } from "zod";
import { openWithSecret, sealWithSecret } from "../secrets/sealing";

const shape = z.object({
  key: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  attachments: z
    .array(
      z.object({
        fileName: z.string(),
        contentType: z.string(),
        content: z.base64().transform((text) => Buffer.from(text, "base64")),
      }),
    )
    .default([]),
});

export interface ReadyMail {
  key: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments: { fileName: string; contentType: string; content: Buffer }[];
}

export function sealMail(secret: string, messageId: bigint, mail: ReadyMail): Uint8Array {
  const attachments = mail.attachments.map((one) => ({ ...one, content: one.content.toString("base64") }));
  const bytes = Buffer.from(JSON.stringify({ ...mail, attachments }), "utf8");
  return sealWithSecret(secret, "message-body", bytes, String(messageId));
}

/** Null when it was sealed with another secret. */
export function openMail(secret: string, messageId: bigint, sealed: Uint8Array): ReadyMail | null {
  const bytes = openWithSecret(secret, "message-body", sealed, String(messageId));
  if (bytes === null) return null;
  const parsed = shape.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  return parsed.success ? parsed.data : null;
}
