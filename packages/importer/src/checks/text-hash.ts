// The salted 64-bit hash by which texts of a file are compared without being kept. Whoever compares shares the salt.

/** Two random numbers; who does not know them cannot find the text to a hash by trying. */
export type Salt = readonly [number, number];

const timesA = 0x9e3779b1;
const timesB = 0x5f356495;

/** Hashes texts; the last one's hash is in `high` and `low` (unsigned, 32 bits each), so that none is made for it. */
export class TextHash {
  high = 0;
  low = 0;
  readonly salt: Salt;

  constructor(salt: Salt = [random(), random()]) {
    this.salt = salt;
  }

  /** Hashes the text into `high` and `low`. */
  take(text: string): void {
    let [a, b] = this.salt;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, timesA);
      b = Math.imul(b ^ code, timesB);
    }
    this.mix(a, b);
  }

  /** The same for the bytes of a text that is ASCII. */
  takeBytes(bytes: Uint8Array, from: number, to: number): void {
    let [a, b] = this.salt;
    for (let at = from; at < to; at++) {
      const code = bytes[at] ?? 0;
      a = Math.imul(a ^ code, timesA);
      b = Math.imul(b ^ code, timesB);
    }
    this.mix(a, b);
  }

  private mix(first: number, second: number): void {
    let [a, b] = [first, second];
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    this.high = (a ^ (a >>> 16)) >>> 0;
    this.low = (b ^ (b >>> 16)) >>> 0;
  }
}

function random(): number {
  return Math.floor(Math.random() * 0x1_0000_0000) | 0;
}
