/** One message: its state, and what it said where that is kept and the reader may know. */
import { findMessage, findTarget, type StoredMessage } from "@rollcall/db";
import { authorise, type Actor } from "../access/authorise";
import { isAbove, may } from "../access/permissions";
import type { Context } from "../context";
import { parseId } from "../ids";
import { done, refuse, type Result } from "../result";
import { openMail } from "./sealed-mail";
import { hasReader, toMessageItem } from "./to-message-item";
import type { MessageDetails } from "./types";

/**
 * The body is readable only when the outbox: transport kept it, and only for those who could send its link themselves: it
 * may let its reader into the account.
 */
export async function getMessage(
  context: Context,
  input: { messageId: string },
): Promise<Result<MessageDetails>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const id = parseId(input.messageId);
  const row = id === null ? null : await findMessage(context.database, id);
  if (row === null) return refuse({ code: "not-found", what: "message" });
  const reach = await reachOf(context, gate.value, row);
  const { body, bodyHidden } = readBody(context, row, reach);
  return done({
    ...toMessageItem(row),
    providerId: row.providerId,
    firstTryAt: row.firstTryAt,
    importFileName: row.importFileName,
    body,
    bodyHidden,
    may: { retry: reach && hasReader(row) && row.state !== "SENT" && row.state !== "QUEUED" },
  });
}

/** Whether somebody may send links to this message's reader. */
async function reachOf(context: Context, actor: Actor, row: StoredMessage): Promise<boolean> {
  if (!may(actor, "accounts.help")) return false;
  const target = row.accountId === null ? null : await findTarget(context.database, row.accountId);
  return target === null || !isAbove(target, actor);
}

function readBody(
  context: Context,
  row: StoredMessage,
  reach: boolean,
): Pick<MessageDetails, "body" | "bodyHidden"> {
  if (row.state === "QUEUED" || row.state === "RETRYING") return { body: null, bodyHidden: "not-sent" };
  if (!hasReader(row)) return { body: null, bodyHidden: "removed" };
  if (row.sealedBody === null) return { body: null, bodyHidden: "not-kept" };
  if (!reach) return { body: null, bodyHidden: "not-yours" };
  const mail = openMail(context.settings.secret, row.id, row.sealedBody);
  if (mail === null) return { body: null, bodyHidden: "not-kept" };
  const { subject, html, text } = mail;
  const attachments = mail.attachments.map(({ fileName, content }) => ({ fileName, bytes: content.length }));
  return { body: { subject, html, text, attachments }, bodyHidden: null };
}
