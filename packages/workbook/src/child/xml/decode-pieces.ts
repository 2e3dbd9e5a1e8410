// Bytes of an XML part as text, piece by piece: UTF-8, or UTF-16 when it begins with its mark. Anything else is refused.
import { isAscii, isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { corrupt } from "../fault";

const notUtf8 = "a part of it is not written in UTF-8";

/** A function that takes pieces and gives their text; what breaks off within a character waits for the next. */
export function createDecoder(): (piece: Buffer) => string {
  let waiting: Buffer | null = null;
  let wide: TextDecoder | null | undefined;
  return (piece) => {
    const bytes = waiting === null ? piece : Buffer.concat([waiting, piece]);
    waiting = null;
    if (wide === undefined && bytes.length < 3) {
      waiting = bytes;
      return "";
    }
    if (wide === undefined) {
      wide = wideDecoder(bytes);
      if (wide === null && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
        return utf8(bytes.subarray(3));
    }
    return wide === null ? utf8(bytes) : wide.decode(bytes, { stream: true });
  };

  function utf8(bytes: Buffer): string {
    if (isAscii(bytes)) return bytes.toString("latin1");
    const end = wholeCharacters(bytes);
    if (end < bytes.length) waiting = Buffer.from(bytes.subarray(end));
    const whole = bytes.subarray(0, end);
    if (!isUtf8(whole)) throw corrupt(notUtf8);
    return whole.toString("utf8");
  }
}

function wideDecoder(bytes: Buffer): TextDecoder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le");
  return bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder("utf-16be") : null;
}

// Where the last character that is complete ends.
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
