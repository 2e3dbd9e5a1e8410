/**
 * The page behind a mailed link: looking at it changes nothing (mail scanners open every link), choosing a password uses it
 * up. Tokens come in from the page's fragment and are never logged.
 */
import {
  appendAudit,
  cancelMessages,
  endSessions,
  findSignInById,
  findToken,
  passwordPurposes,
  revokeTokens,
  setPassword,
  useToken,
  type SignInRow,
  type TokenRow,
} from "@rollcall/db";
import { addressKey } from "@rollcall/importer";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { queuePasswordChanged } from "../mail/queue-mail";
import { loadSettings } from "../organisation/settings";
import { tooManyAtOnce } from "../refusal";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { hashToken, looksLikeToken } from "./link-tokens";
import { refuseWeakPassword } from "./new-password";
import { hashPassword, TooManyHashes } from "./password-hashing";
import { countWrongLink, forgiveAddress, linkWait } from "./sign-in-throttle";
import type { PasswordLink } from "./types";

interface OpenLink {
  token: TokenRow;
  account: SignInRow;
}

/** Reads only: may be asked any number of times. Refuses `link-unusable` with the reason. */
export async function checkPasswordLink(
  context: Context,
  input: { token: string },
): Promise<Result<PasswordLink>> {
  const found = await findLink(context, input.token);
  if (!found.ok) return found;
  const { token, account } = found.value;
  const settings = await loadSettings(context.database);
  return done({
    email: account.email,
    name: account.name,
    purpose: token.purpose === "SET_PASSWORD" ? "welcome" : "reset",
    expiresAt: token.expiresAt,
    organisation: settings["organisation.name"],
    passwordMinLength: settings["password.minLength"],
  });
}

/**
 * Sets the password and uses the link up; every other link and every session of the account ends with it. A password that
 * the policy refuses uses nothing up. Gives the address to sign in with.
 */
export async function usePasswordLink(
  context: Context,
  input: { token: string; password: string },
): Promise<Result<{ email: string }>> {
  const found = await findLink(context, input.token);
  if (!found.ok) return found;
  const { token, account } = found.value;
  const weak = refuseWeakPassword(input.password, await loadSettings(context.database), account);
  if (weak !== null) return weak;
  let hash: string;
  try {
    hash = await hashPassword(input.password);
  } catch (error) {
    if (error instanceof TooManyHashes) return refuse(tooManyAtOnce("Setting passwords"));
    throw error;
  }
  return transact(
    context,
    async (tx) => {
      if (!(await useToken(tx, token.id))) return refuse({ code: "link-unusable", reason: "used" });
      const { accountId, name, email } = account;
      const changedAt = await setPassword(tx, accountId, hash, false);
      await revokeTokens(tx, [accountId], passwordPurposes);
      await endSessions(tx, [accountId]);
      await cancelMessages(tx, [accountId], "A password was set meanwhile.", ["password-reset"]);
      const key = addressKey(email);
      if (key !== null) await forgiveAddress(tx, key);
      // The first password is no surprise to anybody; a later one is told to the owner.
      if (account.passwordHash !== null || account.pending !== null) {
        await queuePasswordChanged(tx, { accountId, name, email }, changedAt, null);
      }
      const subject = accountSubject({ id: accountId, name });
      await appendAudit(tx, auditEntry(context, account, "password.changed", subject, { by: "link" }));
      return done({ email });
    },
    { what: "This account" },
  );
}

async function findLink(context: Context, text: string): Promise<Result<OpenLink>> {
  const closed = await linkWait(context.database, context.ip);
  if (closed > 0) return refuse({ code: "too-many-attempts", retryAfterSeconds: closed });
  const token = looksLikeToken(text)
    ? await findToken(context.database, [hashToken("SET_PASSWORD", text), hashToken("RESET_PASSWORD", text)])
    : null;
  if (token === null) {
    await countWrongLink(context.database, context.ip);
    return refuse({ code: "link-unusable", reason: "unknown" });
  }
  if (token.state === "used" || token.state === "expired")
    return refuse({ code: "link-unusable", reason: token.state });
  const account = token.accountId === null ? null : await findSignInById(context.database, token.accountId);
  if (token.state === "revoked" || account === null || !account.enabled || account.lockedOut) {
    return refuse({ code: "link-unusable", reason: "unknown" });
  }
  return done({ token, account });
}
