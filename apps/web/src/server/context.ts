/**
 * From a request to the Context of the use cases: who says they are asking, and from where. It proves nothing: the use
 * case looks the session up on every call.
 */
import "server-only";
import { cookies, headers } from "next/headers";
import type { Context, Principal } from "@rollcall/accounts";
import { readSessionId, sessionCookieName } from "./auth/session-cookie";
import { readClientAddress } from "./client-address";
import { container } from "./container";

/** The Context of the request that is being answered; in pages, route handlers and tRPC alike. */
export async function requestContext(): Promise<Context> {
  const [head, jar] = await Promise.all([headers(), cookies()]);
  const sessionId = await readSessionId(jar.get(sessionCookieName())?.value);
  return {
    ...container(),
    principal: toPrincipal(sessionId),
    ip: readClientAddress(head),
    userAgent: head.get("user-agent")?.slice(0, 400) ?? null,
  };
}

function toPrincipal(sessionId: string | null): Principal {
  return sessionId === null ? { kind: "anonymous" } : { kind: "session", sessionId };
}
