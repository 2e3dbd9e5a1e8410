/**
 * The transport that sends nothing: every message becomes a `.eml` file that any mail program opens. For trying things out and
 * for tests; the console shows the same messages from the database. The files hold links, so only their owner may read them.
 */
import { createHash, randomUUID } from "node:crypto";
import { access, constants, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { createTransport as createMailer } from "nodemailer";

import type { Delivery, OutboxConfig, Transport } from "../delivery";
import { checkMessage, type CheckedMessage } from "./mailbox";
import { mimeOptions } from "./mime";
import { reasonWords } from "./reason";

const SAFE_KEY = /^[a-z0-9][a-z0-9_-]{0,99}$/u;

/** `KEY.eml`; a key that is no safe file name everywhere becomes a readable start and its hash. */
export function outboxFileName(key: string): string {
  if (SAFE_KEY.test(key)) return `${key}.eml`;
  const start = key
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/gu, "-")
    .replace(/^-+/u, "")
    .slice(0, 60);
  return `${start === "" ? "message" : start}-${createHash("sha256").update(key).digest("hex").slice(0, 16)}.eml`;
}

/** Builds the message with nodemailer and returns its bytes. */
async function emlOf(message: CheckedMessage): Promise<Buffer> {
  const mailer = createMailer({ streamTransport: true, buffer: true, newline: "windows" });
  const { message: bytes }: { message?: unknown } = await mailer.sendMail(mimeOptions(message));
  if (!Buffer.isBuffer(bytes)) throw new Error("The message could not be built.");
  return bytes;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A message that is there already is left as it is: the first one was the accepted one. */
async function keep(folder: string, message: CheckedMessage): Promise<Delivery> {
  const name = outboxFileName(message.key);
  const path = join(folder, name);
  const accepted: Delivery = { kind: "accepted", providerId: name };
  if (await exists(path)) return accepted;
  const bytes = await emlOf(message);
  const unfinished = join(folder, `.${randomUUID()}.part`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(unfinished, bytes, { mode: 0o600, flag: "wx" });
    await rename(unfinished, path);
    return accepted;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

export function createOutboxTransport({ folder }: OutboxConfig): Transport {
  return {
    send: async (message) => {
      const checked = checkMessage(message);
      if (!checked.ok) return { kind: "rejected", reason: checked.reason };
      try {
        return await keep(folder, checked.message);
      } catch (error) {
        return {
          kind: "retry",
          reason: `The outbox could not be written: ${reasonWords(error)}`,
          retryAfterSeconds: null,
        };
      }
    },
    check: async () => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await access(folder, constants.W_OK);
        return { ok: true };
      } catch (error) {
        return { ok: false, message: `The outbox ${folder} cannot be written: ${reasonWords(error)}` };
      }
    },
    close: () => undefined,
  };
}
