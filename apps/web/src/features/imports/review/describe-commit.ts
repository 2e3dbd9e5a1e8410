/**
 * What the button at the end of the review says and does: its number, what else happens with the press, what waits, and
 * why it is off. Pure.
 */
import type { ImportRecord } from "@rollcall/accounts";
import { countOf } from "../../pieces/words";

export interface CommitWords {
  label: string;
  /** below the button */
  sentence: string;
  /** why it cannot be pressed; null when it can */
  blocked: string | null;
}

export function describeCommit(record: Pick<ImportRecord, "summary" | "options">): CommitWords {
  const { summary, options } = record;
  if (summary === null)
    return { label: "Create accounts", sentence: "", blocked: "The rows are still being checked." };
  const { create, update, unchanged, skip, problem } = summary;
  const label = labelOf(create, update);
  if (options.strict && problem > 0) {
    const them = problem === 1 ? "the row that needs" : `the ${countOf(problem, "row")} that need`;
    return {
      label,
      sentence: "",
      blocked: `This import is strict. Correct ${them} attention, or turn strict off.`,
    };
  }
  if (create + update === 0)
    return nothingToDo(problem, options.mode === "create" ? skip : 0, unchanged + skip);
  const also = create > 0 && update > 0 ? `And update ${countOf(update, "account")}. ` : "";
  return { label, sentence: `${also}${waiting(problem)}`.trim(), blocked: null };
}

function labelOf(create: number, update: number): string {
  if (create > 0) return `Create ${countOf(create, "account")}`;
  return update > 0 ? `Update ${countOf(update, "account")}` : "Finish, nothing changes";
}

/** `existing`: rows skipped only because their account exists; `fine`: rows that want nothing. */
function nothingToDo(problem: number, existing: number, fine: number): CommitWords {
  const label = "Finish, nothing changes";
  if (problem === 0) return { label, sentence: "Every row is as it should be already.", blocked: null };
  const correct = "Download the rows that need attention, correct them, and drop the file again.";
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
