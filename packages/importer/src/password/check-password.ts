// The password policy: length, not a common one, not the person's own address or name. For files and forms alike.
import { isAscii } from "../address/is-ascii";
import type { PasswordPolicy } from "../model/check";
import type { PasswordReason } from "../model/problem-params";
import { isCommonPassword } from "./is-common-password";

/** Why a password is refused, with the lengths that the words need. */
export interface PasswordFault {
  reason: PasswordReason;
  minLength: number;
  maxLength: number;
}

/** Whose password it is to be. */
export interface PasswordOwner {
  email: string | null;
  name: string | null;
}

/** The first reason to refuse the password, or null. Lengths count characters (code points), as people do. */
export function checkPassword(
  password: string,
  policy: PasswordPolicy,
  owner: PasswordOwner,
): PasswordFault | null {
  const reason = reasonOf(password, policy, owner);
  return reason === null ? null : { reason, minLength: policy.minLength, maxLength: policy.maxLength };
}

function reasonOf(password: string, policy: PasswordPolicy, owner: PasswordOwner): PasswordReason | null {
  const length = codePoints(password, policy.maxLength);
  if (length < policy.minLength) return "too-short";
  if (length > policy.maxLength) return "too-long";
  if (isCommonPassword(password)) return "common";
  const bare = bareOf(password);
  if (bare === "") return null;
  if (owner.email !== null && isAddress(bare, owner.email)) return "own-address";
  return owner.name !== null && isName(bare, owner.name) ? "own-name" : null;
}

// Counting stops where the answer is known, so that a giant password costs nothing.
function codePoints(text: string, most: number): number {
  if (text.length > 2 * most) return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}

function isAddress(bare: string, email: string): boolean {
  const at = email.indexOf("@");
  return bare === bareOf(email) || (at > 0 && bare === bareOf(email.slice(0, at)));
}

function isName(bare: string, name: string): boolean {
  if (bare === bareOf(name)) return true;
  const words = name.split(/\s+/u);
  return words.length > 1 && bare === bareOf(words.reverse().join(""));
}

// Letters and digits only, in lower case: `Jane-Doe` is `jane doe` to whoever guesses.
function bareOf(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replace(/[^a-z0-9]+/gu, "");
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
