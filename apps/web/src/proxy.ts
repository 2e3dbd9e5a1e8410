/**
 * Headers of pages: a content security policy with a nonce of its own for every answer, HSTS behind https, and the path
 * for layouts. It matches pages only – never /api, whose bodies Next.js would cut at 10 MB here – and decides nothing
 * about who may see what.
 */
import { NextResponse, type NextRequest } from "next/server";
import { environment, isDevelopment } from "./env";
import { contentSecurityPolicy } from "./server/content-security-policy";

export function proxy(request: NextRequest): NextResponse {
  if (request.method !== "GET" && request.method !== "HEAD") return new NextResponse(null, { status: 405 });
  const { secure } = environment();
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy({ nonce, secure, development: isDevelopment });

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  if (secure) response.headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  return response;
}

export const config = { matcher: ["/((?!api/|_next/static/|_next/image|icon.svg|favicon.ico).*)"] };
