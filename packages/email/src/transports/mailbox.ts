/**
 * "Name <address>" taken apart and put together, and the check every message passes before it meets a mail library:
 * one recipient, no line break that could become a header. Knows no transport.
 */
import type { Message } from "../delivery";
import { lineWords } from "../render/words";

export interface Mailbox {
  /** empty when there is none */
  name: string;
  address: string;
}

const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/u;
const KEY = /^[\x21-\x7e]{1,256}$/u;

/**
 * Reads `address` or `Name <address>`: exactly one, whatever the name holds. Line breaks and control characters in the
 * name become spaces; an address that has any is none. Null when it is not one mailbox.
 */
export function parseMailbox(text: string): Mailbox | null {
  const bracketed = /^([\s\S]*)<([^<>]*)>\s*$/u.exec(text);
  const address = (bracketed?.[2] ?? text).trim();
  if (!ADDRESS.test(address) || /\p{Cc}/u.test(address) || address.length > 320) return null;
  const name = lineWords(bracketed?.[1] ?? "").replace(/^"(.*)"$/u, "$1");
  return { name: name.replaceAll('\\"', '"'), address };
}

/** `Name <address>` for `Message.to` and `Message.from`; any name is safe. Just the address when the name is empty. */
export function formatMailbox(name: string, address: string): string {
  const line = lineWords(name).replace(/["\\]/gu, "'");
  return line === "" ? address : `"${line}" <${address}>`;
}

/** A message whose header values are safe to hand on. */
export interface CheckedMessage extends Omit<Message, "from" | "to"> {
  from: Mailbox;
  to: Mailbox;
}

/** Checks key, sender and recipient and makes the subject one line; a refusal is permanent, the message can never be sent. */
export function checkMessage(
  message: Message,
): { ok: true; message: CheckedMessage } | { ok: false; reason: string } {
  if (!KEY.test(message.key))
    return { ok: false, reason: "The idempotency key is not 1 to 256 printable ASCII characters." };
  const from = parseMailbox(message.from);
  if (from === null) return { ok: false, reason: "The sender is not one mail address." };
  const to = parseMailbox(message.to);
  if (to === null) return { ok: false, reason: "The recipient is not one mail address." };
  const attachments = message.attachments?.map((file) => ({ ...file, fileName: lineWords(file.fileName) }));
  return {
    ok: true,
    message: { ...message, from, to, subject: lineWords(message.subject, 400), attachments },
  };
}
