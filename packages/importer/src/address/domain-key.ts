// The canonical form of a mail domain: lower-case ASCII, IDNA applied. It knows nothing of addresses or organisations.
import { detached } from "../detached";
import { isAscii } from "./is-ascii";

// Labels of letters, digits and hyphens, at least two of them, the last beginning with a letter (no IP address does).
const asciiDomain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
// What a URL's host parser would take for something else than a letter of the host.
// eslint-disable-next-line no-control-regex -- the control characters are among what is refused
const notOfAHost = /[\u0000-\u002c\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f]/;
const longest = 253;

const known = new Map<string, string | null>();
const knownAtMost = 4096;

/**
 * The canonical key of a mail domain, or null when it is none: at most 253 characters, labels of 1 to 63 letters, digits
 * and inner hyphens, at least two labels (`localhost` is the one exception). IDNA by the URL standard, so that
 * `Exämple.com` and `xn--exmple-cua.com` are the same, in Node and in browsers alike.
 */
export function domainKey(text: string): string | null {
  const cached = known.get(text);
  if (cached !== undefined) return cached;
  const own = detached(text);
  const key = makeKey(own);
  // The least that bounds it: files have few domains, and a hostile one only loses the cache.
  if (known.size >= knownAtMost) known.clear();
  known.set(own, key);
  return key;
}

function makeKey(text: string): string | null {
  if (text.length > longest) return null;
  const lower = text.toLowerCase();
  if (lower === "localhost") return lower;
  const plain = isAscii(lower);
  if (plain && !lower.includes("xn--")) return asciiDomain.test(lower) ? lower : null;
  if (notOfAHost.test(lower)) return null;
  const host = hostOf(lower);
  return host !== null && host.length <= longest && asciiDomain.test(host) ? host : null;
}

function hostOf(domain: string): string | null {
  try {
    return new URL(`http://${domain}/`).hostname;
  } catch {
    return null;
  }
}
