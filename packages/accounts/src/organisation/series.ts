/** Turns counts by day into series without gaps. Pure. */
import type { StoredMessageState } from "@rollcall/db";
import type { AccountsPoint, MailPoint } from "./types";

type Source = "MANUAL" | "IMPORTED" | "DIRECTORY";

/** So many days, oldest first, the last one being `today`; YYYY-MM-DD, UTC. */
export function daysUntil(today: string, days: number): string[] {
  const end = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: days }, (_, index) =>
    new Date(end - (days - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** How many of today's accounts existed at the end of each day: all of them, less those made later. */
export function accountsOverTime(
  days: readonly string[],
  now: readonly { source: Source; count: number }[],
  made: readonly { day: string; source: Source; count: number }[],
): AccountsPoint[] {
  const left = { MANUAL: 0, IMPORTED: 0, DIRECTORY: 0 };
  for (const { source, count } of now) left[source] += count;
  const madeOn = new Map<string, { source: Source; count: number }[]>();
  for (const row of made) madeOn.set(row.day, [...(madeOn.get(row.day) ?? []), row]);
  const points: AccountsPoint[] = [];
  for (const day of [...days].reverse()) {
    points.push({ day, manual: left.MANUAL, imported: left.IMPORTED, directory: left.DIRECTORY });
    for (const { source, count } of madeOn.get(day) ?? []) left[source] -= count;
  }
  return points.reverse();
}

const groups = {
  SENT: "sent",
  QUEUED: "waiting",
  RETRYING: "waiting",
  FAILED: "failed",
  UNKNOWN: "failed",
  CANCELLED: "failed",
} as const satisfies Record<StoredMessageState, Exclude<keyof MailPoint, "day">>;

/** Every day has a point, also those without mail. */
export function mailByDay(
  days: readonly string[],
  mail: readonly { day: string; state: StoredMessageState; count: number }[],
): MailPoint[] {
  const points = new Map(
    days.map((day): [string, MailPoint] => [day, { day, sent: 0, waiting: 0, failed: 0 }]),
  );
  for (const { day, state, count } of mail) {
    const point = points.get(day);
    if (point !== undefined) point[groups[state]] += count;
  }
  return [...points.values()];
}
