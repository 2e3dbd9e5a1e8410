/** Find and replace in one cell: the text as it is written, never a pattern; é in one piece finds it in two, as the search does. Pure. */
import type { EditStep } from "./types";

/** Characters that a cell may hold after a replacement; as many as may be typed into one. */
export const longestEdited = 65_536;

/** Null when the cell does not have it or comes out as it was; "too-long" when it would become longer than a cell may be. */
export function createReplacer(
  step: Pick<EditStep & { kind: "replace" }, "find" | "replace" | "matchCase" | "wholeCell">,
): (cell: string) => { to: string } | "too-long" | null {
  const { replace, matchCase, wholeCell } = step;
  const find = step.find.normalize("NFC");
  // What is ASCII is the same in every form.
  const isPlain = /^\p{ASCII}*$/u.test(find);
  const flags = matchCase ? "gu" : "giu";
  const literal = new RegExp(find.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), flags);
  const whole = new RegExp(`^(?:${literal.source})$`, flags);
  return (cell) => {
    const sought = wholeCell ? (find === "" ? /^$/ : whole) : literal;
    const text = isPlain ? cell : cell.normalize("NFC");
    const before = wholeCell ? text.trim() : text;
    const places = before.match(sought)?.length ?? 0;
    // looked at first: a thousand long texts in each of a thousand places would not fit into memory
    const isLonger = before.length + places * (replace.length - find.length) > longestEdited;
    if (places > 0 && isLonger && replace.length > find.length) return "too-long";
    if (places === 0) return null;
    const to = before.replace(sought, () => replace);
    return to === before ? null : { to };
  };
}
