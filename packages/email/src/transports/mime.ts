/**
 * What a message looks like on the wire, for the transports that build it themselves: headers, Message-ID, both bodies.
 */
import { createHash } from "node:crypto";

import type { SendMailOptions } from "nodemailer";

import type { CheckedMessage } from "./mailbox";

/** Headers that every message carries, whichever way it goes. */
export function messageHeaders(key: string): Record<string, string> {
  return { "X-Rollcall-Key": key, "Auto-Submitted": "auto-generated" };
}

/** The same key is the same Message-ID, so that a mailbox that gets a retry twice can tell. */
export function messageId(key: string, senderAddress: string): string {
  const domain = senderAddress.slice(senderAddress.lastIndexOf("@") + 1);
  return `<${createHash("sha256").update(key).digest("hex").slice(0, 40)}@${domain}>`;
}

/** The message in nodemailer's words. Nothing in it is read from disk or fetched. */
export function mimeOptions(message: CheckedMessage): SendMailOptions {
  const { key, from, to, subject, html, text, attachments } = message;
  return {
    envelope: { from: from.address, to: [to.address] },
    from,
    to,
    subject,
    text,
    html,
    textEncoding: "quoted-printable",
    messageId: messageId(key, from.address),
    headers: messageHeaders(key),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(attachments === undefined ? {} : { attachments: attachments.map(attached) }),
  };
}

function attached(
  file: NonNullable<CheckedMessage["attachments"]>[number],
): NonNullable<SendMailOptions["attachments"]>[number] {
  return { filename: file.fileName, content: Buffer.from(file.content), contentType: file.contentType };
}
