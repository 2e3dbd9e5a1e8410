/**
 * Signing in: counted before it is judged, the same answer for every reason to say no, and a session row as the only thing
 * that is ever trusted afterwards.
 */
import { randomUUID } from "node:crypto";
import {
  appendAudit,
  findSignIn,
  hashPendingPassword,
  insertSession,
  replaceHash,
  spendOneWrite,
  stillSignsIn,
  type SignInRow,
} from "@rollcall/db";
import { addressKey } from "@rollcall/importer";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { loadSettings, type OrganisationSettings } from "../organisation/settings";
import { withoutControls } from "../people/check-fields";
import { tooManyAtOnce } from "../refusal";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { matchPassword, type PasswordMatch } from "./match-password";
import { TooManyHashes } from "./password-hashing";
import {
  countNetworkFailure,
  forgiveAddress,
  networkWait,
  takeSignIn,
  waitingBegins,
} from "./sign-in-throttle";
import type { SignedIn } from "./types";

/**
 * Refuses `sign-in-failed` alike for an unknown address, a wrong password, a disabled or locked account and one without a
 * password; `too-many-attempts` by address and by network; `busy` when more sign in at once than can be checked.
 */
export async function signIn(
  context: Context,
  input: { email: string; password: string },
): Promise<Result<SignedIn>> {
  const { database } = context;
  const closed = await networkWait(database, context.ip);
  if (closed > 0) return refuse({ code: "too-many-attempts", retryAfterSeconds: closed });
  const key = addressKey(input.email);
  const taken = key === null ? { failures: 0 } : await takeSignIn(database, key);
  if ("waitSeconds" in taken)
    return refuse({ code: "too-many-attempts", retryAfterSeconds: taken.waitSeconds });

  try {
    const first = await attempt(context, key, input.password);
    // The hash of an imported password may have been stored between the look and the lock: it is asked once more.
    const last = first.outcome === "changed" ? await attempt(context, key, input.password) : first;
    if (last.outcome === "signed-in") return last.result;
    return await fail(context, key, last.found, taken.failures);
  } catch (error) {
    if (error instanceof TooManyHashes) return refuse(tooManyAtOnce("Signing in"));
    throw error;
  }
}

type Attempt =
  | { outcome: "signed-in"; result: Result<SignedIn> }
  /** `changed`: the password was right, and what it was compared with is no longer what the account has */
  | { outcome: "refused" | "changed"; found: SignInRow | null };

async function attempt(context: Context, key: string | null, password: string): Promise<Attempt> {
  const found = key === null ? null : await findSignIn(context.database, key);
  const account = found !== null && maySignIn(found) ? found : null;
  const match = await matchPassword(context.settings.secret, account, password);
  if (key === null || account === null || match === null) return { outcome: "refused", found };
  const result = await succeed(context, key, account, match);
  if (!result.ok && result.refusal.code === "sign-in-failed") return { outcome: "changed", found };
  return { outcome: "signed-in", result };
}

function maySignIn(row: SignInRow): boolean {
  return row.enabled && !row.lockedOut && row.kind === "PERSON";
}

async function succeed(
  context: Context,
  key: string,
  account: SignInRow,
  match: PasswordMatch,
): Promise<Result<SignedIn>> {
  const limits = sessionLimits(await loadSettings(context.database), account.role);
  const sessionId = randomUUID();
  return transact(
    context,
    async (tx) => {
      if (!(await stillSignsIn(tx, account.accountId, account.passwordHash)))
        return refuse({ code: "sign-in-failed" });
      if (match.newHash !== null) await storeHash(tx, account, match.newHash);
      const expiresAt = await insertSession(tx, {
        id: sessionId,
        accountId: account.accountId,
        ...limits,
        ip: context.ip === null ? null : withoutControls(context.ip).slice(0, 64),
        userAgent: context.userAgent === null ? null : withoutControls(context.userAgent),
      });
      await forgiveAddress(tx, key);
      await appendAudit(
        tx,
        auditEntry(
          context,
          account,
          "session.started",
          accountSubject({ id: account.accountId, name: account.name }),
        ),
      );
      const { accountId, role, mustChangePassword } = account;
      return done({ sessionId, accountId: String(accountId), role, mustChangePassword, expiresAt });
    },
    { what: "This account" },
  );
}

async function storeHash(
  tx: Parameters<typeof hashPendingPassword>[0],
  account: SignInRow,
  hash: string,
): Promise<void> {
  if (account.passwordHash === null) await hashPendingPassword(tx, account.accountId, hash);
  else await replaceHash(tx, account.accountId, account.passwordHash, hash);
}

/**
 * A failure on an account is on its record; one on an unknown address only when guessing begins to be slowed down. Either
 * way there is one more write, so that the time it takes says nothing.
 */
async function fail(
  context: Context,
  key: string | null,
  found: SignInRow | null,
  failures: number,
): Promise<Result<never>> {
  const { database } = context;
  await countNetworkFailure(database, context.ip);
  if (found !== null) {
    const subject = accountSubject({ id: found.accountId, name: found.name });
    await appendAudit(database, auditEntry(context, nobody, "sign-in.failed", subject, { failures }));
  } else if (key !== null && waitingBegins(failures)) {
    const subject = { type: "account", id: null, name: key } as const;
    await appendAudit(database, auditEntry(context, nobody, "sign-in.failed", subject, { failures }));
  } else {
    await spendOneWrite(database);
  }
  return refuse({ code: "sign-in-failed" });
}

const nobody = { accountId: null, name: "Somebody" };

/** How long a session of this role may last and idle. */
export function sessionLimits(
  settings: OrganisationSettings,
  role: "ADMINISTRATOR" | "USER",
): { hours: number; idleMinutes: number } {
  return role === "ADMINISTRATOR"
    ? {
        hours: settings["session.administratorHours"],
        idleMinutes: settings["session.administratorIdleMinutes"],
      }
    : { hours: settings["session.userHours"], idleMinutes: settings["session.userIdleMinutes"] };
}
