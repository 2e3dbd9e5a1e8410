// The problem of a byte that is not of the encoding, and the encoding that may be meant instead.
import { makeProblem, type Problem } from "../model/problem";
import type { EncodingId } from "../model/recognition";
import { windows1252Text } from "./windows-1252";

/** `file.encoding` at a line. Only UTF-8 has an alternative to offer: Windows-1252, what older programs save. */
export function refuseEncoding(encoding: EncodingId, byte: number, line: number): Problem {
  const offer = encoding === "utf-8" ? "windows-1252" : "";
  const character = offer === "" ? "" : windows1252Text(Uint8Array.of(byte));
  const params = {
    encoding,
    byte: `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    character: /[\p{L}\p{S}\p{P}]/u.test(character) ? character : "",
    offer,
  };
  return makeProblem("file.encoding", params, { line });
}
