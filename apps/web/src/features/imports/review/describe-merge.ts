/** What a corrected file that came back did, in one line. Pure. */
import { countOf } from "../../pieces/words";
import type { Merged } from "./send-corrections";

/** "hr.csv: 57 rows corrected. 55 are well now, 6 still need attention." */
export function describeMerge(result: Merged, before: number, name: string): string {
  const left = result.record.summary?.problem ?? 0;
  const both = result.bothChanged.rows;
  if (result.affected === 0)
    return both === 0
      ? `${name} changes no row of this import.`
      : `${name}: nothing changed. ${countOf(both, "row")} ${both === 1 ? "was" : "were"} corrected here meanwhile.`;
  // Some of them may be well because somebody else corrected them meanwhile.
  const well = Math.min(result.affected, Math.max(0, before - left));
  const rest =
    left === 0
      ? "no row needs attention"
      : `${countOf(left, "row")} still ${left === 1 ? "needs" : "need"} attention`;
  return `${name}: ${countOf(result.affected, "row")} corrected. ${well === 0 ? capital(rest) : `${countOf(well, "row")} ${well === 1 ? "is" : "are"} well now, ${rest}`}.${both === 0 ? "" : ` ${countOf(both, "row")} corrected here meanwhile ${both === 1 ? "stays" : "stay"}.`}`;
}

/** What became of the rows of the file that nobody else had corrected; beside those that somebody had. */
export function describeRest({ affected }: Pick<Merged, "affected">, name: string): string {
  if (affected === 0) return `Nothing else in ${name} is new.`;
  return `${countOf(affected, "other row")} of ${name} ${affected === 1 ? "is" : "are"} merged.`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
