// Remembers on which line each of a million texts was first seen, in 12 bytes a place and without the texts themselves:
// 64-bit hashes under a random salt. Two texts meet by chance once in 10^7 files of a million rows; nothing can be read back.

/** A table from text to the line where it was first seen. */
export class LineTable {
  private size = 0;
  private room: number;
  private high: Uint32Array;
  private low: Uint32Array;
  private lines: Uint32Array;
  private readonly most: number;
  private readonly saltHigh = salt();
  private readonly saltLow = salt();

  /** `most` texts are remembered; further ones are looked up but not kept. */
  constructor(most = 2_000_000, room = 1 << 10) {
    this.most = most;
    this.room = room;
    this.high = new Uint32Array(room);
    this.low = new Uint32Array(room);
    this.lines = new Uint32Array(room);
  }

  /** The line where the text was first seen, or 0, and then it is remembered with this line (≥ 1). */
  seen(text: string, line: number): number {
    let a = this.saltHigh;
    let b = this.saltLow;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 0x9e3779b1);
      b = Math.imul(b ^ code, 0x5f356495);
    }
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    return this.find((a ^ (a >>> 16)) >>> 0, (b ^ (b >>> 16)) >>> 0, line);
  }

  private find(high: number, low: number, line: number): number {
    const mask = this.room - 1;
    let at = low & mask;
    for (let known = this.lines[at] ?? 0; known !== 0; known = this.lines[at] ?? 0) {
      if (this.low[at] === low && this.high[at] === high) return known;
      at = (at + 1) & mask;
    }
    if (this.size < this.most) this.put(at, high, low, line);
    return 0;
  }

  private put(at: number, high: number, low: number, line: number): void {
    this.high[at] = high;
    this.low[at] = low;
    this.lines[at] = line;
    this.size++;
    if (this.size * 5 > this.room * 3) this.grow();
  }

  private grow(): void {
    const { high, low, lines } = this;
    this.room *= 2;
    this.high = new Uint32Array(this.room);
    this.low = new Uint32Array(this.room);
    this.lines = new Uint32Array(this.room);
    const mask = this.room - 1;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] ?? 0;
      if (line === 0) continue;
      let at = (low[i] ?? 0) & mask;
      while (this.lines[at] !== 0) at = (at + 1) & mask;
      this.high[at] = high[i] ?? 0;
      this.low[at] = low[i] ?? 0;
      this.lines[at] = line;
    }
  }
}

function salt(): number {
  return Math.floor(Math.random() * 0x1_0000_0000) | 0;
}
