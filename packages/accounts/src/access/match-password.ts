/**
 * Whether a password is an account's, in about the same time whatever the answer and whoever the account: an unknown
 * address, a disabled account and one without a password cost one hash, as a wrong password does.
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { SignInRow } from "@rollcall/db";
import { openPassword, openWithSecret } from "../secrets/sealing";
import { hashPassword, needsRehash, verifyNothing, verifyPassword } from "./password-hashing";
import { passwordMaxLength } from "./new-password";

export interface PasswordMatch {
  /** a hash to store: of a waiting imported password, or under stronger parameters; null when nothing needs storing */
  newHash: string | null;
}

/** Null when it does not match. `account` null: there is none, or it may not sign in. */
export async function matchPassword(
  secret: string,
  account: SignInRow | null,
  password: string,
): Promise<PasswordMatch | null> {
  if (password === "" || password.length > passwordMaxLength * 2) {
    await verifyNothing("");
    return null;
  }
  const hash = account?.passwordHash ?? null;
  if (hash !== null) return matchHash(hash, password);
  const pending = account?.pending ?? null;
  if (pending !== null) return matchPending(secret, pending, password);
  await verifyNothing(password);
  return null;
}

async function matchHash(stored: string, password: string): Promise<PasswordMatch | null> {
  if (!(await verifyPassword(stored, password))) return null;
  return { newHash: needsRehash(stored) ? await hashPassword(password) : null };
}

/** An imported password that the worker has not hashed yet: it is compared as it is, and hashed here. */
async function matchPending(
  secret: string,
  pending: NonNullable<SignInRow["pending"]>,
  password: string,
): Promise<PasswordMatch | null> {
  const key = openWithSecret(secret, "import-key", pending.sealedKey, String(pending.importId));
  const expected = key === null ? null : openPassword(key, pending.importId, pending.rowNo, pending.sealed);
  if (expected === null || !sameText(expected, password)) {
    await verifyNothing(password);
    return null;
  }
  return { newHash: await hashPassword(password) };
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
