// Text and attributes of XML: references decoded, nothing else interpreted.
import { corrupt } from "../fault";

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text with its references decoded and its line ends as XML has them. */
export function decodeText(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/gu, "\n") : text;
  return lines.includes("&") ? lines.replace(/&([^;&]{0,32});?/gu, decodeReference) : lines;
}

function decodeReference(whole: string, name: string): string {
  const known = Object.hasOwn(named, name) ? named[name] : undefined;
  if (known !== undefined && whole.endsWith(";")) return known;
  const number = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/u.exec(name);
  const code =
    number === null ? Number.NaN : Number.parseInt(number[1] ?? number[2] ?? "", number[1] ? 16 : 10);
  if (!(code > 0 && code <= 0x10ffff) || !whole.endsWith(";"))
    throw corrupt("a part of it uses an entity that XML does not know");
  return String.fromCodePoint(code);
}

/** The value of the attribute with this local name, decoded; undefined when there is none. */
export function attribute(attributes: string, name: string): string | undefined {
  let at = 0;
  for (;;) {
    const equals = attributes.indexOf("=", at);
    if (equals < 0) return undefined;
    let open = equals + 1;
    while (attributes.charCodeAt(open) <= 0x20) open++;
    const quote = attributes.charCodeAt(open);
    if (quote !== 0x22 && quote !== 0x27) throw corrupt("a part of it is no well-formed XML");
    const close = attributes.indexOf(quote === 0x22 ? '"' : "'", open + 1);
    if (close < 0) throw corrupt("a part of it is no well-formed XML");
    if (isNamed(attributes, at, equals, name)) {
      const value = attributes.slice(open + 1, close);
      return value.includes("&") ? decodeText(value) : value;
    }
    at = close + 1;
  }
}

function isNamed(attributes: string, from: number, to: number, name: string): boolean {
  let end = to;
  while (end > from && attributes.charCodeAt(end - 1) <= 0x20) end--;
  const start = end - name.length;
  if (start < from || !attributes.startsWith(name, start)) return false;
  const before = attributes.charCodeAt(start - 1);
  return start === from || before <= 0x20 || before === 0x3a;
}
