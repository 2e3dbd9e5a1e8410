"use client";
/**
 * Signing in and out, as two small requests to next-auth's endpoint. It keeps nothing; the session is a cookie that
 * scripts cannot read.
 */
import { readSignInError, type SignInError } from "./sign-in-answer";

/** Null when signed in. `stay` keeps the session when the browser closes. */
export async function requestSignIn(input: {
  email: string;
  password: string;
  stay: boolean;
}): Promise<SignInError | null> {
  try {
    const { email, password, stay } = input;
    const fields = { email, password, csrfToken: await csrfToken(), json: "true" };
    const response = await post("/api/auth/callback/credentials", fields, {
      "x-stay-signed-in": stay ? "1" : "0",
    });
    const answer = (await response.json()) as { url?: string };
    return readSignInError(answer.url ?? "");
  } catch {
    return { kind: "defect" };
  }
}

/** Ends the session and loads the next page afresh, so that nothing of it stays in memory. */
export async function requestSignOut(next = "/sign-in?signedOut=1"): Promise<void> {
  await post("/api/auth/signout", { csrfToken: await csrfToken(), json: "true" }, {});
  const here = window.location.pathname + window.location.hash;
  if (next === here) window.location.reload();
  else window.location.assign(next);
}

async function csrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken: token } = (await response.json()) as { csrfToken: string };
  return token;
}

function post(
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string>,
): Promise<Response> {
  return fetch(url, { method: "POST", headers, body: new URLSearchParams(fields) });
}
