import { describe, expect, test } from "vitest";
import {
  counted,
  describeBytes,
  describeDuration,
  describeLeft,
  describeTimeLeft,
  listNames,
  seeWhom,
} from "./phrases";

describe("phrases", () => {
  test.each([
    [1, "1 row"],
    [0, "0 rows"],
    [13196, "13,196 rows"],
  ])("%d rows", (count, words) => {
    expect(counted(count, "row", "rows", "en-GB")).toBe(words);
  });

  test.each([
    [1, "1 byte"],
    [812, "812 bytes"],
    [1024, "1 KB"],
    [65_536, "64 KB"],
    [1_468_006, "1.4 MB"],
    [1024 ** 2 - 1, "1 MB"],
    [1024 ** 3, "1 GB"],
    [700 * 1024 ** 2, "700 MB"],
  ])("%d bytes", (bytes, words) => {
    expect(describeBytes(bytes, "en-GB")).toBe(words);
  });

  test.each<[number | null, string]>([
    [null, ""],
    [0, "1 s left"],
    [8.2, "9 s left"],
    [61, "2 min left"],
  ])("left, short: %s", (seconds, words) => {
    expect(describeLeft(seconds)).toBe(words);
  });

  test.each([
    [0.3, "Almost done"],
    [9.4, "About 9 seconds left"],
    [33, "About 35 seconds left"],
    [58, "About a minute left"],
    [200, "About 3 minutes left"],
    [10_000, "About 3 hours left"],
  ])("left, long: %d", (seconds, words) => {
    expect(describeTimeLeft(seconds)).toBe(words);
  });

  test.each([
    [180, "0.2 s"],
    [9940, "9.9 s"],
    [31_000, "31 seconds"],
    [120_000, "2 min"],
    [125_400, "2 min 5 s"],
  ])("duration %d", (milliseconds, words) => {
    expect(describeDuration(milliseconds)).toBe(words);
  });

  test.each<[string[], string]>([
    [[], ""],
    [["Yard"], "Yard"],
    [["Customs", "Yard"], "Customs and Yard"],
    [["Forklift", "Night shift", "Terminal 4"], "Forklift, Night shift and Terminal 4"],
    [["A", "B", "C", "D", "E"], "A, B, C and 2 more"],
  ])("names %j", (names, words) => {
    expect(listNames(names)).toBe(words);
  });

  test("a link to one person says no them", () => {
    expect([1, 2, 12_361].map(seeWhom)).toEqual(["See who", "See them", "See them"]);
  });
});
