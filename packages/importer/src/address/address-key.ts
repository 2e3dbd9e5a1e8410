// The canonical key of an address: the one function by which two addresses are the same. It knows nothing of accounts or files.
import { lengths } from "../model/limits";
import { domainKey } from "./domain-key";
import { isAscii } from "./is-ascii";
import { normaliseAddress } from "./normalise-address";
import { plainAddressKey } from "./plain-address-key";

// A dot-atom (RFC 5322, 3.2.3), and beyond ASCII (RFC 6532) letters, marks and digits only.
const asciiLocal = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const wideLocal =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{N}-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{N}-]+)*$/u;
const localAtMost = 64;
// Longer than any address can be written, whatever Unicode form it is in: nothing above it is looked at.
const textAtMost = 4 * lengths.address;

/**
 * The canonical key of an address: trimmed, NFKC, lower case, IDNA domain. Null when the text is not exactly one valid
 * address with a dot-atom local part (≤ 64 bytes) and a domain, 254 characters at most (RFC 5321). Quoted local parts,
 * comments, IP literals and lists of addresses are refused. Total and idempotent.
 */
export function addressKey(text: string): string | null {
  if (text.length > textAtMost) return null;
  const plain = plainAddressKey(text);
  if (plain !== null) return plain;
  const normal = normaliseAddress(text);
  const at = normal.indexOf("@");
  if (at < 1) return null;
  const local = foldCase(normal.slice(0, at));
  if (!isLocalPart(local)) return null;
  const domain = domainKey(normal.slice(at + 1));
  if (domain === null) return null;
  return byteLength(local) + 1 + domain.length <= lengths.address ? `${local}@${domain}` : null;
}

/** The domain of a canonical key. */
export function domainOf(key: string): string {
  return key.slice(key.indexOf("@") + 1);
}

function isLocalPart(local: string): boolean {
  return (asciiLocal.test(local) || wideLocal.test(local)) && byteLength(local) <= localAtMost;
}

// Lower case twice normalised, because lower-casing may undo NFKC; the final sigma is written as the other.
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return isAscii(lower) ? lower : lower.replaceAll("ς", "σ").normalize("NFKC");
}

function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Each half of a surrogate pair counts two of the pair's four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes;
}
