// Turns the bytes of a text file into text, piece by piece, and stops at the first byte that is not of the encoding.
// However the bytes are cut, the text is the same. It knows nothing of lines or cells.
import type { EncodingId, SingleByteEncoding } from "../model/recognition";
import { unitsText } from "./units-text";
import { firstInvalidUtf8, incompleteTail } from "./utf8";
import { windows1252Text } from "./windows-1252";

/** Text, and the byte at which decoding stopped, if it did: what comes before it is in `text`. */
export interface Decoded {
  text: string;
  badByte: number | null;
}

/** Decodes one file. After a bad byte it is of no further use. */
export interface Decoder {
  decode: (bytes: Uint8Array) => Decoded;
  /** The bytes have ended: tells whether a character was cut in two. */
  end: () => Decoded;
}

/** A decoder; `skip` bytes (the byte order mark) are left out at the start. */
export function createDecoder(encoding: EncodingId, skip: number): Decoder {
  const inner = decoders[encoding]();
  let left = skip;
  return {
    decode: (bytes) => {
      const dropped = Math.min(left, bytes.length);
      left -= dropped;
      return inner.decode(dropped === 0 ? bytes : bytes.subarray(dropped));
    },
    end: () => inner.end(),
  };
}

const decoders: Record<EncodingId, () => Decoder> = {
  "windows-1250": () => createSingleByteDecoder("windows-1250"),
  "windows-1251": () => createSingleByteDecoder("windows-1251"),
  "iso-8859-2": () => createSingleByteDecoder("iso-8859-2"),
  "iso-8859-5": () => createSingleByteDecoder("iso-8859-5"),
  "iso-8859-7": () => createSingleByteDecoder("iso-8859-7"),
  "iso-8859-9": () => createSingleByteDecoder("iso-8859-9"),
  "iso-8859-15": () => createSingleByteDecoder("iso-8859-15"),
  macintosh: () => createSingleByteDecoder("macintosh"),
  "utf-8": createUtf8Decoder,
  "utf-16le": () => createUtf16Decoder(0, 1),
  "utf-16be": () => createUtf16Decoder(1, 0),
  "windows-1252": () => ({ decode: (bytes) => good(windows1252Text(bytes)), end: () => good("") }),
};

// One byte a character, by the engine's table; the few bytes that some of them leave undefined are bad ones.
function createSingleByteDecoder(encoding: SingleByteEncoding): Decoder {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return {
    decode: (bytes) => {
      try {
        return good(decoder.decode(bytes));
      } catch {
        const bad = bytes.findIndex((byte) => byte >= 0x80 && !isDefined(decoder, byte));
        return { text: decoder.decode(bytes.subarray(0, bad)), badByte: bytes[bad] ?? null };
      }
    },
    end: () => good(""),
  };
}

function isDefined(decoder: { decode: (bytes: Uint8Array) => string }, byte: number): boolean {
  try {
    decoder.decode(Uint8Array.of(byte));
    return true;
  } catch {
    return false;
  }
}

// A TextDecoder that streams is several times slower in Node than one that does not, so the cut character is carried here.
function createUtf8Decoder(): Decoder {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let carried = new Uint8Array(0);
  return {
    decode: (piece) => {
      const bytes = carried.length === 0 ? piece : concatenated(carried, piece);
      const end = bytes.length - incompleteTail(bytes);
      carried = bytes.slice(end);
      const whole = bytes.subarray(0, end);
      try {
        return good(decoder.decode(whole));
      } catch {
        const bad = firstInvalidUtf8(whole);
        return { text: decoder.decode(whole.subarray(0, bad)), badByte: whole[bad] ?? null };
      }
    },
    end: () => ({ text: "", badByte: carried[0] ?? null }),
  };
}

// By hand, because a TextDecoder would turn half a surrogate pair into U+FFFD where a row's problem is wanted.
function createUtf16Decoder(low: number, high: number): Decoder {
  let carried = new Uint8Array(0);
  return {
    decode: (piece) => {
      const bytes = carried.length === 0 ? piece : concatenated(carried, piece);
      const units = new Uint16Array(bytes.length >> 1);
      for (let i = 0; i < units.length; i++)
        units[i] = (bytes[2 * i + low] ?? 0) | ((bytes[2 * i + high] ?? 0) << 8);
      carried = bytes.slice(units.length * 2);
      return good(unitsText(units));
    },
    end: () => ({ text: "", badByte: carried[0] ?? null }),
  };
}

function good(text: string): Decoded {
  return { text, badByte: null };
}

function concatenated(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
