/** The owner of an account chooses another password, knowing the present one. */
import {
  appendAudit,
  endSessions,
  findSignInById,
  passwordPurposes,
  revokeTokens,
  setPassword,
  stillSignsIn,
} from "@rollcall/db";
import { addressKey } from "@rollcall/importer";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { queuePasswordChanged } from "../mail/queue-mail";
import { loadSettings } from "../organisation/settings";
import { tooManyAtOnce } from "../refusal";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { authorisePerson } from "./authorise";
import { matchPassword } from "./match-password";
import { refuseWeakPassword } from "./new-password";
import { hashPassword, TooManyHashes } from "./password-hashing";
import { forgiveAddress, takeSignIn } from "./sign-in-throttle";

/**
 * Ends every other session and kills every link of the account, and mails its owner. Wrong guesses at the present password
 * count like failed sign-ins.
 */
export async function changeMyPassword(
  context: Context,
  input: { currentPassword: string; newPassword: string },
): Promise<Result<null>> {
  const gate = await authorisePerson(context, "own");
  if (!gate.ok) return gate;
  const { accountId, name, email, sessionId } = gate.value;
  const settings = await loadSettings(context.database);
  const weak = refuseWeakPassword(input.newPassword, settings, { email, name }, "newPassword");
  if (weak !== null) return weak;
  if (input.newPassword === input.currentPassword) {
    return refuse({
      code: "invalid",
      fields: { newPassword: "This is the password you have now. Choose another one." },
    });
  }
  const key = addressKey(email);
  const taken = key === null ? { failures: 0 } : await takeSignIn(context.database, key);
  if ("waitSeconds" in taken)
    return refuse({ code: "too-many-attempts", retryAfterSeconds: taken.waitSeconds });
  const account = await findSignInById(context.database, accountId);
  let hash: string;
  try {
    const match = await matchPassword(context.settings.secret, account, input.currentPassword);
    if (match === null || account === null) {
      return refuse({ code: "invalid", fields: { currentPassword: "This is not your present password." } });
    }
    hash = await hashPassword(input.newPassword);
  } catch (error) {
    if (error instanceof TooManyHashes) return refuse(tooManyAtOnce("Changing passwords"));
    throw error;
  }
  return transact(
    context,
    async (tx) => {
      if (!(await stillSignsIn(tx, accountId, account.passwordHash))) {
        return refuse({ code: "changed-meanwhile", what: "account" });
      }
      const changedAt = await setPassword(tx, accountId, hash, false);
      await revokeTokens(tx, [accountId], passwordPurposes);
      await endSessions(tx, [accountId], sessionId);
      if (key !== null) await forgiveAddress(tx, key);
      await queuePasswordChanged(tx, { accountId, name, email }, changedAt, null);
      const subject = accountSubject({ id: accountId, name });
      await appendAudit(tx, auditEntry(context, gate.value, "password.changed", subject, { by: "owner" }));
      return done(null);
    },
    { what: "Your account" },
  );
}
