/** Find and replace in one cell: the text as it is written, never a pattern. Pure. */
import type { EditStep } from "./types";

/** Null when the cell does not have it, or comes out as it was. */
export function createReplacer(
  step: Pick<EditStep & { kind: "replace" }, "find" | "replace" | "matchCase" | "wholeCell">,
): (cell: string) => string | null {
  const { find, replace, matchCase, wholeCell } = step;
  const flags = matchCase ? "gu" : "giu";
  const literal = new RegExp(find.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), flags);
  const whole = new RegExp(`^(?:${literal.source})$`, flags);
  return (cell) => {
    const better = wholeCell
      ? cell.trim().replace(find === "" ? /^$/ : whole, () => replace)
      : cell.replace(literal, () => replace);
    return better === (wholeCell ? cell.trim() : cell) ? null : better;
  };
}
