/**
 * Whether what was typed lets a guarded import pass: the number always, the password of everybody who is signed in. A wrong password
 * counts as a failed sign-in does, and is on the record.
 */
import { appendAudit, findSignInById } from "@rollcall/db";
import { addressKey } from "@rollcall/importer";
import type { Actor } from "../access/authorise";
import { matchPassword } from "../access/match-password";
import { TooManyHashes } from "../access/password-hashing";
import { forgiveAddress, takeSignIn } from "../access/sign-in-throttle";
import { auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { tooManyAtOnce } from "../refusal";
import { done, refuse, type Result } from "../result";
import type { ImportGuard } from "./guards";

export interface Typed {
  /** the number of the guard, typed by hand */
  typed?: number | undefined;
  password?: string | undefined;
}

export interface Guarded {
  key: bigint;
  fileName: string;
  guard: ImportGuard | null;
}

/** Refuses `guarded`; `too-many-attempts` when the password was guessed too often; `busy` when too many hash at once. */
export async function passGuard(
  context: Context,
  actor: Actor,
  record: Guarded,
  { typed, password }: Typed,
): Promise<Result<null>> {
  const { guard } = record;
  if (guard === null) return done(null);
  const { onlyGrants, ...asked } = guard;
  // The terminal said yes to them with the very same command.
  if (onlyGrants && typed === undefined && actor.sessionId === null) return done(null);
  const refused = (wrong: "missing" | "number" | "password") => refuse({ code: "guarded", wrong, ...asked });
  if (typed === undefined) return refused("missing");
  if (typed !== guard.number) return refused("number");
  // The terminal on the server acts for an administrator, without their password.
  if (actor.sessionId === null) return done(null);
  if (password === undefined || password === "") return refused("missing");
  const checked = await checkPassword(context, actor, password);
  if (!checked.ok) return checked;
  if (checked.value) return done(null);
  const subject = { type: "import", id: record.key, name: record.fileName } as const;
  await appendAudit(context.database, {
    ...auditEntry(context, actor, "import.guard-failed", subject),
    importId: record.key,
  });
  return refused("password");
}

/** Counted before it is judged, with the sign-ins of that address. */
async function checkPassword(context: Context, actor: Actor, password: string): Promise<Result<boolean>> {
  const { database, settings } = context;
  const address = actor.email === null ? null : addressKey(actor.email);
  // Without an account or an address nobody has a password.
  if (actor.accountId === null || address === null) return done(false);
  const taken = await takeSignIn(database, address);
  if ("waitSeconds" in taken)
    return refuse({ code: "too-many-attempts", retryAfterSeconds: taken.waitSeconds });
  const account = await findSignInById(database, actor.accountId);
  try {
    if ((await matchPassword(settings.secret, account, password)) === null) return done(false);
  } catch (error) {
    if (error instanceof TooManyHashes) return refuse(tooManyAtOnce("Checking passwords"));
    throw error;
  }
  await forgiveAddress(database, address);
  return done(true);
}
