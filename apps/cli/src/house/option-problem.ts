/** An option that an import refuses, as the problem that INTERFACE.md names for it. Pure. */
import { describeRefusal, type Refusal } from "@rollcall/accounts";
import { RequestError } from "../exit";
import type { ProblemView } from "../output/problem-view";

/** The refusal's own words; with the codes of "options" (INTERFACE.md) where an option is what is wrong. */
export function optionError(refusal: Refusal, domain: string | null | undefined): RequestError {
  const message = describeRefusal(refusal);
  if (refusal.code !== "invalid") return new RequestError(refusal.code, message);
  const codes: Record<string, string> = {
    groups: "group.unknown",
    note: "note.too-long",
    domain: (domain ?? null) === null ? "domain.missing" : "domain.unknown",
  };
  const problems = Object.entries(refusal.fields).flatMap(([field, words]): ProblemView[] => {
    const code = codes[field];
    if (code === undefined) return [];
    return [{ line: null, column: null, field: null, code, severity: "error", message: words, fix: null }];
  });
  return new RequestError(problems[0]?.code ?? refusal.code, message, problems);
}
