// What the cells of a column are by their content alone: addresses, phone numbers, yes and no, names. It knows no header.
import { addressKey } from "../address/address-key";
import { yesOrNo } from "../checks/yes-or-no";

/** The kinds of content that can be told. */
export type ContentKind = "addresses" | "phones" | "switches" | "names";

/** What nearly all filled cells are. */
export interface Content {
  kind: ContentKind;
  /** Of how many filled cells how many are of the kind. */
  count: number;
  filled: number;
}

const phone = /^\+?[\d\s()./-]{6,24}$/u;
const person = /^\p{Lu}[\p{L}\p{M}’'.-]*(?:[ \u00a0]\p{L}[\p{L}\p{M}’'.-]*){1,4}$/u;
const enough = 0.9;

/** The kind of the cells; null when they are of none, or empty. */
export function sniffColumn(cells: readonly string[]): Content | null {
  const texts = cells.map((cell) => cell.trim()).filter((text) => text !== "");
  if (texts.length === 0) return null;
  const of = (kind: ContentKind, is: (text: string) => boolean): Content | null => {
    const count = texts.filter(is).length;
    return count / texts.length >= enough ? { kind, count, filled: texts.length } : null;
  };
  return (
    of("addresses", (text) => addressKey(text) !== null) ??
    of("switches", isSwitch) ??
    of("phones", isPhone) ??
    of("names", (text) => text.length <= 80 && person.test(text))
  );
}

// One or nought alone could be anything.
function isSwitch(text: string): boolean {
  return !/^[\dx✓✔✗-]$/iu.test(text) && yesOrNo(text.toLowerCase()) !== null;
}

// A number of seven digits or more that is written as people write phone numbers; plain digits are rather an identifier.
function isPhone(text: string): boolean {
  return phone.test(text) && text.replace(/\D/gu, "").length >= 7 && /^[+0(]|[\s()/]/u.test(text);
}
