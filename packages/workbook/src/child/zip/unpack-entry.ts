// Unpacks one part of an archive in pieces and counts what really comes out: a part that is larger or other than the
// archive says is refused at the byte where that shows.
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { corrupt, unsupported } from "../fault";
import type { ZipEntry } from "./zip-directory";

/** Parts up to this size are unpacked at once. */
const smallSize = 1 << 18;
const pieceSize = 1 << 17;
/** Some pieces are unpacked ahead, in a thread of their own. */
const streaming = { chunkSize: pieceSize, highWaterMark: pieceSize * 4 };

const wrong = "a part of the archive inside does not unpack to what it should";

/** The bytes of a part, piece by piece. */
export function unpackEntry(entry: ZipEntry): AsyncIterable<Buffer> | Iterable<Buffer> {
  if (entry.method === 0) return [verified(entry, entry.data)];
  if (entry.method !== 8) throw unsupported("a workbook packed in a way that is not read");
  return entry.size <= smallSize ? [unpackSmall(entry)] : unpackLarge(entry);
}

function unpackSmall(entry: ZipEntry): Buffer {
  let unpacked;
  try {
    unpacked = inflateRawSync(entry.data, { maxOutputLength: entry.size + 1 });
  } catch {
    throw corrupt(wrong);
  }
  return verified(entry, unpacked);
}

function verified(entry: ZipEntry, unpacked: Buffer): Buffer {
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) throw corrupt(wrong);
  return unpacked;
}

async function* unpackLarge(entry: ZipEntry): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw(streaming);
  inflate.end(entry.data);
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > entry.size) throw corrupt(wrong);
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    throw isZlibError(error) ? corrupt(wrong) : error;
  } finally {
    inflate.destroy();
  }
  if (size !== entry.size || crc !== entry.crc) throw corrupt(wrong);
}

function isZlibError(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /^(?:Z_|ERR_)/u.test(error.code)
  );
}
