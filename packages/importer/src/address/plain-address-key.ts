// The short cut of `addressKey` for addresses as nearly every file has them: ASCII, in lower case, nothing around them.
// One look at each character and no new text; whatever else comes is left to the whole of `addressKey`.
import { lengths } from "../model/limits";
import { domainKey } from "./domain-key";

const AT = 64;
const DOT = 46;
const localAtMost = 64;

// The characters of a dot-atom (RFC 5322, 3.2.3) but for capitals, by code.
const isAtom = new Uint8Array(128);
for (const character of "abcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+/=?^_`{|}~-")
  isAtom[character.charCodeAt(0)] = 1;

// Neighbouring rows share their domain: the one of the last address is compared before it is looked up.
let lastDomain = "";

/** The text itself when it is its own canonical key; null says nothing: ask `addressKey`. */
export function plainAddressKey(text: string): string | null {
  if (text.length > lengths.address) return null;
  const at = endOfLocal(text);
  if (at < 1) return null;
  if (endsWithLast(text, at + 1)) return text;
  const domain = text.slice(at + 1);
  if (domainKey(domain) !== domain) return null;
  lastDomain = domain;
  return text;
}

/** The same of the bytes of a text: where its @ stands behind a local part that is its own key, or -1. */
export function endOfLocalBytes(bytes: Uint8Array, from: number, to: number): number {
  let before = DOT;
  const most = Math.min(to, from + localAtMost + 1);
  for (let at = from; at < most; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === AT) return before === DOT ? -1 : at;
    if (byte === DOT ? before === DOT : isAtom[byte] !== 1) return -1;
    before = byte;
  }
  return -1;
}

// The position of the @ behind a valid local part, or -1.
function endOfLocal(text: string): number {
  let before = DOT;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === AT) return before === DOT || i > localAtMost ? -1 : i;
    if (code === DOT ? before === DOT : isAtom[code] !== 1) return -1;
    before = code;
  }
  return -1;
}

function endsWithLast(text: string, from: number): boolean {
  if (text.length - from !== lastDomain.length || lastDomain === "") return false;
  for (let i = 0; i < lastDomain.length; i++)
    if (text.charCodeAt(from + i) !== lastDomain.charCodeAt(i)) return false;
  return true;
}
