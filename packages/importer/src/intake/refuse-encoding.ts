// The problem of a byte that is not of the encoding, and the encodings that may be meant instead.
import { makeProblem, type Problem } from "../model/problem";
import type { EncodingId } from "../model/recognition";
import { likelyEncodings } from "./likely-encodings";
import { windows1252Text } from "./windows-1252";

/**
 * `file.encoding` at a line. Only UTF-8 has something to offer: Windows-1252, what older programs save, and besides, where
 * the letters of `bytes` speak for others, those.
 */
export function refuseEncoding(
  encoding: EncodingId,
  byte: number,
  line: number,
  bytes: Uint8Array | null = null,
): Problem {
  const offer = encoding === "utf-8" ? "windows-1252" : "";
  const character = offer === "" ? "" : windows1252Text(Uint8Array.of(byte));
  const others = offer === "" || bytes === null ? [] : likelyEncodings(bytes);
  const params = {
    encoding,
    byte: `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    character: /[\p{L}\p{S}\p{P}]/u.test(character) ? character : "",
    offer,
    ...(others.length > 0 && { alternatives: others.join(",") }),
  };
  return makeProblem("file.encoding", params, { line });
}
