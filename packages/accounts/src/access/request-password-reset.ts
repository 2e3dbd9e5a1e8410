/** "I forgot my password": the same answer whoever asks about whomever, in about the same time. */
import { setTimeout as pause } from "node:timers/promises";
import { appendAudit, countRecentMessages, findSignIn } from "@rollcall/db";
import { addressKey } from "@rollcall/importer";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { queuePasswordReset } from "../mail/queue-mail";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { countResetRequest } from "./sign-in-throttle";

/** The answer never comes sooner than this, so that writing a mail for a real account does not show. */
const leastMilliseconds = 60;
/** Mails of this kind to one account within an hour. */
const mostAnHour = 3;

/** Always done, unless too many were asked for from one network or for one address (known or not). */
export async function requestPasswordReset(
  context: Context,
  input: { email: string },
): Promise<Result<null>> {
  const [result] = await Promise.all([request(context, input.email), pause(leastMilliseconds)]);
  return result;
}

async function request(context: Context, email: string): Promise<Result<null>> {
  const key = addressKey(email);
  if (key === null) return done(null);
  const wait = await countResetRequest(context.database, context.ip, key);
  if (wait > 0) return refuse({ code: "too-many-attempts", retryAfterSeconds: wait });
  const account = await findSignIn(context.database, key);
  if (account === null || !account.enabled || account.lockedOut || account.kind !== "PERSON")
    return done(null);
  const { accountId, name } = account;
  if ((await countRecentMessages(context.database, accountId, "password-reset")) >= mostAnHour)
    return done(null);
  return transact(context, async (tx) => {
    await queuePasswordReset(tx, account, null);
    const subject = accountSubject({ id: accountId, name });
    await appendAudit(
      tx,
      auditEntry(context, { accountId: null, name: "Somebody" }, "password.reset-requested", subject),
    );
    return done(null);
  });
}
