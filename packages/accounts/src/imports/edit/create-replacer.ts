/** Find and replace in one cell: the text as it is written, never a pattern. Pure. */
import type { EditStep } from "./types";

/** Characters that a cell may hold after a replacement; as many as may be typed into one. */
const longest = 65_536;

/** Null when the cell does not have it, comes out as it was, or would become longer than a cell may be: it is left then. */
export function createReplacer(
  step: Pick<EditStep & { kind: "replace" }, "find" | "replace" | "matchCase" | "wholeCell">,
): (cell: string) => string | null {
  const { find, replace, matchCase, wholeCell } = step;
  const flags = matchCase ? "gu" : "giu";
  const literal = new RegExp(find.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"), flags);
  const whole = new RegExp(`^(?:${literal.source})$`, flags);
  return (cell) => {
    const most = wholeCell ? 1 : (cell.match(literal)?.length ?? 0);
    if (cell.length + most * replace.length > longest && replace.length > find.length) return null;
    const better = wholeCell
      ? cell.trim().replace(find === "" ? /^$/ : whole, () => replace)
      : cell.replace(literal, () => replace);
    return better === (wholeCell ? cell.trim() : cell) ? null : better;
  };
}
