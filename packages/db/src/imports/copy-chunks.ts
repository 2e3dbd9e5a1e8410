/**
 * Lines on their way into a COPY, as bytes in chunks of a bounded size. Each line is encoded by itself: one of Latin letters is cheap
 * alone and several times as dear in a text that holds others. Knows nothing of what a line says.
 */

const chunkBytes = 256 * 1024;
/** UTF-8 of one unit of UTF-16, at most. */
const unitBytes = 3;

export class CopyChunks {
  private chunk = Buffer.allocUnsafeSlow(chunkBytes);
  private used = 0;

  /** Gives the chunk that is full, if the line did not fit into it any more. */
  add(line: string): Buffer | null {
    const most = line.length * unitBytes;
    const full = most > this.chunk.length - this.used ? this.take(most) : null;
    this.used += this.chunk.write(line, this.used);
    return full;
  }

  /** What is left; null: nothing. */
  rest(): Buffer | null {
    return this.take(0);
  }

  private take(room: number): Buffer | null {
    const taken = this.used === 0 ? null : this.chunk.subarray(0, this.used);
    this.chunk = Buffer.allocUnsafeSlow(Math.max(chunkBytes, room));
    this.used = 0;
    return taken;
  }
}
