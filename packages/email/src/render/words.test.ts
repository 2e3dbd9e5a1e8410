import { describe, expect, it } from "vitest";

import { countWords, dateWords, lineWords, linkWords, MailDataError, nameWords } from "./words";

describe("one line", () => {
  it.each([
    ["as it is", "Maren Østby", "Maren Østby"],
    ["a header that is none", "Bob\r\nBcc: x@y", "Bob Bcc: x@y"],
    ["every control character", "a\u0000b\u0007c\u001Bd\u007Fe\u0085f", "a b c d e f"],
    ["Unicode's own line breaks", "a\u2028b\u2029c", "a b c"],
    ["text that would turn the line around", "\u202Egpj.exe\u2066 x\u2069", "gpj.exe x"],
    ["a byte order mark", "\uFEFFBob", "Bob"],
    ["half a character", "a\uD800b", "a\uFFFDb"],
    ["white space around and between", "  a \t  b\u00A0 c ", "a b c"],
    ["letters of any script", "山田 太郎 عمر Ωμέγα 👩‍👩‍👧", "山田 太郎 عمر Ωμέγα 👩‍👩‍👧"],
    ["nothing", " \r\n ", ""],
  ])("%s", (_why, text, line) => {
    expect(lineWords(text)).toBe(line);
  });

  it("ends in an ellipsis where it would be too long, never in half a character", () => {
    expect(lineWords("abcdef", 6)).toBe("abcdef");
    expect(lineWords("abcdefg", 6)).toBe("abcde…");
    expect(lineWords("👍".repeat(6), 6)).toBe("👍".repeat(6));
    expect(lineWords("👍".repeat(7), 6)).toBe(`${"👍".repeat(5)}…`);
  });
});

describe("a name that mail programs leave alone", () => {
  it.each([
    ["https://evil.example/x", "https:\u200C//evil.\u200Cexample/x"],
    ["www.evil.example", "www.\u200Cevil.\u200Cexample"],
    ["evil.com", "evil.\u200Ccom"],
    ["bob@evil.com", "bob@evil.\u200Ccom"],
    ["staff.csv", "staff.\u200Ccsv"],
    ["Dr. J. R. Lie", "Dr. J. R. Lie"],
    ["Halden Moor A/S", "Halden Moor A/S"],
    ["{{secret}} <img src=x onerror=alert(1)>", "{{secret}} <img src=x onerror=alert(1)>"],
  ])("%s", (name, words) => {
    expect(nameWords(name)).toBe(words);
  });
});

describe("a link", () => {
  it.each([
    ["https://a.example/p/x?y=1&z=2#t", "https://a.example/p/x?y=1&z=2#t"],
    ["http://localhost:3000/p/x", "http://localhost:3000/p/x"],
    ['https://a.example/"><b>', "https://a.example/%22%3E%3Cb%3E"],
  ])("%s", (url, words) => {
    expect(linkWords(url)).toBe(words);
  });

  it.each([
    "",
    "/p/x",
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://a.example",
    "https://me:pw@a.example/",
  ])("is not %j", (url) => {
    expect(() => linkWords(url)).toThrow(MailDataError);
  });
});

describe("dates and numbers", () => {
  const noon = new Date("2026-12-06T14:12:59Z");
  it.each([
    [undefined, "Sunday 6 December 2026, 14:12 UTC"],
    [null, "Sunday 6 December 2026, 14:12 UTC"],
    ["Europe/Oslo", "Sunday 6 December 2026, 15:12 CET"],
    ["Pacific/Auckland", "Monday 7 December 2026, 03:12 GMT+13"],
  ])("in %s", (timeZone, words) => {
    expect(dateWords(noon, timeZone)).toBe(words);
  });

  it("midnight is 00:00", () => {
    expect(dateWords(new Date("2026-01-01T00:00:00Z"), null)).toBe("Thursday 1 January 2026, 00:00 UTC");
  });

  it("refuses what does not exist", () => {
    expect(() => dateWords(new Date("never"), null)).toThrow(MailDataError);
    expect(() => dateWords(noon, "Mars/Olympus")).toThrow(MailDataError);
  });

  it.each([
    [0, "0 accounts"],
    [1, "1 account"],
    [12_361, "12,361 accounts"],
  ])("%i", (count, words) => {
    expect(countWords(count, "account", "accounts")).toBe(words);
  });
});
