/**
 * The cookies of a session: their names, and how ours is read. The value is next-auth's encrypted JWT, which carries
 * nothing but our session id; whether that session still holds, the use case asks the database. Authorization headers
 * are not looked at.
 */
import "server-only";
import { createHmac } from "node:crypto";
import { decode } from "next-auth/jwt";
import { environment } from "../../env";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function sessionCookieName(): string {
  return cookieName("session");
}

/** `__Host-` where it is allowed: bound to this host, this scheme and the whole path. */
export function cookieName(part: "session" | "csrf" | "callback"): string {
  return `${environment().secure ? "__Host-" : ""}rollcall.${part}`;
}

/** A key of its own, so that no other use of SECRET can make a session. */
export function sessionSecret(): string {
  return createHmac("sha256", environment().secret).update("rollcall web session v1").digest("base64url");
}

/** The session id in the cookie; null when there is none or it was not made by us. */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  if (cookie === undefined || cookie === "") return null;
  try {
    const token = await decode({ token: cookie, secret: sessionSecret() });
    const id = token?.["sid"];
    return typeof id === "string" && UUID.test(id) ? id : null;
  } catch {
    return null;
  }
}
