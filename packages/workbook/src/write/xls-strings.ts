// The table of texts of an XLS, cut into records of at most 8,224 bytes (MS-XLS 2.4.265).

const maxData = 8224;

/** The SST record and the CONTINUE records it needs. `uses`: how many cells refer to it. */
export function sharedStrings(strings: readonly string[], uses: number): Buffer[] {
  const records: Buffer[] = [];
  let data: Buffer[] = [Buffer.alloc(8)];
  data[0]?.writeUInt32LE(uses, 0);
  data[0]?.writeUInt32LE(strings.length, 4);
  let room = maxData - 8;
  const flush = () => {
    records.push(recordOf(records.length === 0 ? 0xfc : 0x3c, Buffer.concat(data)));
    data = [];
    room = maxData;
  };
  const add = (bytes: Buffer) => {
    data.push(bytes);
    room -= bytes.length;
  };
  for (const text of strings) {
    const isWide = /[^\0-\xff]/u.test(text);
    const bytes = Buffer.from(text, isWide ? "utf16le" : "latin1");
    // Length and kind stay together, with a character after them.
    if (room < 5) flush();
    const head = Buffer.alloc(3);
    head.writeUInt16LE(text.length, 0);
    head[2] = isWide ? 1 : 0;
    add(head);
    for (let at = 0; at < bytes.length;) {
      if (room < 2) {
        flush();
        add(Buffer.from([isWide ? 1 : 0]));
      }
      const take = Math.min(bytes.length - at, isWide ? room & ~1 : room);
      add(bytes.subarray(at, at + take));
      at += take;
    }
  }
  flush();
  return records;
}

function recordOf(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}
