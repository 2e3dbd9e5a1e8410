// Remembers something about each of some thousand values of a column, found by their bytes: no text is made to look one up.

const first = 1 << 8;

/** A table from bytes to what is known of them; it grows up to `most` values. */
export class ByteValues<T> {
  private slots = new Int32Array(first);
  private bytes = new Uint8Array(first * 16);
  /** Where each value ends in `bytes`; it begins where the one before ends. */
  private readonly ends: number[] = [0];
  private readonly hashes: number[] = [];
  private readonly known: T[] = [];
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** No further value is remembered. */
  get full(): boolean {
    return this.known.length >= this.most;
  }

  /** What is known of the value, undefined when it was not met before. */
  find(bytes: Uint8Array, from: number, to: number): T | undefined {
    const hash = hashOf(bytes, from, to);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.slots[slot] ?? 0) - 1;
      if (entry < 0) return undefined;
      if (this.hashes[entry] === hash && this.isValue(entry, bytes, from, to)) return this.known[entry];
    }
  }

  /** Remembers what is known of a value that `find` did not know; not when it is full. */
  add(bytes: Uint8Array, from: number, to: number, known: T): void {
    if (this.full) return;
    const start = this.ends[this.known.length] ?? 0;
    const end = start + to - from;
    while (end > this.bytes.length) this.bytes = larger(this.bytes);
    this.bytes.set(bytes.subarray(from, to), start);
    this.ends.push(end);
    this.hashes.push(hashOf(bytes, from, to));
    this.known.push(known);
    if (this.known.length * 2 > this.slots.length) this.spread();
    else this.place(this.known.length - 1);
  }

  private spread(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let entry = 0; entry < this.known.length; entry++) this.place(entry);
  }

  private place(entry: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.hashes[entry] ?? 0) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = entry + 1;
  }

  private isValue(entry: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.ends[entry] ?? 0;
    if ((this.ends[entry + 1] ?? 0) - start !== to - from) return false;
    const own = this.bytes;
    for (let i = 0; from + i < to; i++) if (own[start + i] !== bytes[from + i]) return false;
    return true;
  }
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

function larger(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(bytes.length * 2);
  more.set(bytes);
  return more;
}
