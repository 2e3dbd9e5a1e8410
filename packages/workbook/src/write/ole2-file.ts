// One stream in an OLE2 file (MS-CFB, version 3), as Excel 97 wants its workbook.

const sector = 512;
const free = 0xffffffff;
const endOfChain = 0xfffffffe;
const fatSector = 0xfffffffd;

/** A file whose root folder holds one stream named `name`. Up to 109 FAT sectors, that is 7 MB, need no further table. */
export function ole2File(name: string, content: Buffer): Buffer {
  // Shorter streams would have to live in the mini stream.
  const stream = Buffer.alloc(Math.ceil(Math.max(content.length, 4096) / sector) * sector);
  content.copy(stream);
  const dataSectors = stream.length / sector;
  const { fats, difats } = tableSizes(dataSectors + 1);
  // The order: stream, directory, FAT, DIFAT.
  const directoryAt = dataSectors;
  const fatAt = directoryAt + 1;
  const difatAt = fatAt + fats;
  const fat = Buffer.alloc(fats * sector, 0xff);
  for (let at = 0; at < dataSectors; at++)
    fat.writeUInt32LE(at + 1 < dataSectors ? at + 1 : endOfChain, at * 4);
  fat.writeUInt32LE(endOfChain, directoryAt * 4);
  for (let at = 0; at < fats; at++) fat.writeUInt32LE(fatSector, (fatAt + at) * 4);
  for (let at = 0; at < difats; at++) fat.writeUInt32LE(0xfffffffc, (difatAt + at) * 4);
  const head = header({ directoryAt, fatAt, fats, difatAt, difats });
  return Buffer.concat([
    head,
    stream,
    directory(name, stream.length),
    fat,
    difat(fatAt, fats, difatAt, difats),
  ]);
}

function tableSizes(others: number): { fats: number; difats: number } {
  let fats = 0;
  let difats = 0;
  for (;;) {
    const needed = Math.ceil((others + fats + difats) / 128);
    const tables = Math.ceil(Math.max(0, needed - 109) / 127);
    if (needed === fats && tables === difats) return { fats, difats };
    fats = needed;
    difats = tables;
  }
}

interface Places {
  directoryAt: number;
  fatAt: number;
  fats: number;
  difatAt: number;
  difats: number;
}

function header({ directoryAt, fatAt, fats, difatAt, difats }: Places): Buffer {
  const head = Buffer.alloc(sector);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.writeUInt16LE(0x3e, 24);
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(fats, 44);
  head.writeUInt32LE(directoryAt, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(endOfChain, 60);
  head.writeUInt32LE(difats === 0 ? endOfChain : difatAt, 68);
  head.writeUInt32LE(difats, 72);
  for (let at = 0; at < 109; at++) head.writeUInt32LE(at < fats ? fatAt + at : free, 76 + at * 4);
  return head;
}

function difat(fatAt: number, fats: number, difatAt: number, difats: number): Buffer {
  const table = Buffer.alloc(difats * sector, 0xff);
  for (let at = 109; at < fats; at++) {
    const place = at - 109;
    table.writeUInt32LE(fatAt + at, Math.floor(place / 127) * sector + (place % 127) * 4);
  }
  for (let at = 0; at < difats; at++)
    table.writeUInt32LE(at + 1 < difats ? difatAt + at + 1 : endOfChain, at * sector + 127 * 4);
  return table;
}

function directory(name: string, size: number): Buffer {
  const entries = Buffer.alloc(sector);
  const write = (at: number, title: string, kind: number, child: number, start: number, length: number) => {
    const entry = entries.subarray(at * 128, at * 128 + 128);
    const bytes = entry.write(title, "utf16le");
    entry.writeUInt16LE(title === "" ? 0 : bytes + 2, 64);
    entry[66] = kind;
    entry[67] = 1;
    entry.writeUInt32LE(free, 68);
    entry.writeUInt32LE(free, 72);
    entry.writeUInt32LE(child, 76);
    entry.writeUInt32LE(start, 116);
    entry.writeUInt32LE(length, 120);
  };
  write(0, "Root Entry", 5, 1, endOfChain, 0);
  write(1, name, 2, free, 0, size);
  write(2, "", 0, free, 0, 0);
  write(3, "", 0, free, 0, 0);
  return entries;
}
