/**
 * A mail as every try sends it, sealed for the time it waits in the database: it may hold a working link. Bound to its
 * message, so that a body cannot be moved to another.
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
});

export type ReadyMail = z.output<typeof shape>;

export function sealMail(secret: string, messageId: bigint, mail: ReadyMail): Uint8Array {
  return sealWithSecret(secret, "message-body", Buffer.from(JSON.stringify(mail), "utf8"), String(messageId));
}

/** Null when it was sealed with another secret. */
export function openMail(secret: string, messageId: bigint, sealed: Uint8Array): ReadyMail | null {
  const bytes = openWithSecret(secret, "message-body", sealed, String(messageId));
  if (bytes === null) return null;
  const parsed = shape.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  return parsed.success ? parsed.data : null;
}
