// Points in time as people say them. Pure: "now" is an argument.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface TimeFormat {
  locale?: string | undefined;
  timeZone?: string | undefined;
}

/** The day and minute in full, for the hover: "22 November 2026 at 14:12:05 CET". */
export function formatExact(time: Date, { locale, timeZone }: TimeFormat = {}): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long", timeZone }).format(time);
}

/** A day: "22 Nov", with the year when it is not this one. `long` writes the month out. */
export function formatDay(
  time: Date,
  now: Date,
  { locale, timeZone }: TimeFormat = {},
  long = false,
): string {
  const sameYear = yearOf(time, timeZone) === yearOf(now, timeZone);
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: long ? "long" : "short",
    ...(sameYear ? {} : { year: "numeric" as const }),
    timeZone,
  }).format(time);
}

/** The minute: "14:12" or "2:12 PM". */
export function formatClock(time: Date, { locale, timeZone }: TimeFormat = {}): string {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(time);
}

/**
 * How far away a time is, in the fewest words: now, 4 min ago, 3 hr ago, yesterday, then the day. Also for what is to
 * come (in 4 min). After six days either way it is the day.
 */
export function formatRelative(time: Date, now: Date, format: TimeFormat = {}): string {
  const distance = time.getTime() - now.getTime();
  const size = Math.abs(distance);
  const words = new Intl.RelativeTimeFormat(format.locale, { numeric: "auto", style: "short" });
  if (size < 45_000) return words.format(0, "second");
  if (size < HOUR) return words.format(round(distance / MINUTE), "minute");
  const days = daysBetween(time, now, format.timeZone);
  if (days === 0) return words.format(round(distance / HOUR), "hour");
  if (Math.abs(days) === 1)
    return size < 6 * HOUR ? words.format(round(distance / HOUR), "hour") : words.format(days, "day");
  if (Math.abs(days) < 7) return words.format(days, "day");
  return formatDay(time, now, format);
}

/** How many milliseconds until `formatRelative` may say something else. */
export function relativeTick(time: Date, now: Date): number {
  const size = Math.abs(time.getTime() - now.getTime());
  if (size < HOUR) return 20_000;
  return size < DAY ? 5 * MINUTE : HOUR;
}

/** Rounds towards zero, but never to it: "1 hr", not "0 hr". */
function round(value: number): number {
  const whole = Math.trunc(value);
  return whole === 0 ? Math.sign(value) : whole;
}

/** Midnights between two times in a zone. */
function daysBetween(time: Date, now: Date, timeZone: string | undefined): number {
  return Math.round((midnight(time, timeZone) - midnight(now, timeZone)) / DAY);
}

function midnight(time: Date, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone,
  }).formatToParts(time);
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value ?? 0);
  return Date.UTC(part("year"), part("month") - 1, part("day"));
}

function yearOf(time: Date, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat("en-US", { year: "numeric", timeZone }).format(time);
}
