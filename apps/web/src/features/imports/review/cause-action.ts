/** What the button beside a cause does, and in which words: of one row it does not say "all". Pure. */
import type { ProblemCause } from "@rollcall/accounts";
import { formatNumber } from "@rollcall/ui";

export type ActionKind = "fix" | "drop" | "empty" | "set";

export interface MainAction {
  kind: ActionKind;
  label: string;
}

type Cause = Pick<ProblemCause, "code" | "field" | "severity" | "rows">;

/** What most people would do about it; null where nothing has to be done. A fix is named by `fixLabel`. */
export function mainAction({ code, field, severity, rows }: Cause, fixable: boolean): MainAction | null {
  if (fixable) return { kind: "fix", label: "Fix all" };
  if (severity !== "error") return null;
  // Of two rows for one address the earlier stays, and a person without a password is mailed a link.
  if (code === "email.duplicate" || code === "username.duplicate")
    return { kind: "drop", label: "Keep the earlier" };
  if (code === "password.policy")
    return { kind: "empty", label: rows === 1 ? "Take it out" : "Take them out" };
  // What is wrong with a row as a whole, as too many values, no value mends.
  return field === null ? { kind: "drop", label: "Leave out" } : { kind: "set", label: "Fill in" };
}

/** The button says how many rows it fixes, which may be fewer than have the problem: what "perhaps" means, nobody knows. */
export function fixLabel(fixes: number | null, rows: number, locale: string | undefined): string {
  if (rows === 1) return "Fix it";
  if (fixes === null) return "Fix all it can";
  const said = formatNumber(fixes, locale);
  return fixes === rows ? `Fix all ${said}` : `Fix ${said} of ${formatNumber(rows, locale)}`;
}

/** What the button would do, before anybody knows an example of it. */
export function sampleWords(kind: ActionKind, { field, rows }: Pick<Cause, "field" | "rows">): string {
  const one = rows === 1;
  switch (kind) {
    case "fix":
      return `Fixes ${one ? "it" : "all of them at once"}. It can be taken back.`;
    case "drop": {
      const what = field === null ? "The" : "The later";
      return `${what} ${one ? "row is" : "rows are"} left out. It can be taken back.`;
    }
    case "empty":
      return one
        ? "This person sets a password of their own through the link in their mail."
        : "They set a password of their own through the link in their mail.";
    case "set":
      return one ? "A value for it" : "One value for all of them";
  }
}
