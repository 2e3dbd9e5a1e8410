import { describe, expect, it } from "vitest";
import { auditFilter, auditQuery, dayOf, startOfDay } from "./audit-query";

describe("startOfDay", () => {
  it.each([
    ["UTC", "2026-11-22", "2026-11-22T00:00:00.000Z"],
    ["Europe/Oslo", "2026-11-22", "2026-11-21T23:00:00.000Z"],
    ["America/New_York", "2026-11-22", "2026-11-22T05:00:00.000Z"],
    ["Asia/Kathmandu", "2026-11-22", "2026-11-21T18:15:00.000Z"],
    // The clocks went forward at 02:00 that day, and back at 03:00: midnight still had the old offset.
    ["Europe/Oslo", "2026-03-29", "2026-03-28T23:00:00.000Z"],
    ["Europe/Oslo", "2026-10-25", "2026-10-24T22:00:00.000Z"],
  ])("in %s, %s begins at %s", (zone, day, moment) => {
    expect(startOfDay(day, zone).toISOString()).toBe(moment);
  });
});

describe("dayOf", () => {
  it.each([
    ["2026-11-22", "2026-11-22"],
    ["2026-02-30", null],
    ["22.11.2026", null],
    ["", null],
    [null, null],
  ])("%s is %s", (value, day) => {
    expect(dayOf(value)).toBe(day);
  });
});

describe("auditQuery", () => {
  it("keeps a filter on the way there and back", () => {
    const text = "actor=4&action=account.deleted&about=account&id=12&import=3&from=2026-01-01&to=2026-01-31";
    expect(auditQuery.write(auditQuery.parse(new URLSearchParams(text))).toString()).toBe(text);
  });

  it("drops what it does not understand", () => {
    const text = "actor=anna&action=DROP&about=nothing&id=x&from=yesterday";
    expect(auditQuery.write(auditQuery.parse(new URLSearchParams(text))).toString()).toBe("");
  });

  it("includes the last day whole", () => {
    const query = auditQuery.parse(new URLSearchParams("from=2026-11-01&to=2026-11-01"));
    expect(auditFilter(query, "UTC")).toEqual({
      from: new Date("2026-11-01T00:00:00Z"),
      to: new Date("2026-11-02T00:00:00Z"),
    });
  });
});
