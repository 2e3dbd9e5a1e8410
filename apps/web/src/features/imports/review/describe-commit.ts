/**
 * What the button at the end of the review says and does: its number, what else happens with the press, what waits, and
 * why it is off. Pure.
 */
import type { ImportRecord } from "@rollcall/accounts";
import { countOf } from "../../pieces/words";
import { isDirectorySpreadsheet } from "../upload/look";

export interface CommitWords {
  label: string;
  /** below the button */
  sentence: string;
  /** why it cannot be pressed; null when it can */
  blocked: string | null;
}

type Planned = Pick<ImportRecord, "summary" | "options" | "stopped" | "objection" | "removals"> & {
  consequences: Pick<NonNullable<ImportRecord["consequences"]>, "grantsHeld"> | null;
};

export function describeCommit(record: Planned & Pick<ImportRecord, "format">): CommitWords {
  const words = commitWords(record);
  // As the console of directories says it (sources/004): the numbers stand above.
  return isDirectorySpreadsheet(record.format?.id) && words.label !== nothing
    ? { ...words, label: "Save" }
    : words;
}

function commitWords(record: Planned): CommitWords {
  const { summary, options, stopped, removals } = record;
  if (summary === null)
    return { label: "Create accounts", sentence: "", blocked: "The rows are still being checked." };
  const { create, update, unchanged, skip, problem } = summary;
  const label = labelOf(create, update);
  if (record.objection !== null)
    return {
      label,
      sentence: "",
      blocked: "Something is not as it was in this preview. Preview it again first.",
    };
  if (stopped !== null) return { label, sentence: "", blocked: stopWords(stopped) };
  if (options.strict && problem > 0) {
    const them = problem === 1 ? "the row that needs" : `the ${countOf(problem, "row")} that need`;
    return {
      label,
      sentence: "",
      blocked: `This import is strict. Correct ${them} attention, or turn strict off.`,
    };
  }
  if (create + update === 0 && problem === 0 && removals > 0)
    return {
      label: `End ${countOf(removals, "membership")}`,
      sentence: "Nobody is created or changed; the file is the member list of the group.",
      blocked: null,
    };
  if (create + update === 0 && problem > 0 && record.consequences?.grantsHeld === problem)
    return { label: "Create accounts", sentence: "", blocked: "The administrators wait for your yes." };
  if (create + update === 0)
    return nothingToDo(problem, options.mode === "create" ? skip : 0, unchanged + skip);
  return { label, sentence: waiting(problem), blocked: null };
}

/** Both numbers, as the guard asks for them together; what is longer does not fit a button. */
const longestLabel = 38;

function labelOf(create: number, update: number): string {
  if (create > 0 && update > 0) {
    const short = `Create ${create.toLocaleString("en-GB")} and update ${update.toLocaleString("en-GB")}`;
    const label = `${short} accounts`;
    return label.length > longestLabel ? short : label;
  }
  if (create > 0) return `Create ${countOf(create, "account")}`;
  return update > 0 ? `Update ${countOf(update, "account")}` : nothing;
}

const nothing = "Finish, nothing changes";

function stopWords(code: string): string {
  return code === "password.policy"
    ? "A password that the policy refuses stops the whole file. Correct it first."
    : "One of its problems stops the whole file. Correct it first.";
}

/** `existing`: rows skipped only because their account exists; `fine`: rows that want nothing. */
function nothingToDo(problem: number, existing: number, fine: number): CommitWords {
  const label = nothing;
  if (problem === 0) return { label, sentence: "Every row is as it should be already.", blocked: null };
  const correct = "Correct the rows that need attention, or download them and bring the file back here.";
  const blocked =
    existing > 0
      ? `The other accounts exist already. ${correct} Or overwrite existing accounts in the options.`
      : `${fine > 0 ? "The other rows change nothing." : "No row can be taken as it is."} ${correct}`;
  return { label: "Create accounts", sentence: "", blocked };
}

function waiting(problem: number): string {
  if (problem === 0) return "All of it happens, or none of it.";
  return problem === 1 ? "The other row waits here." : `The other ${countOf(problem, "row")} wait here.`;
}
