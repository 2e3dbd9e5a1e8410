/**
 * The secrets inside mailed links: 256 random bits, of which the database only ever sees a SHA-256 into which the purpose
 * is mixed, so that a link of one kind can never serve as another.
 */
import { createHash, randomBytes } from "node:crypto";
import type { TokenPurpose } from "@rollcall/db";

/** 43 characters, base64url. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored and looked up. */
export function hashToken(purpose: TokenPurpose, token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(`rollcall link ${purpose}\u0000${token}`).digest());
}

const shape = /^[A-Za-z0-9_-]{43}$/;

/** Whether a text can be a token at all: saves the database the look-up of a megabyte. */
export function looksLikeToken(text: string): boolean {
  return shape.test(text);
}

/** The token stands in the fragment, which no server, log or referrer ever sees. */
export function passwordLinkUrl(appUrl: string, token: string): string {
  return `${appUrl}/set-password#${token}`;
}

export function enrolLinkUrl(appUrl: string, token: string): string {
  return `${appUrl}/enrol#${token}`;
}

export function setUpLinkUrl(appUrl: string, token: string): string {
  return `${appUrl}/setup#${token}`;
}
