/**
 * Where to go after signing in, when an address asks for it. Only a path of our own is accepted; everything that a
 * browser could read as another site is not. Pure.
 */

/** The path when it is one of ours, else null. It is returned in the form in which a browser would open it. */
export function safeCallback(value: string | null | undefined): string | null {
  if (value === null || value === undefined || value.length > 2000) return null;
  // One slash, then neither a slash nor a backslash; no control character, which browsers drop before they look.
  if (!/^\/(?![/\\])/.test(value) || hasControl(value) || value.includes("\\")) return null;
  if (/%(2f|5c|0[0-9a-f]|1[0-9a-f])/i.test(value.split(/[?#]/, 1)[0] ?? "")) return null;
  const base = "https://rollcall.invalid";
  if (!URL.canParse(value, base)) return null;
  const url = new URL(value, base);
  if (url.origin !== base || url.pathname.startsWith("//")) return null;
  if (url.pathname.startsWith("/api/") || url.pathname === "/sign-in") return null;
  return url.pathname + url.search + url.hash;
}

function hasControl(text: string): boolean {
  return /[\p{Cc}\p{Cf}\s]/u.test(text);
}
