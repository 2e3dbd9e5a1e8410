// Remembers on which line each of a million texts was first seen, in 12 bytes a place and without the texts themselves:
// 64-bit hashes under a random salt. Two texts meet by chance once in 10^7 files of a million rows; nothing can be read back.

import type { SeenTexts } from "../model/seen-texts";
import { TextHash } from "./text-hash";

const width = 3;

/** A table from text to the line where it was first seen. */
export class LineTable implements SeenTexts {
  private size = 0;
  private room: number;
  /** Three numbers a place, side by side so that a look costs one cache line: low, high, line (0 = free). */
  private places: Uint32Array;
  private readonly most: number;
  private readonly hash: TextHash;

  /** `most` texts are remembered; further ones are looked up but not kept. */
  constructor({ most = 2_000_000, room = 1 << 10, hash = new TextHash() } = {}) {
    this.most = most;
    this.room = room;
    this.hash = hash;
    this.places = new Uint32Array(room * width);
  }

  /** The line where the text was first seen, or 0, and then it is remembered with this line (≥ 1). */
  seen(text: string, line: number): number {
    this.hash.take(text);
    return this.seenHash(this.hash.high, this.hash.low, line);
  }

  /** The same for a text of which only the hash is known, made with the same salt. */
  seenHash(high: number, low: number, line: number): number {
    const { places } = this;
    const mask = this.room - 1;
    let at = (low & mask) * width;
    for (let known = places[at + 2] ?? 0; known !== 0; known = places[at + 2] ?? 0) {
      if (places[at] === low && places[at + 1] === high) return known;
      at = at + width === places.length ? 0 : at + width;
    }
    if (this.size < this.most) this.put(at, high, low, line);
    return 0;
  }

  private put(at: number, high: number, low: number, line: number): void {
    this.places[at] = low;
    this.places[at + 1] = high;
    this.places[at + 2] = line;
    this.size++;
    if (this.size * 5 > this.room * 3) this.grow();
  }

  private grow(): void {
    const before = this.places;
    this.room *= 2;
    const places = new Uint32Array(this.room * width);
    const mask = this.room - 1;
    for (let i = 0; i < before.length; i += width) {
      const line = before[i + 2] ?? 0;
      if (line === 0) continue;
      const low = before[i] ?? 0;
      let at = (low & mask) * width;
      while (places[at + 2] !== 0) at = at + width === places.length ? 0 : at + width;
      places[at] = low;
      places[at + 1] = before[i + 1] ?? 0;
      places[at + 2] = line;
    }
    this.places = places;
  }
}
