// The table of contents of a ZIP archive, walked by ourselves and held to bounds before anything of it is unpacked.
// Offsets and sizes are claims of the file: each is compared with what is there (APPNOTE.TXT 6.3.10).
import { corrupt, encrypted, tooLarge } from "../fault";

/** One file of the archive, its data somewhere in the archive's bytes. */
export interface ZipEntry {
  name: string;
  method: number;
  crc: number;
  size: number;
  data: Buffer;
}

/** What an archive may hold. Apache POI draws the line of `ratio` at the same place. */
export const zipBounds = { entries: 10_000, unpacked: 1024 ** 3, ratio: 100, judgedFrom: 1 << 20 } as const;

const signatures = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator: 0x07064b50,
};
const damaged = "the archive inside is cut off or its table of contents is wrong";

interface Central extends Omit<ZipEntry, "data"> {
  packed: number;
  offset: number;
}

/** Entries by name. Refuses overlaps, two of one name, encryption, and contents that no honest workbook has. */
export function readZipDirectory(bytes: Buffer, what: string): Map<string, ZipEntry> {
  const { count, start, end } = findDirectory(bytes);
  if (count > zipBounds.entries) throw corrupt(`it consists of more than ${zipBounds.entries} parts`);
  const found: Central[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    const { central, next } = readCentral(bytes, at, end, what);
    found.push(central);
    at = next;
  }
  holdToBounds(found);
  return locate(bytes, found, start);
}

function findDirectory(bytes: Buffer): { count: number; start: number; end: number } {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) !== signatures.end) continue;
    const count = bytes.readUInt16LE(at + 10);
    const start = bytes.readUInt32LE(at + 16);
    if (count === 0xffff || start === 0xffffffff) return findDirectory64(bytes, at);
    if (start + bytes.readUInt32LE(at + 12) > at) throw corrupt(damaged);
    return { count, start, end: at };
  }
  throw corrupt("the archive inside is cut off");
}

function findDirectory64(bytes: Buffer, end: number): { count: number; start: number; end: number } {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== signatures.locator) throw corrupt(damaged);
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  if (!(at + 56 <= locator) || bytes.readUInt32LE(at) !== signatures.end64) throw corrupt(damaged);
  const count = Number(bytes.readBigUInt64LE(at + 32));
  const start = Number(bytes.readBigUInt64LE(at + 48));
  if (!(start <= at)) throw corrupt(damaged);
  return { count, start, end: at };
}

function readCentral(
  bytes: Buffer,
  at: number,
  end: number,
  what: string,
): { central: Central; next: number } {
  if (at + 46 > end || bytes.readUInt32LE(at) !== signatures.central) throw corrupt(damaged);
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > end) throw corrupt(damaged);
  // Bit 0 of the flags: encrypted.
  if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw encrypted(what);
  const central: Central = {
    name: bytes.toString("utf8", at + 46, nameEnd),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  if (central.name.includes("\0")) throw corrupt("a part of it has a name that cannot be");
  readExtra64(bytes.subarray(nameEnd, extraEnd), central);
  return { central, next };
}

// ZIP64: each number that did not fit is written in the extra field 1, in this order.
function readExtra64(extra: Buffer, central: Central): void {
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1 && end <= extra.length) {
      let from = at + 4;
      for (const key of ["size", "packed", "offset"] as const) {
        if (central[key] !== 0xffffffff || from + 8 > end) continue;
        central[key] = Number(extra.readBigUInt64LE(from));
        from += 8;
      }
    }
    at = end;
  }
}

function holdToBounds(found: Central[]): void {
  const unpacked = found.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > zipBounds.unpacked) throw tooLarge(zipBounds.unpacked);
  for (const { size, packed } of found) {
    if (size > zipBounds.judgedFrom && size > packed * zipBounds.ratio)
      throw corrupt(
        "its contents are packed more tightly than those of any workbook, as if to overwhelm whoever opens it",
      );
  }
}

function locate(bytes: Buffer, found: Central[], directory: number): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  const seen = new Set<string>();
  let free = 0;
  for (const { offset, packed, ...entry } of found.sort((a, b) => a.offset - b.offset)) {
    if (offset < free || offset + 30 > directory) throw corrupt("parts of it overlap");
    if (bytes.readUInt32LE(offset) !== signatures.local) throw corrupt(damaged);
    const nameEnd = offset + 30 + bytes.readUInt16LE(offset + 26);
    const from = nameEnd + bytes.readUInt16LE(offset + 28);
    free = from + packed;
    if (free > directory) throw corrupt("parts of it overlap");
    if (bytes.toString("utf8", offset + 30, nameEnd) !== entry.name)
      throw corrupt("the names of its parts do not agree");
    const key = entry.name.toLowerCase();
    if (seen.has(key)) throw corrupt("two parts of it have the same name");
    seen.add(key);
    entries.set(entry.name, { ...entry, data: bytes.subarray(from, free) });
  }
  return entries;
}
