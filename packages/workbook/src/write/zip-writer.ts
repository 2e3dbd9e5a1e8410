// A ZIP archive as a stream, its parts packed as they come. The same content gives the same bytes: no clock is asked.
import { crc32, createDeflateRaw } from "node:zlib";

/** 1980-01-01, the first day that ZIP knows. */
const date = 0x21;

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** A part: its name, and its text in pieces. */
export interface Part {
  name: string;
  text: AsyncIterable<string> | Iterable<string>;
}

const tooLong = 0xffff_ffff;

/** The bytes of the archive, one part after the other. */
export async function* writeZip(parts: Iterable<Part>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const { name, text } of parts) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset };
    // Bit 3: sizes follow the data; bit 11: names in UTF-8.
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    fields(head, 4, entry, true);
    yield Buffer.concat([head, entry.name]);
    for await (const piece of pack(entry, text)) yield piece;
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(entry.crc, 4);
    descriptor.writeUInt32LE(entry.packed, 8);
    descriptor.writeUInt32LE(entry.size, 12);
    yield descriptor;
    offset += head.length + entry.name.length + entry.packed + descriptor.length;
    if (offset > tooLong || entry.size > tooLong)
      throw new Error("a workbook of more than 4 GiB cannot be written");
    written.push(entry);
  }
  yield directory(written, offset);
}

// Version, flags, method, date, checksum and sizes, as local and central heads have them.
function fields(head: Buffer, at: number, entry: Written, isLocal: boolean): void {
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(0x0808, at + 2);
  head.writeUInt16LE(8, at + 4);
  head.writeUInt16LE(date, at + 8);
  if (!isLocal) {
    head.writeUInt32LE(entry.crc, at + 10);
    head.writeUInt32LE(entry.packed, at + 14);
    head.writeUInt32LE(entry.size, at + 18);
  }
  head.writeUInt16LE(entry.name.length, at + 22);
}

async function* pack(entry: Written, text: Part["text"]): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: 6 });
  const feeding = feed(deflate, entry, text);
  // Told by the stream too, and then thrown below.
  feeding.catch((error: unknown) =>
    deflate.destroy(error instanceof Error ? error : new Error("unreadable rows")),
  );
  try {
    for await (const piece of deflate as AsyncIterable<Buffer>) {
      entry.packed += piece.length;
      yield piece;
    }
    await feeding;
  } finally {
    deflate.destroy();
  }
}

async function feed(
  deflate: ReturnType<typeof createDeflateRaw>,
  entry: Written,
  text: Part["text"],
): Promise<void> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece, "utf8");
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    if (deflate.destroyed) return;
    if (!deflate.write(bytes)) await roomIn(deflate);
  }
  deflate.end();
}

function roomIn(deflate: ReturnType<typeof createDeflateRaw>): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      deflate.off("drain", done).off("close", done);
      resolve();
    };
    deflate.on("drain", done).on("close", done);
  });
}

function directory(written: Written[], start: number): Buffer {
  const heads = written.map((entry) => {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(20, 4);
    fields(head, 6, entry, false);
    head.writeUInt32LE(entry.offset, 42);
    return Buffer.concat([head, entry.name]);
  });
  const all = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([all, end]);
}
