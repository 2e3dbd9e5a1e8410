/**
 * Did our own page send this request? Asked by every route that changes something. Pure: it is given the headers.
 */

/**
 * True when the browser says `Sec-Fetch-Site: same-origin`; from a browser that does not say (plain http), when Origin
 * names the host that was called or the host of `appUrl`. A request with neither header is refused: scripts have the
 * command line. (OWASP CSRF sheet; reliability H7.)
 */
export function isSameOrigin(headers: Headers, appUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin === null || !URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === headers.get("host") || origin === new URL(appUrl).origin;
}
