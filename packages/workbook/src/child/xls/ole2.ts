// Finds a stream in an OLE2 file (MS-CFB), walking its tables ourselves: every chain is held to the number of sectors there
// are, so that none can run in circles, and every place to the bytes there are. It knows nothing of what is in the stream.
import { corrupt } from "../fault";

const magic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const endOfChain = 0xfffffffe;
const noStream = 0xffffffff;
const maxEntries = 20_000;
const wrong = "the tables that say where its parts are contradict each other";

/** Something in the root folder. */
interface RootEntry {
  name: string;
  kind: "storage" | "stream";
  start: number;
  size: number;
}

/** An OLE2 file: what its root folder holds, and the bytes of a stream. */
export interface Ole2 {
  entries: RootEntry[];
  read: (entry: RootEntry) => Buffer;
}

export function isOle2(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(magic);
}

interface Layout {
  bytes: Buffer;
  sectorSize: number;
  sectors: number;
  fat: Int32Array;
}

/** Opens an OLE2 file. */
export function openOle2(bytes: Buffer): Ole2 {
  if (bytes.length < 512 || !isOle2(bytes)) throw corrupt("it is cut off");
  const shift = bytes.readUInt16LE(30);
  if ((shift !== 9 && shift !== 12) || bytes.readUInt16LE(32) !== 6) throw corrupt(wrong);
  const sectorSize = 1 << shift;
  const sectors = Math.ceil((bytes.length - sectorSize) / sectorSize);
  if (sectors < 2) throw corrupt("it is cut off");
  const layout: Layout = { bytes, sectorSize, sectors, fat: new Int32Array(0) };
  layout.fat = readFat(layout);
  const directory = readChain(layout, bytes.readUInt32LE(48), null);
  const { root, entries } = readRoot(directory);
  const mini = createMini(layout, root);
  const cutoff = bytes.readUInt32LE(56);
  return {
    entries,
    read: ({ start, size }) => (size < cutoff ? mini(start, size) : readChain(layout, start, size)),
  };
}

// The last sector may be cut short by writers that do not fill it.
function sector({ bytes, sectorSize, sectors }: Layout, number: number): Buffer {
  if (!(number < sectors)) throw corrupt("a part of it lies behind its end");
  const from = (number + 1) * sectorSize;
  return bytes.subarray(from, from + sectorSize);
}

function readFat(layout: Layout): Int32Array {
  const { bytes, sectorSize, sectors } = layout;
  const places: number[] = [];
  const take = (from: Buffer, count: number) => {
    for (let at = 0; at < count && at * 4 + 4 <= from.length; at++) {
      const place = from.readUInt32LE(at * 4);
      if (place < 0xfffffffa) places.push(place);
    }
  };
  take(bytes.subarray(76, 512), 109);
  const perSector = sectorSize / 4 - 1;
  const seen = new Set<number>();
  for (let next = bytes.readUInt32LE(68); next < 0xfffffffa;) {
    if (seen.has(next)) throw corrupt(wrong);
    seen.add(next);
    const table = sector(layout, next);
    if (table.length < sectorSize) throw corrupt("it is cut off");
    take(table, perSector);
    next = table.readUInt32LE(perSector * 4);
  }
  if (places.length > Math.ceil((sectors * 4) / sectorSize) + 1 || new Set(places).size !== places.length)
    throw corrupt(wrong);
  const fat = new Int32Array(places.length * (sectorSize / 4)).fill(-1);
  for (const [i, place] of places.entries()) {
    const table = sector(layout, place);
    for (let at = 0; at + 4 <= table.length; at += 4) fat[(i * sectorSize + at) / 4] = table.readInt32LE(at);
  }
  return fat;
}

/** Sector numbers from `start` to the end of the chain, or as many as `count`. */
function chain(fat: Int32Array, start: number, most: number, count: number | null): number[] {
  const numbers: number[] = [];
  const seen = new Uint8Array(fat.length);
  for (let next = start; next !== endOfChain && numbers.length !== count;) {
    if (numbers.length >= most || next >= fat.length || seen[next] === 1) throw corrupt(wrong);
    seen[next] = 1;
    numbers.push(next);
    next = (fat[next] ?? -1) >>> 0;
  }
  return numbers;
}

function readChain(layout: Layout, start: number, size: number | null): Buffer {
  if (size !== null && size > layout.bytes.length)
    throw corrupt("a part of it claims to be larger than the file");
  const count = size === null ? null : Math.ceil(size / layout.sectorSize);
  const numbers = chain(layout.fat, start, layout.sectors, count);
  if (size !== null && numbers.length !== count) throw corrupt("it is cut off");
  const first = numbers[0] ?? 0;
  // Most streams lie in one piece: then nothing is copied.
  const inOne = numbers.every((number, at) => number === first + at);
  const from = (first + 1) * layout.sectorSize;
  const end = from + numbers.length * layout.sectorSize;
  const whole = inOne
    ? layout.bytes.subarray(from, end)
    : Buffer.concat(numbers.map((one) => sector(layout, one)));
  if (size === null) return whole;
  if (whole.length < size) throw corrupt("it is cut off");
  return whole.subarray(0, size);
}

function createMini(layout: Layout, root: RootEntry): (start: number, size: number) => Buffer {
  return (start, size) => {
    if (size === 0) return Buffer.alloc(0);
    if (layout.bytes.readUInt32LE(64) === 0) throw corrupt(wrong);
    const table = readChain(layout, layout.bytes.readUInt32LE(60), null);
    const fat = new Int32Array(Math.floor(table.length / 4));
    for (let at = 0; at < fat.length; at++) fat[at] = table.readInt32LE(at * 4);
    const container = readChain(layout, root.start, root.size);
    const numbers = chain(fat, start, fat.length, Math.ceil(size / 64));
    const parts = numbers.map((number) => container.subarray(number * 64, number * 64 + 64));
    const whole = Buffer.concat(parts);
    if (whole.length < size) throw corrupt("it is cut off");
    return whole.subarray(0, size);
  };
}

function readRoot(directory: Buffer): { root: RootEntry; entries: RootEntry[] } {
  const count = Math.min(Math.floor(directory.length / 128), maxEntries);
  const entry = (at: number) => directory.subarray(at * 128, at * 128 + 128);
  if (count === 0 || entry(0)[66] !== 5) throw corrupt(wrong);
  const entries: RootEntry[] = [];
  const seen = new Set<number>();
  const waiting = [entry(0).readUInt32LE(76)];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === noStream) continue;
    if (at >= count || seen.has(at)) throw corrupt(wrong);
    seen.add(at);
    const bytes = entry(at);
    entries.push(readEntry(bytes));
    waiting.push(bytes.readUInt32LE(68), bytes.readUInt32LE(72));
  }
  return { root: readEntry(entry(0)), entries };
}

function readEntry(bytes: Buffer): RootEntry {
  const length = Math.min(bytes.readUInt16LE(64), 64);
  return {
    name: bytes.toString("utf16le", 0, Math.max(0, length - 2)),
    kind: bytes[66] === 2 ? "stream" : "storage",
    start: bytes.readUInt32LE(116),
    size: bytes.readUInt32LE(120),
  };
}
