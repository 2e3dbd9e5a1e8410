/**
 * The three things next-auth is asked for: a CSRF token, signing in, signing out. Everything else it could answer
 * (session, providers, its own pages) does not exist here.
 */
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { forgetOnClose } from "../../../../server/auth/forget-on-close";
import { authOptions } from "../../../../server/auth/options";
import { refuseForeign } from "../../../../server/respond";

interface Params {
  params: Promise<{ nextauth: string[] }>;
}

const missing = () => new Response(null, { status: 404 });

export async function GET(request: NextRequest, params: Params): Promise<Response> {
  const action = (await params.params).nextauth.join("/");
  return action === "csrf" ? answer(request, params) : missing();
}

export async function POST(request: NextRequest, params: Params): Promise<Response> {
  const foreign = refuseForeign(request);
  if (foreign !== null) return foreign;
  switch ((await params.params).nextauth.join("/")) {
    case "callback/credentials": {
      const response = await answer(request, params);
      return request.headers.get("x-stay-signed-in") === "1" ? response : forgetOnClose(response);
    }
    case "signout":
      return answer(request, params);
    default:
      return missing();
  }
}

function answer(request: NextRequest, params: Params): Promise<Response> {
  const handler = NextAuth(authOptions()) as (request: NextRequest, params: Params) => Promise<Response>;
  return handler(request, params);
}
