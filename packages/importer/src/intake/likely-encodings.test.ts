// What is offered besides Windows-1252, which comes first where both fit.
import { describe, expect, it } from "vitest";
import { likelyEncodings } from "./likely-encodings";

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("likelyEncodings", () => {
  it.each([
    ["a pound sign before a number", latin("a@x.com,\xa350 off,b\n\xa3 1\n"), []],
    ["a degree, a dash and a quote that stand alone", latin("20 \xb0 \x96 \x93"), []],
    ["letters of Western Europe", latin("Jos\xe9 M\xfcller,Zo\xeb"), []],
    ["nothing beyond ASCII", latin("plain"), []],
    ["Polish in Windows-1250", latin("Wa\xb3\xeasa,\xafo\xb3\xe6,\x8cwi\xeatos\xb3aw"), ["windows-1250"]],
  ])("%s", (_, bytes, expected) => {
    expect(likelyEncodings(bytes)).toEqual(expected);
  });
});
