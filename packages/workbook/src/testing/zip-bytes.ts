// ZIP archives for tests, honest or lying in every field that can lie.
import { crc32, deflateRawSync } from "node:zlib";

/** A part; what is given beside name and data replaces what would be true. */
export interface TestPart {
  name: string;
  data: string | Buffer;
  method?: number;
  size?: number;
  packed?: number;
  crc?: number;
  flags?: number;
  localName?: string;
  /** Bytes that stand where the packed data would. */
  raw?: Buffer;
  /** Offset of the local head that the directory names. */
  offset?: number;
}

export function zipBytes(
  parts: readonly TestPart[],
  change: { count?: number; start?: number } = {},
): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data as string);
    const method = part.method ?? 8;
    const raw = part.raw ?? (method === 8 ? deflateRawSync(data) : data);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(part.flags ?? 0, 2);
    fixed.writeUInt16LE(method, 4);
    fixed.writeUInt32LE(part.crc ?? crc32(data), 10);
    fixed.writeUInt32LE(part.packed ?? raw.length, 14);
    fixed.writeUInt32LE(part.size ?? data.length, 18);
    const name = Buffer.from(part.name);
    const localName = Buffer.from(part.localName ?? part.name);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fixed, localName, raw]);
    local.writeUInt16LE(localName.length, 26);
    const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), fixed, Buffer.alloc(14), name]);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(part.offset ?? offset, 42);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(change.count ?? parts.length, 8);
  end.writeUInt16LE(change.count ?? parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(change.start ?? offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
