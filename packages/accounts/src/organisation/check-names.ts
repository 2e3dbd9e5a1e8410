/** Judges names and lists of words of the organisation's things: groups, plans, attributes, policies. Knows no database. */
import { nameKey } from "@rollcall/importer";
import { fieldLengths, lineFault } from "../people/check-fields";

export interface CheckedName {
  /** without blanks around it, blanks inside folded */
  name: string;
  key: string;
  /** in words; null when it may be used */
  fault: string | null;
}

/** At most 200 characters (PRODUCT.md, "Lengths"). */
export function checkName(text: string): CheckedName {
  const name = text.trim().replace(/\s+/gu, " ");
  const key = nameKey(name);
  return { name, key, fault: key === "" ? "Give a name." : lineFault(name, fieldLengths.name) };
}

/** Each line once, trimmed, without empty ones, in the order given; and what is wrong with them. */
export function checkLines(
  texts: readonly string[],
  most: { lines: number; characters: number },
): { lines: string[]; fault: string | null } {
  const byKey = new Map<string, string>();
  for (const text of texts) {
    const line = text.trim().replace(/\s+/gu, " ");
    const key = nameKey(line);
    if (key !== "" && !byKey.has(key)) byKey.set(key, line);
  }
  const lines = [...byKey.values()];
  if (lines.length > most.lines) return { lines, fault: `Give at most ${String(most.lines)}.` };
  const fault = lines.map((line) => lineFault(line, most.characters)).find((found) => found !== null);
  return { lines, fault: fault ?? null };
}
