// Decoding: each encoding, cut anywhere, and the first byte that is not of it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EncodingId } from "../model/recognition";
import { cutAt, latin1, utf16, utf8 } from "../testing/bytes";
import { createDecoder } from "./decoder";
import { firstInvalidUtf8 } from "./utf8";

function decode(
  encoding: EncodingId,
  pieces: Uint8Array[],
  skip = 0,
): { text: string; badByte: number | null } {
  const decoder = createDecoder(encoding, skip);
  let text = "";
  for (const piece of pieces) {
    const decoded = decoder.decode(piece);
    text += decoded.text;
    if (decoded.badByte !== null) return { text, badByte: decoded.badByte };
  }
  return { text, badByte: decoder.end().badByte };
}

const anyText = fc.string({ unit: "binary" });

describe("createDecoder", () => {
  it.each<[EncodingId, (text: string) => Uint8Array]>([
    ["utf-8", utf8],
    ["utf-16le", (text) => utf16(text, "le", false)],
    ["utf-16be", (text) => utf16(text, "be", false)],
  ])("reads %s, cut anywhere", (encoding, encode) => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(), { maxLength: 8 }), (text, cuts) => {
        expect(decode(encoding, cutAt(encode(text), cuts))).toEqual({ text, badByte: null });
      }),
    );
  });

  it("reads all of Windows-1252 as the Encoding standard does", () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i);
    const { text } = decode("windows-1252", [all]);
    expect(text.slice(0x80, 0xa0)).toBe("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ");
    expect(text.slice(0, 0x80) + text.slice(0xa0)).toBe(
      Array.from(
        all.filter((i) => i < 0x80 || i >= 0xa0),
        (i) => String.fromCharCode(i),
      ).join(""),
    );
  });

  it("leaves the byte order mark out, cut or not", () => {
    expect(decode("utf-8", [utf8("\uFEFFa")], 3).text).toBe("a");
    expect(decode("utf-8", cutAt(utf8("\uFEFFa"), [1, 2]), 3).text).toBe("a");
    expect(decode("utf-16le", cutAt(utf16("a", "le"), [1]), 2).text).toBe("a");
  });

  it("keeps halves of surrogate pairs of UTF-16, for the row to be told", () => {
    expect(decode("utf-16le", [utf16("a\ud800b", "le", false)]).text).toBe("a\ud800b");
  });

  it.each([
    ["a £ of Windows-1252", latin1("ab\u00a3c"), "ab", 0xa3],
    ["a character cut off at the end", utf8("ab€").subarray(0, 4), "ab", 0xe2],
    ["an overlong slash", latin1("a\u00c0\u00af"), "a", 0xc0],
    ["half a surrogate pair in UTF-8", latin1("a\u00ed\u00a0\u0080"), "a", 0xed],
    ["a code point above U+10FFFF", latin1("a\u00f4\u0090\u0080\u0080"), "a", 0xf4],
    ["a lone continuation byte", latin1("a\u0080"), "a", 0x80],
  ])("stops at %s, cut anywhere", (_, bytes, text, badByte) => {
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(decode("utf-8", cutAt(bytes, [cut]))).toEqual({ text, badByte });
  });

  it("tells of half a unit at the end of UTF-16", () => {
    expect(decode("utf-16be", [Uint8Array.of(0, 65, 0)])).toEqual({ text: "A", badByte: 0 });
  });
});

describe("firstInvalidUtf8", () => {
  it("agrees with the engine's own decoder on any bytes", () => {
    const fatal = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    const bytes = fc.array(
      fc.constantFrom(0x41, 0x80, 0x9f, 0xa0, 0xbf, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xff),
    );
    fc.assert(
      fc.property(bytes, (values) => {
        const all = Uint8Array.from(values);
        const at = firstInvalidUtf8(all);
        if (at < 0) expect(() => fatal.decode(all)).not.toThrow();
        else {
          expect(() => fatal.decode(all)).toThrow();
          expect(() => fatal.decode(all.subarray(0, at))).not.toThrow();
        }
      }),
      { numRuns: 5000 },
    );
  });
});
