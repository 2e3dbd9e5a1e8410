/**
 * Makes the session cookie of an answer one that the browser forgets when it closes: for whoever did not ask to stay
 * signed in. Pure; it touches no other cookie.
 */

/** The same answer; its session cookies without Expires and Max-Age. A cookie that is being deleted stays so. */
export function forgetOnClose(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.delete("set-cookie");
  for (const cookie of response.headers.getSetCookie()) headers.append("set-cookie", withoutEnd(cookie));
  return new Response(response.body, { status: response.status, headers });
}

function withoutEnd(cookie: string): string {
  if (!/^(__Host-)?rollcall\.session(\.\d+)?=[^;]/.test(cookie)) return cookie;
  return cookie.replace(/;\s*(expires|max-age)=[^;]*/gi, "");
}
