/**
 * The figures of the overview as points of a chart: which days are labelled, and how. Pure. Days are UTC days, as the
 * server counted them.
 */
import type { AccountsPoint, MailPoint } from "@rollcall/accounts";
import type { ChartPoint } from "@rollcall/ui/charts";

const DAY = 24 * 60 * 60 * 1000;

export function accountPoints(points: readonly AccountsPoint[], locale: string | undefined): ChartPoint[] {
  const label = tickWriter(
    points.map((point) => point.day),
    locale,
  );
  const weekly = isWeekly(points.map((point) => point.day));
  return points.map(({ day, directory, imported, manual }, index) => ({
    x: day,
    tick: label(index),
    title: weekly ? `Week to ${longDay(day, locale)}` : longDay(day, locale),
    values: { directory, manual, imported },
  }));
}

export function mailPoints(points: readonly MailPoint[], locale: string | undefined): ChartPoint[] {
  const days = points.map((point) => point.day);
  const label = tickWriter(days, locale);
  const weekly = isWeekly(days);
  return points.map(({ day, sent, waiting, failed }, index) => ({
    x: day,
    tick: label(index),
    title: weekly ? `Week to ${longDay(day, locale)}` : longDay(day, locale),
    values: { sent, waiting, failed },
  }));
}

/** More days than bars have room for are added up by weeks, counted back from the last day. */
export function byWeek(points: readonly MailPoint[]): MailPoint[] {
  if (points.length <= 120) return [...points];
  const weeks: MailPoint[] = [];
  for (let end = points.length; end > 0; end -= 7) {
    const days = points.slice(Math.max(0, end - 7), end);
    const sum = (key: "sent" | "waiting" | "failed") => days.reduce((total, day) => total + day[key], 0);
    const last = days.at(-1);
    if (last !== undefined) {
      weeks.unshift({ day: last.day, sent: sum("sent"), waiting: sum("waiting"), failed: sum("failed") });
    }
  }
  return weeks;
}

export function longDay(day: string, locale: string | undefined): string {
  return format(day, locale, { day: "numeric", month: "long", year: "numeric" });
}

export function isWeekly(days: readonly string[]): boolean {
  const [first, second] = days;
  return first !== undefined && second !== undefined && Date.parse(second) - Date.parse(first) > 3 * DAY;
}

/**
 * Over more than four months the first point of each month is labelled with its name, else about five days are, the last
 * one among them.
 */
export function tickWriter(
  days: readonly string[],
  locale: string | undefined,
): (index: number) => string | undefined {
  const first = days[0];
  const last = days.at(-1);
  const span = first === undefined || last === undefined ? 0 : (Date.parse(last) - Date.parse(first)) / DAY;
  if (span > 120) {
    return (index) => {
      const day = days[index];
      const before = days[index - 1];
      if (day === undefined || before === undefined || day.slice(0, 7) === before.slice(0, 7))
        return undefined;
      return format(day, locale, { month: "short" });
    };
  }
  const step = Math.max(1, Math.ceil(days.length / 5));
  return (index) => {
    const day = days[index];
    if (day === undefined || (days.length - 1 - index) % step !== 0) return undefined;
    return format(day, locale, { day: "numeric", month: "short" });
  };
}

function format(day: string, locale: string | undefined, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );
}
