/**
 * The problems of a row as jsonb in COPY's text format. Most rows of a large file have the same one in the same column, which only
 * differs by its line: all but the line is written once.
 */
import { copyJson } from "./copy-text";

/** A problem of the importer, as far as this file looks at it; a fix that many rows share is one frozen object. */
interface Told {
  readonly line: number | null;
  readonly column: unknown;
  readonly field: unknown;
  readonly code: string;
  readonly severity: unknown;
  readonly params: object;
  readonly fix: unknown;
}

/** By code, the last one that says nothing of its row but its line, and its text from there on. */
const written = new Map<string, { told: Omit<Told, "line">; rest: string }>();

export function copyProblems(problems: readonly unknown[] | null): string {
  const only = problems?.length === 1 ? problems[0] : null;
  return isOnlyPlaced(only) ? `[{"line":${String(only.line)}${restOf(only)}]` : copyJson(problems);
}

function isOnlyPlaced(problem: unknown): problem is Told {
  if (typeof problem !== "object" || problem === null) return false;
  const { line, code, params, fix } = problem as Partial<Told>;
  if (typeof code !== "string" || typeof params !== "object" || !Object.isFrozen(fix)) return false;
  return (line === null || typeof line === "number") && Object.keys(params).length === 0;
}

function restOf(problem: Told): string {
  const { column, field, code, severity, fix } = problem;
  const before = written.get(code);
  if (before !== undefined) {
    const { told, rest } = before;
    const isSame = told.column === column && told.field === field && told.severity === severity;
    if (isSame && told.fix === fix) return rest;
  }
  const { line: _line, ...told } = problem;
  const rest = copyJson({ line: 0, ...told }).slice('{"line":0'.length);
  if (written.size > 500) written.clear();
  written.set(code, { told, rest });
  return rest;
}
