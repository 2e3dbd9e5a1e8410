// Windows-1252, by the table of the Encoding standard. By hand, because some engines read it as Latin-1.
import { unitsText } from "./units-text";

// 0x80 to 0x9f; everything else stands for itself.
const upper = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
];
const table = Uint16Array.from({ length: 256 }, (_, byte) => upper[byte - 0x80] ?? byte);

/** The text of bytes in Windows-1252: one character a byte, whatever the byte. */
export function windows1252Text(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) units[i] = table[bytes[i] ?? 0] ?? 0;
  return unitsText(units);
}

const bytesByUnit = new Map(Array.from(table, (unit, byte) => [unit, byte]));

/** The bytes that the text is in Windows-1252; null when it has a character that is none of it. */
export function bytesOfWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = bytesByUnit.get(text.charCodeAt(i));
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}
