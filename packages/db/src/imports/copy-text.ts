/**
 * Writes PostgreSQL's COPY text format: one line a row, tab between columns, \N for null. Knows nothing of imports.
 * PostgreSQL cannot hold U+0000 in text, so it is stored as its picture (U+2400); whoever reads rows has reported it by then.
 */
import { jsonText } from "./json-text";

const special = /[\\\t\n\r\0]/;
const everySpecial = /[\\\t\n\r\0]/g;
const arraySpecial = /["\\\t\n\r\0]/;
const picture: Record<string, string> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\0": "\u2400",
};

export function copyText(value: string | null): string {
  if (value === null) return "\\N";
  // the ordinary case is that there is nothing to escape
  return special.test(value) ? value.replace(everySpecial, (found) => picture[found] ?? found) : value;
}

export function copyBoolean(value: boolean | null): string {
  return value === null ? "\\N" : value ? "t" : "f";
}

export function copyBytes(value: Buffer | null): string {
  return value === null ? "\\N" : `\\\\x${value.toString("hex")}`;
}

export function copyJson(value: unknown): string {
  return value === null ? "\\N" : copyText(jsonText(value));
}

/** A one-dimensional text[]. */
export function copyArray(values: readonly string[] | null): string {
  if (values === null) return "\\N";
  let literal = "{";
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? "";
    literal += index === 0 ? '"' : ',"';
    // Escaped twice: for the array's text, and that for COPY. Nothing else in an array's text needs the second.
    literal += arraySpecial.test(value) ? copyText(value.replace(/["\\]/g, "\\$&")) : value;
    literal += '"';
  }
  return `${literal}}`;
}
