// What was probably meant by a text that is no address. It only ever proposes; the person decides.
import { addressKey } from "./address-key";
import { normaliseAddress } from "./normalise-address";

const quotePairs = ['""', "''", "“”", "„“", "”“", "‘’", "«»", "``"] as const;

/** The text between quotes that stand around all of it, null when there are none. */
export function withoutQuotes(text: string): string | null {
  for (const pair of quotePairs)
    if (text.length > 2 && text.startsWith(pair.charAt(0)) && text.endsWith(pair.charAt(1)))
      return text.slice(1, -1).trim();
  return null;
}

/** The text without any white space. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, "");
}

const repairs: readonly ((text: string) => string)[] = [
  (text) => /<([^<>]+)>\s*$/u.exec(text)?.[1] ?? text,
  (text) => text.replace(/^mailto:/iu, ""),
  (text) => text.replace(/\s*[[({]\s*at\s*[\])}]\s*/iu, "@"),
  (text) => text.replace(/^[\s.,;:<>()[\]"'“”‘’]+/u, "").replace(/[\s.,;:<>()[\]"'“”‘’]+$/u, ""),
  (text) => text.replace(/@[^@]*$/u, (domain) => domain.replaceAll(",", ".").replaceAll(";", ".")),
  (text) =>
    text
      .replace(/\.{2,}/gu, ".")
      .replace(/\.@/u, "@")
      .replace(/@\./u, "@")
      .replace(/@{2,}/u, "@"),
  withoutSpaces,
];

/** The address that the usual slips lead to (a name before it, `mailto:`, a comma for a dot, two dots), or null. */
export function suggestAddress(text: string): string | null {
  // Longer than any slip makes an address: not looked at, so that no input costs much.
  if (text.length > 400) return null;
  let repaired = normaliseAddress(text);
  for (const repair of repairs) {
    repaired = repair(repaired);
    if (addressKey(repaired) !== null) return normaliseAddress(repaired);
  }
  return null;
}
