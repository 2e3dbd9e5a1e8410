/**
 * Judges the fields of an account that a form or a command gives: trimmed, measured, in words. Lengths are those of
 * PRODUCT.md ("Lengths"). Knows no database.
 */
import { addressKey, nameKey } from "@rollcall/importer";

export const fieldLengths = {
  name: 200,
  description: 2000,
  attribute: 2000,
  phone: 64,
  address: 254,
  note: 100,
} as const;

/** Null when the name may be used. */
export function fullNameFault(name: string): string | null {
  if (name.trim() === "") return "Give a name.";
  return lineFault(name, fieldLengths.name);
}

/** Null when the text fits and holds no control character: names and phone numbers end up in mail headers. */
export function lineFault(text: string, most: number): string | null {
  if (characters(text) > most) return `This is too long: ${most.toLocaleString("en")} characters at most.`;
  return /[\p{Cc}\p{Cs}]/u.test(text)
    ? "This holds a character that cannot be typed or shown. Type it again."
    : null;
}

/** As `lineFault`, for texts of several lines. */
export function textFault(text: string, most: number): string | null {
  return lineFault(text.replace(/[\n\r\t]/g, " "), most);
}

/** Null when it is a mail address. */
export function addressFault(text: string): string | null {
  return addressKey(text) === null ? "This is not a valid mail address." : null;
}

/** Trimmed; null for nothing. */
export function tidy(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

/** Names of groups or departments without blanks around, without empty ones, each key once. */
export function distinctNames(names: readonly string[]): { name: string; nameKey: string }[] {
  const byKey = new Map<string, { name: string; nameKey: string }>();
  for (const text of names) {
    const name = text.trim().replace(/\s+/gu, " ");
    const key = nameKey(name);
    if (key !== "" && !byKey.has(key)) byKey.set(key, { name, nameKey: key });
  }
  return [...byKey.values()];
}

/** For what is looked for: the database takes neither NUL nor half a letter, and nobody searches for a bell. */
export function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, " ");
}

function characters(text: string): number {
  return Array.from(text).length;
}
