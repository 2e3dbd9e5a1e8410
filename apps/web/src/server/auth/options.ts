/**
 * next-auth, reduced to what it does here: check the CSRF token, ask our use case about address and password, and keep
 * the session id in an encrypted cookie. Roles and names are not in it; the database is asked for them every time.
 */
import "server-only";
import { signIn, signOut } from "@rollcall/accounts";
import type { AuthOptions, CookieOption } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { environment } from "../../env";
import { requestContext } from "../context";
import { log } from "../log";
import { cookieName, sessionSecret } from "./session-cookie";
import { writeSignInError } from "../../features/entry/sign-in-answer";

/** The cookie may live as long as the longest session that settings allow; the session row ends it earlier. */
export const COOKIE_SECONDS = 7 * 24 * 60 * 60;

/** Made per request: the settings are not known when the module is loaded. */
export function authOptions(): AuthOptions {
  return {
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (credentials) => signInWith(credentials?.email ?? "", credentials?.password ?? ""),
      }),
    ],
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: cookie("session"), csrfToken: cookie("csrf"), callbackUrl: cookie("callback") },
    callbacks: {
      // Only what `authorize` gave at sign-in counts; what a client sends to update a session is ignored.
      jwt: ({ token, user, trigger }) => (trigger === "signIn" ? { sid: user.id } : { sid: token["sid"] }),
      redirect: ({ baseUrl }) => Promise.resolve(baseUrl),
    },
    // Called only after the CSRF token was right.
    events: {
      signOut: async () => {
        await signOut(await requestContext());
      },
    },
    logger: {
      error: (code) => log.error("next-auth", { code }),
      warn: (code) => log.warn("next-auth", { code }),
      debug: () => undefined,
    },
  };
}

async function signInWith(email: string, password: string): Promise<{ id: string }> {
  const context = await requestContext();
  const result = await signIn(context, { email, password });
  if (!result.ok) throw new Error(writeSignInError(result.refusal));
  if (context.principal.kind === "session") await signOut(context);
  return { id: result.value.sessionId };
}

function cookie(part: "session" | "csrf" | "callback"): CookieOption {
  const { secure } = environment();
  return { name: cookieName(part), options: { httpOnly: true, sameSite: "lax", path: "/", secure } };
}
