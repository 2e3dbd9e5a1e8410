/**
 * How a refusal of signing in travels through next-auth, which only passes a word: in the `error` of the address it
 * answers with. Pure; used by the server that writes it and the page that reads it.
 */
import type { Refusal } from "@rollcall/accounts";

/** The word for a refusal: its code, and the seconds to wait after a colon. */
export function writeSignInError(refusal: Refusal): string {
  return refusal.code === "too-many-attempts"
    ? `too-many-attempts:${refusal.retryAfterSeconds}`
    : refusal.code;
}

export type SignInError = { kind: "failed" } | { kind: "wait"; seconds: number } | { kind: "defect" };

/** Reads the address that next-auth answered with; null when it holds no error, so the sign-in worked. */
export function readSignInError(url: string): SignInError | null {
  if (!URL.canParse(url)) return { kind: "defect" };
  const word = new URL(url).searchParams.get("error");
  if (word === null) return null;
  if (word === "sign-in-failed" || word === "CredentialsSignin") return { kind: "failed" };
  const wait = /^too-many-attempts:(\d+)/.exec(word);
  if (wait !== null) return { kind: "wait", seconds: Number(wait[1]) };
  return { kind: "defect" };
}
