import { describe, expect, it } from "vitest";
import { byWeek, isWeekly, tickWriter } from "./chart-points";

function daysFrom(first: string, count: number, step: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(first) + index * step * 86_400_000).toISOString().slice(0, 10),
  );
}

function ticks(days: string[]): string[] {
  const write = tickWriter(days, "en-GB");
  return days.flatMap((_, index) => write(index) ?? []);
}

describe("tickWriter", () => {
  it("names the months of a year", () => {
    const months = ticks(daysFrom("2025-11-24", 53, 7));
    expect(months[0]).toBe("Dec");
    expect(months).toHaveLength(12);
  });

  it("names a few days of a month, the last among them", () => {
    const days = ticks(daysFrom("2026-10-24", 30, 1));
    expect(days.length).toBeLessThanOrEqual(6);
    expect(days.at(-1)).toBe("22 Nov");
  });

  it("bears a single day, and none", () => {
    expect(ticks(["2026-11-22"])).toEqual(["22 Nov"]);
    expect(ticks([])).toEqual([]);
  });
});

describe("isWeekly", () => {
  it.each([
    [daysFrom("2026-01-01", 3, 7), true],
    [daysFrom("2026-01-01", 3, 1), false],
    [[], false],
  ])("%s", (days, weekly) => {
    expect(isWeekly(days)).toBe(weekly);
  });
});

describe("byWeek", () => {
  const points = (count: number) =>
    daysFrom("2025-11-23", count, 1).map((day) => ({ day, sent: 1, waiting: 0, failed: 2 }));

  it("leaves what has room as it is", () => {
    expect(byWeek(points(90))).toEqual(points(90));
  });

  it("adds up a year by weeks and loses no mail", () => {
    const weeks = byWeek(points(365));
    expect(weeks).toHaveLength(53);
    expect(weeks.at(-1)).toEqual({ day: "2026-11-22", sent: 7, waiting: 0, failed: 14 });
    expect(weeks.reduce((sum, week) => sum + week.sent, 0)).toBe(365);
  });
});
