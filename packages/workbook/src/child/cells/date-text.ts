// Serial numbers of spreadsheets as ISO dates. It knows both calendars of Excel and nothing of time zones: a serial has none.

const secondsPerDay = 86_400;
/** 9999-12-31, the last day a spreadsheet knows, in the 1900 system. */
const lastDay = 2_958_465;
const days1904 = 1462;

/** Which parts of a serial its number format shows. */
export type DateParts = "date" | "time" | "elapsed";

/**
 * `YYYY-MM-DD`, with ` HH:MM:SS` when it has a time; the time alone for a time of day or a duration.
 * Day 60 of the 1900 system is the 29 February 1900 that never was, as Excel shows it. Null for what is no date.
 */
export function dateText(serial: number, parts: DateParts, date1904: boolean): string | null {
  if (!(serial >= 0) || serial > lastDay + 1) return null;
  const total = Math.round(serial * secondsPerDay);
  if (parts === "elapsed") return clock(total);
  const seconds = total % secondsPerDay;
  const day = (total - seconds) / secondsPerDay;
  if (day === 0 && (parts === "time" || !date1904)) return clock(seconds);
  const date = dayText(date1904 ? day + days1904 : day);
  if (date === null) return null;
  return seconds === 0 ? date : `${date} ${clock(seconds)}`;
}

// Columns of dates repeat the same few thousand days.
const known = new Map<number, string>();
const mostKnown = 10_000;

function dayText(day: number): string | null {
  const text = known.get(day) ?? isoDay(day);
  if (text !== null && known.size < mostKnown) known.set(day, text);
  return text;
}

function isoDay(day: number): string | null {
  if (day > lastDay) return null;
  if (day === 60) return "1900-02-29";
  const sinceEpoch = day < 60 ? day - 25_568 : day - 25_569;
  return new Date(sinceEpoch * secondsPerDay * 1000).toISOString().slice(0, 10);
}

/** `HH:MM:SS`, the hours going on beyond 24. */
export function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** An ISO date of the file itself (ODS, `t="d"` of XLSX) in the same form; null when it is none. */
export function isoDateText(iso: string): string | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/u.exec(
      iso,
    );
  if (match === null) return null;
  const [, day = "", hours = "0", minutes = "0", seconds = "0", fraction = "0"] = match;
  const exact = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`);
  const rounded = Math.min(Math.round(exact), secondsPerDay - 1);
  return rounded === 0 ? day : `${day} ${clock(rounded)}`;
}
