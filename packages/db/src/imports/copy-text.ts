/**
 * Writes PostgreSQL's COPY text format: one line a row, tab between columns, \N for null. Knows nothing of imports.
 * PostgreSQL cannot hold U+0000 in text, so it is stored as its picture (U+2400); whoever reads rows has reported it by then.
 */
import { jsonText } from "./json-text";

const special = /[\\\t\n\r\0]/g;
const picture: Record<string, string> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\0": "\u2400",
};

export function copyText(value: string | null): string {
  if (value === null) return "\\N";
  // search is cheaper than replace on the ordinary case: nothing to escape
  return value.search(special) === -1 ? value : value.replace(special, (found) => picture[found] ?? found);
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
    if (index > 0) literal += ",";
    literal += `"${(values[index] ?? "").replace(/["\\]/g, "\\$&")}"`;
  }
  return copyText(`${literal}}`);
}
