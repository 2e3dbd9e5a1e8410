"use client";
// A point in time, said the way one would say it, with the exact time on hover and focus. Keeps itself up to date.
import { useEffect, useState } from "react";

import { classNames } from "./class-names";
import { formatClock, formatDay, formatExact, formatRelative, relativeTick } from "./format-time";
import { useReaderLocale } from "./locale";
import { Tooltip } from "./tooltip";

export interface RelativeTimeProps {
  /** A Date, or the text of one (ISO 8601). */
  value: Date | string;
  /** relative "4 min ago"; day "22 Nov"; date "22 November"; clock "14:12"; moment "22 Nov, 14:12". */
  as?: "relative" | "day" | "date" | "clock" | "moment" | undefined;
  className?: string | undefined;
}

/** A `<time>`. On the server and at first paint it uses the server's idea of now, then the browser's. */
export function RelativeTime({ value, as = "relative", className }: RelativeTimeProps) {
  const format = useReaderLocale();
  const time = typeof value === "string" ? new Date(value) : value;
  const now = useNow(as === "relative" ? time : null);
  if (Number.isNaN(time.getTime())) return null;
  const text = {
    relative: () => formatRelative(time, now, format),
    day: () => formatDay(time, now, format),
    date: () => formatDay(time, now, format, true),
    clock: () => formatClock(time, format),
    moment: () => `${formatDay(time, now, format)}, ${formatClock(time, format)}`,
  }[as]();
  return (
    <Tooltip content={formatExact(time, format)}>
      <time
        dateTime={time.toISOString()}
        suppressHydrationWarning
        className={classNames("tabular whitespace-nowrap", className)}
      >
        {text}
      </time>
    </Tooltip>
  );
}

/** The current time, renewed as often as the words for `time` can change. */
function useNow(time: Date | null): Date {
  const [now, setNow] = useState(() => new Date());
  const stamp = time?.getTime();
  useEffect(() => {
    if (stamp === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const current = new Date();
      setNow(current);
      timer = setTimeout(tick, relativeTick(new Date(stamp), current));
    };
    timer = setTimeout(tick, relativeTick(new Date(stamp), new Date()));
    return () => clearTimeout(timer);
  }, [stamp]);
  return now;
}
