// Cuts what a child says into its messages, as they come. It believes no length that no honest child would send.
import type { Readable } from "node:stream";
import type { FromChild } from "./protocol";

/** Bytes of one message at most; a batch has some megabytes, all heads of a workbook more. */
const maxMessage = 256 * 1024 * 1024;

/** The messages in their order; ends when the stream does. */
export async function* readFrames(stream: Readable): AsyncGenerator<FromChild> {
  let pieces: Buffer[] = [];
  let have = 0;
  let need = 4;
  let inHead = true;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece);
    have += piece.length;
    while (have >= need) {
      const bytes = pieces.length === 1 ? (pieces[0] ?? piece) : Buffer.concat(pieces);
      const taken = bytes.subarray(0, need);
      pieces = [bytes.subarray(need)];
      have -= need;
      if (inHead) {
        need = taken.readUInt32BE(0);
        if (need > maxMessage) throw new Error("a message of the reading process is too long");
      } else {
        yield JSON.parse(taken.toString("utf8")) as FromChild;
        need = 4;
      }
      inHead = !inHead;
    }
  }
}
