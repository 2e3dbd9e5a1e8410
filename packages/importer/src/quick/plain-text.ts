// Whether the bytes of a cell are text of which no rule about text has anything to say: letters of living scripts, digits,
// signs of ASCII. It may say no of text that is fine; the rules are then asked (a property test holds it to that).

const SPACE = 0x20;
const TILDE = 0x7e;
const BRACE = 0x7d;

/**
 * Whether the bytes hold nothing but printable ASCII and, with `wide`, letters in well-formed UTF-8 that are neither white
 * space, controls nor invisible, and that do not look like UTF-8 that was encoded twice.
 */
export function isPlainText(bytes: Uint8Array, from: number, to: number, wide: boolean): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= SPACE && byte <= TILDE) continue;
    return wide && byte > TILDE && isWideText(bytes, at, to);
  }
  return true;
}

/** Whether a value that is not empty begins and ends so that nothing is taken off it, and as no mark, error or formula does. */
export function hasPlainEnds(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] ?? 0;
  const last = bytes[to - 1] ?? 0;
  return (first > 0x7f || isLetter(first)) && last > SPACE && last !== BRACE;
}

function isLetter(byte: number): boolean {
  const small = byte | 32;
  return small >= 0x61 && small <= 0x7a;
}

function isWideText(bytes: Uint8Array, from: number, to: number): boolean {
  // Of the character before, 0 for ASCII.
  let before = 0;
  for (let at = from; at < to;) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      if (lead < SPACE || lead > TILDE) return false;
      before = 0;
      at++;
      continue;
    }
    const length = letterLength(lead, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
    if (length === 0 || at + length > to || (before === 0xc3 && mayBeDoubled(lead))) return false;
    before = lead;
    at += length;
  }
  return true;
}

// Bytes of a letter that is plain, 0 for everything else: U+00C0 to U+07FF but for one direction mark, U+0800 to U+0FFF,
// U+1E00 to U+1EFF (Vietnamese), U+3040 to U+CFFF, and the apostrophe U+2019.
function letterLength(lead: number, second: number, third: number): number {
  if (lead < 0xc3 || !continues(second)) return 0;
  if (lead <= 0xdf) return lead === 0xd8 && second === 0x9c ? 0 : 2;
  if (!continues(third)) return 0;
  switch (lead) {
    case 0xe0:
      return second >= 0xa0 ? 3 : 0;
    case 0xe1:
      return second >= 0xb8 && second <= 0xbb ? 3 : 0;
    case 0xe2:
      return second === 0x80 && third === 0x99 ? 3 : 0;
    case 0xe3:
      return second >= 0x81 ? 3 : 0;
    default:
      return lead <= 0xec ? 3 : 0;
  }
}

function continues(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

// Among these leads are all letters that Windows-1252 has for bytes 0x80 to 0xBF.
function mayBeDoubled(lead: number): boolean {
  return lead === 0xc5 || lead === 0xc6 || lead === 0xcb || lead === 0xe2;
}
