/**
 * A problem as it is printed: the members of INTERFACE.md for machines, one line for people.
 */
import { describeProblem, type Fix, type Problem } from "@rollcall/importer";

export interface ProblemView {
  line: number | null;
  column: string | null;
  field: string | null;
  code: string;
  severity: "error" | "warning" | "info";
  message: string;
  fix: Fix | null;
}

export function problemView(problem: Problem): ProblemView {
  const { line, column, field, code, severity, fix } = problem;
  return { line, column, field, code, severity, message: describeProblem(problem), fix };
}

/** "  line 4  error    Email: …" */
export function problemLine({ line, severity, column, message }: ProblemView): string {
  const place = line === null ? "the file" : `line ${line}`;
  const where = column === null ? "" : `${column}: `;
  return `  ${place.padEnd(11)} ${severity.padEnd(8)} ${where}${message}`;
}
