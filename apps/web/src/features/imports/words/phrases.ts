/**
 * Sizes, durations and counts as people say them. Pure; the words are English, the figures in the reader's locale.
 */
import { formatNumber } from "@rollcall/ui";

/** "1 row", "13,196 rows". */
export function counted(count: number, one: string, many: string, locale?: string): string {
  return `${formatNumber(count, locale)} ${count === 1 ? one : many}`;
}

/** "812 bytes", "64 KB", "1.4 MB": powers of 1,024, as file managers say it. */
export function describeBytes(bytes: number, locale?: string): string {
  if (bytes < 1024) return counted(bytes, "byte", "bytes", locale);
  const units = ["KB", "MB", "GB", "TB"];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${formatNumber(value, locale, value < 10 && unit > 0 ? 1 : 0)} ${units[unit] ?? "TB"}`;
}

/** The short form, under a bar: "1 s left", "4 min left". */
export function describeLeft(seconds: number | null): string {
  if (seconds === null) return "";
  return seconds < 60 ? `${Math.max(1, Math.ceil(seconds))} s left` : `${Math.ceil(seconds / 60)} min left`;
}

/** The long form, as a heading: "About 9 seconds left". Rounded so that it does not twitch. */
export function describeTimeLeft(seconds: number): string {
  if (seconds < 1.5) return "Almost done";
  if (seconds < 20) return `About ${Math.round(seconds)} seconds left`;
  if (seconds < 55) return `About ${Math.round(seconds / 5) * 5} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return "About a minute left";
  if (minutes < 90) return `About ${minutes} minutes left`;
  return `About ${Math.round(minutes / 60)} hours left`;
}

/** How long something took: "0.2 s", "31 seconds", "2 min 5 s". */
export function describeDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${formatNumber(seconds, "en", 1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} seconds`;
  const whole = Math.round(seconds);
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} min` : `${Math.floor(whole / 60)} min ${rest} s`;
}

/** "Forklift, Night shift and Terminal 4"; at most `limit` names, then how many more. */
export function listNames(names: readonly string[], limit = 3): string {
  if (names.length > limit) return `${names.slice(0, limit).join(", ")} and ${names.length - limit} more`;
  const last = names.at(-1);
  return names.length < 2 || last === undefined
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** What a link to people says: to one person it says no "them". */
export function seeWhom(count: number): string {
  return count === 1 ? "See who" : "See them";
}
