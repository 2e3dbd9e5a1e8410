/**
 * Turns foreign text (names, file names, dates, addresses of pages) into words that are safe to print in a mail: one line,
 * no control characters, nothing a mail program would turn into a link. It knows no template and escapes nothing: React does.
 */

/** A mail was asked for with data it cannot be made of (a link that is no web address, a date that is none). A defect of the caller. */
export class MailDataError extends Error {
  override name = "MailDataError";
}

const LINE_BREAKS_AND_CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
/** characters that turn the reading direction around, and the byte order mark: they let a name pose as other words */
const DIRECTION = /[\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** invisible, and enough to stop mail programs from seeing an address */
const BREAK = "\u200C";

/**
 * Text as one line: control characters (CR and LF too) and runs of white space become one space, direction marks go,
 * and what is longer than `max` characters ends in an ellipsis. For subjects; for the body see `nameWords`.
 */
export function lineWords(text: string, max = 200): string {
  const line = text
    .replace(LINE_BREAKS_AND_CONTROLS, " ")
    .replace(DIRECTION, "")
    .replace(LONE_SURROGATE, "\uFFFD")
    .replace(/\s+/gu, " ")
    .trim();
  if (line.length <= max) return line;
  const characters = Array.from(line);
  return characters.length <= max ? line : `${characters.slice(0, max - 1).join("")}…`;
}

/** `lineWords`, and mail programs will not make a link of it: "https://evil.example" in a name stays dead text. */
export function nameWords(text: string, max = 200): string {
  return lineWords(text, max)
    .replace(/:\/\//gu, `:${BREAK}//`)
    .replace(/(?<=[\p{L}\p{N}])([.．。])(?=[\p{L}\p{N}])/gu, `$1${BREAK}`);
}

/** The address of a page, checked: http or https, without user name and password. Throws MailDataError. */
export function linkWords(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (
    parsed === null ||
    !/^https?:$/.test(parsed.protocol) ||
    parsed.username !== "" ||
    parsed.password !== ""
  ) {
    throw new MailDataError("A link in a mail must be an http or https address without credentials.");
  }
  return parsed.href;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
    timeZoneName: "short",
  });
  formatters.set(timeZone, made);
  return made;
}

/** An instant in words with its zone, for example "Sunday 6 December 2026, 14:12 UTC". Throws MailDataError for no date or no such zone. */
export function dateWords(date: Date, timeZone: string | null | undefined): string {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  try {
    for (const part of formatterOf(timeZone ?? "UTC").formatToParts(date)) parts[part.type] = part.value;
  } catch {
    throw new MailDataError("A mail was given a date or a time zone that does not exist.");
  }
  const { weekday = "", day = "", month = "", year = "", hour = "", minute = "", timeZoneName = "" } = parts;
  return `${weekday} ${day} ${month} ${year}, ${hour}:${minute} ${timeZoneName}`;
}

const grouped = new Intl.NumberFormat("en-GB");

/** A whole number with its digits grouped: "12,361". */
export function numberWords(count: number): string {
  return grouped.format(count);
}

/** A number and its noun: "1 account", "12,361 accounts". */
export function countWords(count: number, one: string, many: string): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`;
}
