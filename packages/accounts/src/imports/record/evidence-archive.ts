/**
 * The container of an evidence bundle: a ZIP of which every byte follows from its members, so that none can be changed unseen.
 * It knows no imports.
 */
export interface Member {
  name: string;
  /** 0: as it is; 8: deflated */
  method: 0 | 8;
  crc: number;
  packed: number;
  size: number;
}

/** 1980-01-01, the first day that ZIP knows: the same content is the same bytes. */
const date = 0x21;
const most = 0xffff_ffff;

/** What stands before the bytes of a member. */
export function localHead(member: Member): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  describe(head, 4, member);
  return Buffer.concat([head, Buffer.from(member.name)]);
}

/** What stands after the last one. Throws where ZIP's four bytes are too few. */
export function directoryOf(members: readonly Member[]): Buffer {
  const heads: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(20, 4);
    describe(head, 6, member);
    head.writeUInt32LE(offset, 42);
    heads.push(Buffer.concat([head, Buffer.from(member.name)]));
    offset += 30 + Buffer.byteLength(member.name) + member.packed;
    if (offset > most || member.size > most) throw new Error("an evidence bundle holds at most 4 GiB");
  }
  const all = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([all, end]);
}

// Version, flags (names in UTF-8), method, date, checksum, sizes, length of the name: as both heads have them.
function describe(head: Buffer, at: number, member: Member): void {
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(0x0800, at + 2);
  head.writeUInt16LE(member.method, at + 4);
  head.writeUInt16LE(date, at + 8);
  head.writeUInt32LE(member.crc, at + 10);
  head.writeUInt32LE(member.packed, at + 14);
  head.writeUInt32LE(member.size, at + 18);
  head.writeUInt16LE(Buffer.byteLength(member.name), at + 22);
}

/** The members as the directory at the end of a bundle names them; null when there is no such directory. */
export function readDirectory(tail: Buffer, count: number): Member[] | null {
  const end = tail.length - 22;
  if (end < 0 || tail.readUInt32LE(end) !== 0x06054b50 || tail.readUInt16LE(end + 10) !== count) return null;
  const members: Member[] = [];
  let at = end - tail.readUInt32LE(end + 12);
  if (at < 0) return null;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || tail.readUInt32LE(at) !== 0x02014b50) return null;
    const method = tail.readUInt16LE(at + 10);
    const nameLength = tail.readUInt16LE(at + 28);
    if ((method !== 0 && method !== 8) || at + 46 + nameLength > end) return null;
    members.push({
      name: tail.toString("utf8", at + 46, at + 46 + nameLength),
      method,
      crc: tail.readUInt32LE(at + 16),
      packed: tail.readUInt32LE(at + 20),
      size: tail.readUInt32LE(at + 24),
    });
    at += 46 + nameLength;
  }
  return members;
}
