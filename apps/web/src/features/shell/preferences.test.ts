import { describe, expect, it } from "vitest";
import { readLocale, readTimeZone } from "./preferences";

describe("readLocale", () => {
  it.each([
    ["the first language", "nb-NO,nb;q=0.9,en;q=0.5", "nb-NO"],
    ["no language", null, "en-GB"],
    ["anything will do", "*", "en-GB"],
    ["a tag that is none", "not_a_tag!,de", "de"],
  ])("%s", (_what, header, locale) => {
    expect(readLocale(header)).toBe(locale);
  });
});

describe("readTimeZone", () => {
  it.each([
    ["Europe%2FOslo", "Europe/Oslo"],
    ["America/New_York", "America/New_York"],
    ["Mars/Olympus", "UTC"],
    ["%", "UTC"],
    [undefined, "UTC"],
  ])("%s is %s", (value, zone) => {
    expect(readTimeZone(value)).toBe(zone);
  });
});
