// By what a saved mapping is offered again: the headers of a file, whatever their order and case. It knows no mapping.
import { headerKey } from "../formats/header-key";

/** 16 hexadecimal digits; the same for the same headers in any order and case, white space, `_` and `-` aside. */
export function headerFingerprint(headers: readonly string[]): string {
  const keys = headers.map(headerKey).filter((key) => key !== "");
  return hash(keys.sort().join("\n"));
}

// Two 32-bit hashes side by side: no secret, only a name.
function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x5bd1e995;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return hex(a) + hex(b);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, "0");
}
