// The bytes of a file in pieces of a bounded size, counted against the limit, with the head looked at first.
// It knows nothing of what the bytes mean.

const pieceBytes = 64 * 1024;

/** One file's bytes, read once. */
export class ByteSource {
  /** Bytes given out so far. */
  bytes = 0;
  /** The source has ended and everything was read from it. */
  atEnd = false;
  /** There are more bytes than allowed; none beyond the limit are given out. */
  tooLarge = false;

  private readonly source: AsyncIterator<Uint8Array>;
  private readonly limit: number;
  private received = 0;
  private waiting: Uint8Array[] = [];
  private first = 0;
  private waitingBytes = 0;

  constructor(source: AsyncIterable<Uint8Array>, limit: number) {
    this.source = source[Symbol.asyncIterator]();
    this.limit = limit;
  }

  /** The first bytes, as many as asked for where there are so many. They are given out again by `next`, which is not called before. */
  async head(length: number): Promise<Uint8Array> {
    while (this.waitingBytes < length && (await this.receive()));
    const head = new Uint8Array(Math.min(length, this.waitingBytes));
    let at = 0;
    for (const piece of this.waiting) {
      const part = piece.subarray(0, head.length - at);
      head.set(part, at);
      at += part.length;
    }
    // A source that ends exactly at the head is complete only once it has said so.
    while (this.waitingBytes === length && (await this.receive()));
    return head;
  }

  /** Whether everything there is was in a head of this length. */
  isAll(head: Uint8Array): boolean {
    return this.atEnd && this.waitingBytes === head.length;
  }

  /** The next piece, 64 KiB at most; null at the end, and at the limit. */
  async next(): Promise<Uint8Array | null> {
    while (this.waitingBytes === 0) if (!(await this.receive())) return null;
    const first = this.waiting[this.first] ?? new Uint8Array(0);
    const piece = first.subarray(0, pieceBytes);
    if (first.length > pieceBytes) this.waiting[this.first] = first.subarray(pieceBytes);
    else this.first++;
    this.waitingBytes -= piece.length;
    this.bytes += piece.length;
    if (this.waitingBytes === 0) this.drop();
    return piece;
  }

  /** What is left, piece by piece. */
  async *rest(): AsyncGenerator<Uint8Array, void, undefined> {
    for (let piece = await this.next(); piece !== null; piece = await this.next()) yield piece;
  }

  /** Lets go of the source, whether or not it was read to its end. */
  async close(): Promise<void> {
    if (!this.atEnd) await this.source.return?.();
    this.drop();
  }

  private drop(): void {
    this.waiting = [];
    this.first = 0;
    this.waitingBytes = 0;
  }

  // One more piece from the source; false when there is none that may be given out.
  private async receive(): Promise<boolean> {
    if (this.atEnd || this.tooLarge) return false;
    const next = await this.source.next();
    if (next.done === true) {
      this.atEnd = true;
      return false;
    }
    const allowed = next.value.subarray(0, this.limit - this.received);
    this.tooLarge = allowed.length < next.value.length;
    this.received += allowed.length;
    if (allowed.length > 0) this.waiting.push(allowed);
    this.waitingBytes += allowed.length;
    return true;
  }
}
