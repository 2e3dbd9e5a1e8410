/**
 * Everything a use case may decline, as one closed union. Callers (tRPC, route handlers, CLI) map every code or fail to
 * compile; the words are written here once, so that a screen, a mail and a terminal say the same.
 */
import type { DatabaseShortage } from "@rollcall/db";
import { describeShortage } from "./describe-shortage";

import type { ImportGuard } from "./imports/guards";

export type Refusal =
  | { code: "not-signed-in" }
  | { code: "forbidden"; need: string }
  | { code: "not-found"; what: string }
  | { code: "invalid"; fields: Record<string, string> }
  | { code: "address-taken"; address: string; by: string | null }
  | { code: "name-taken"; name: string }
  | { code: "role-above-yours"; role: string }
  | { code: "last-master" }
  | { code: "own-account"; what: string }
  | { code: "changed-meanwhile"; what: string }
  | { code: "wrong-state"; what: string; state: string }
  /** `doing`: what others do with it, "being corrected"; left out: it is being saved */
  | { code: "busy"; what: string; doing?: string }
  | { code: "sign-in-failed" }
  | { code: "password-change-required" }
  | { code: "too-many-attempts"; retryAfterSeconds: number }
  | { code: "link-unusable"; reason: "unknown" | "expired" | "used" }
  | { code: "already-set-up" }
  | ({ code: "guarded"; wrong: "missing" | "number" | "password" } & Omit<ImportGuard, "onlyGrants">)
  /** somebody pressed the button of an import before; `at` in ISO 8601 */
  | { code: "confirmed-already"; by: string; at: string; you: boolean }
  | { code: "file-refused"; message: string }
  | { code: "unavailable"; shortage: DatabaseShortage };

export type RefusalCode = Refusal["code"];

/** The line of those who wait for it is full (password-hashing). `what`: "Signing in". */
export function tooManyAtOnce(what: string): Refusal {
  return { code: "busy", what, doing: "taking longer than usual" };
}

/** The refusal in one or two plain sentences: what happened and what to do. */
export function describeRefusal(refusal: Refusal): string {
  switch (refusal.code) {
    case "not-signed-in":
      return "You are not signed in. Sign in and try again.";
    case "forbidden":
      return `Your role does not allow this. It takes ${refusal.need}.`;
    case "not-found":
      return `There is no such ${refusal.what}. It may have been deleted.`;
    case "invalid":
      return Object.values(refusal.fields).join(" ");
    case "address-taken":
      return refusal.by === null
        ? `${refusal.address} already belongs to another account.`
        : `${refusal.address} already belongs to ${refusal.by}.`;
    case "name-taken":
      return `“${refusal.name}” exists already. Choose another name.`;
    case "role-above-yours":
      return `${refusal.role} is above your own role. Ask an administrator who has it.`;
    case "last-master":
      return "This is the last Master administrator. Make somebody else Master first.";
    case "own-account":
      return `You cannot ${refusal.what} your own account. Ask another administrator.`;
    case "changed-meanwhile":
      return `Somebody changed this ${refusal.what} in the meantime. Look at it again, then repeat your change.`;
    case "wrong-state":
      return `This ${refusal.what} is ${refusal.state}, so that cannot be done now.`;
    case "busy":
      return `${refusal.what} is ${refusal.doing ?? "being saved"} at this moment. Try again in a few seconds.`;
    case "sign-in-failed":
      return "That address and password do not match an account that may sign in.";
    case "password-change-required":
      return "Choose a new password first. Yours was set by somebody else.";
    case "too-many-attempts":
      return `Too many attempts. Try again in ${describeWait(refusal.retryAfterSeconds)}.`;
    case "link-unusable":
      return describeLink(refusal.reason);
    case "already-set-up":
      return "Rollcall is set up already. Sign in as an administrator.";
    case "guarded":
      return describeGuard(refusal);
    case "confirmed-already":
      return `${refusal.you ? "You" : refusal.by} pressed this button at ${clockOf(refusal.at)}. There is one import.`;
    case "file-refused":
      return refusal.message;
    case "unavailable":
      return describeShortage(refusal.shortage);
  }
}

function describeGuard({ number, of, reasons, wrong }: Extract<Refusal, { code: "guarded" }>): string {
  if (wrong === "password") return "This is not your password.";
  const asked = `Type the number of ${of}, ${number.toLocaleString("en")}, to confirm it.`;
  if (wrong === "number") return `That is not the number of ${of}. ${asked}`;
  return `This import is over a limit. ${reasons.join(" ")} ${asked}`;
}

/** "14:03 UTC"; a screen says it in its reader's own zone. */
function clockOf(at: string): string {
  return `${new Date(at).toISOString().slice(11, 16)} UTC`;
}

function describeWait(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}

function describeLink(reason: "unknown" | "expired" | "used"): string {
  switch (reason) {
    case "unknown":
      return "This link is not valid. It may have been cut short, or replaced by a newer one.";
    case "expired":
      return "This link has expired. Ask an administrator to send a new one.";
    case "used":
      return "This link has been used already. Sign in with the password you chose.";
  }
}
