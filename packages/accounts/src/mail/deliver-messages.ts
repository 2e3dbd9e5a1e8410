/**
 * Delivers what is due: claims a message, makes it ready once, hands it over under one key, marks what came of it. Every step
 * is a short transaction of its own, so a worker may die between any two: the message is then sent again under the same key
 * and in the same bytes, and a provider that honours keys delivers it once.
 */
import {
  claimMessage,
  giveUpMessages,
  insertToken,
  installationId,
  lockUnprepared,
  markEnded,
  markRetrying,
  markSent,
  renewLease,
  storeBody,
  tokensOfMessage,
  type ClaimedMessage,
} from "@rollcall/db";
import { authoriseSystem } from "../access/authorise";
import { hashToken, newToken } from "../access/link-tokens";
import type { Context } from "../context";
import { loadSettings, type OrganisationSettings } from "../organisation/settings";
import { done, type Result } from "../result";
import { composeMail } from "./compose-mail";
import type { Composed } from "./compose-parts";
import { gatherMaterial } from "./gather-material";
import { messageKey } from "./message-key";
import { openMail, sealMail, type ReadyMail } from "./sealed-mail";
import type { DeliverMessagesInput, DeliveryReport } from "./types";

const atOnce = 5;
const firstWaitSeconds = 30;
const longestWaitSeconds = 3600;
const renewEvery = 20_000;

interface Delivery {
  context: Context;
  input: DeliverMessagesInput;
  settings: OrganisationSettings;
  installation: string;
  report: DeliveryReport;
}

/** Only the system may. Five at a time, at most `limit` in all; ends early when nothing is due. */
export async function deliverMessages(
  context: Context,
  input: DeliverMessagesInput,
): Promise<Result<DeliveryReport>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  const { database } = context;
  const report = { sent: 0, retrying: 0, failed: 0, unknown: await giveUpMessages(database), cancelled: 0 };
  const delivery: Delivery = {
    context,
    input,
    settings: await loadSettings(database),
    installation: await installationId(database),
    report,
  };
  let left = input.limit;
  const runner = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const message = await claimMessage(database);
      if (message === null) return;
      report[await deliverOne(delivery, message)] += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, input.limit) }, runner));
  return done(report);
}

type Outcome = keyof DeliveryReport;

async function deliverOne(delivery: Delivery, message: ClaimedMessage): Promise<Outcome> {
  const { context } = delivery;
  const prepared = await prepare(delivery, message);
  switch (prepared.kind) {
    case "end":
      await markEnded(context.database, message, prepared.state, prepared.reason);
      return prepared.state === "FAILED" ? "failed" : "cancelled";
    case "sent":
      await markSent(context.database, message.id, null, false);
      return "sent";
    case "ready":
      return handOver(delivery, message, prepared.mail);
  }
}

type Prepared =
  | { kind: "ready"; mail: ReadyMail }
  | { kind: "end"; state: "FAILED" | "CANCELLED"; reason: string }
  /** its link was used: it has arrived, only the mark was lost */
  | { kind: "sent" };

async function prepare(delivery: Delivery, message: ClaimedMessage): Promise<Prepared> {
  const { context } = delivery;
  if (message.sealedBody === null) return write(delivery, message);
  const links = await tokensOfMessage(context.database, message.id);
  const [link] = links;
  if (link === "used") return { kind: "sent" };
  if (link === "revoked")
    return { kind: "end", state: "CANCELLED", reason: "A newer link took the place of its link." };
  const mail = openMail(context.settings.secret, message.id, message.sealedBody);
  if (mail !== null) return { kind: "ready", mail };
  return {
    kind: "end",
    state: "FAILED",
    reason: "It was made ready under another SECRET and cannot be read. Send it again.",
  };
}

/** The first try: composes, renders, and stores the link and the sealed bytes together. */
async function write(delivery: Delivery, message: ClaimedMessage): Promise<Prepared> {
  const { context, settings, input } = delivery;
  const { appUrl, secret } = context.settings;
  const token = newToken();
  let mail: ReadyMail;
  let composed: Composed;
  try {
    const material = await gatherMaterial(context.database, secret, message);
    const composition = composeMail(message, { settings, appUrl, token }, material);
    if (composition.kind === "cancel") return { kind: "end", state: "CANCELLED", reason: composition.reason };
    composed = composition.composed;
    const rendered = await input.renderMail(composed.mail);
    const { name, address } = composed.to;
    const key = messageKey(delivery.installation, message);
    const attachments = composed.attachments.map((one) => ({ ...one, content: Buffer.from(one.content) }));
    mail = { key, from: input.from, to: mailbox(name, address), ...rendered, attachments };
  } catch (error) {
    context.log.error("mail could not be written", {
      message: String(message.id),
      kind: message.kind,
      error: describe(error),
    });
    return {
      kind: "end",
      state: "FAILED",
      reason: "It could not be written. The log of the worker says why.",
    };
  }
  const stored = await context.database.transaction(async (tx) => {
    if (!(await lockUnprepared(tx, message))) return false;
    const { link, to } = composed;
    if (link !== null) {
      const hash = hashToken(link.purpose, token);
      await insertToken(tx, { ...link, hash, accountId: message.account?.id ?? null, messageId: message.id });
    }
    const sealedBody = sealMail(secret, message.id, mail);
    await storeBody(tx, {
      id: message.id,
      toAddress: to.address,
      toName: to.name,
      subject: mail.subject,
      sealedBody,
    });
    return true;
  });
  if (stored) return { kind: "ready", mail };
  return { kind: "end", state: "CANCELLED", reason: "It was taken back before it was sent." };
}

async function handOver(delivery: Delivery, message: ClaimedMessage, mail: ReadyMail): Promise<Outcome> {
  const { context, input } = delivery;
  const { database } = context;
  const renewing = setInterval(() => {
    renewLease(database, message).catch(() => undefined);
  }, renewEvery);
  renewing.unref();
  try {
    const answer = await input.transport.send(mail);
    switch (answer.kind) {
      case "accepted":
        await settle(delivery, message, answer.providerId);
        return "sent";
      case "rejected":
        await markEnded(database, message, "FAILED", answer.reason);
        return "failed";
      case "retry":
        await markRetrying(
          database,
          message,
          answer.reason,
          waitSeconds(message.attempts, answer.retryAfterSeconds),
        );
        return "retrying";
    }
  } catch (error) {
    // Nobody knows whether it was accepted: the same bytes under the same key, later.
    context.log.warn("mail transport failed", { message: String(message.id), error: describe(error) });
    await markRetrying(database, message, "The answer was lost.", waitSeconds(message.attempts, null));
    return "retrying";
  } finally {
    clearInterval(renewing);
  }
}

/** Nothing stays of a mail whose import keeps its rows no more. A copy that does not go is logged, and `forgetMails` comes by. */
async function settle(
  { context, input }: Delivery,
  message: ClaimedMessage,
  called: string | null,
): Promise<void> {
  const { gone } = await markSent(context.database, message.id, called, input.keepReadable);
  if (!gone || called === null || input.kept === undefined) return;
  try {
    await input.kept.forget(called);
  } catch (error) {
    context.log.warn("the copy of a mail could not be taken away", { file: called, error: describe(error) });
  }
}

/** 30 s, doubled by every try to an hour; what the other side asks for counts more, within the same bounds. */
export function waitSeconds(attempts: number, asked: number | null): number {
  const own = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.min(attempts - 1, 10));
  return asked === null ? own : Math.min(longestWaitSeconds, Math.max(1, Math.ceil(asked)));
}

function mailbox(name: string, address: string): string {
  const line = name
    .replace(/[\p{Cc}"\\<>]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return line === "" ? address : `"${line}" <${address}>`;
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : "unknown";
}
