// Makes the problem of a cell's text. Nothing else.
import { makeProblem, type Problem, type ProblemPlace } from "../model/problem";
import type { ProblemCode, ProblemParams } from "../model/problem-params";
import type { Severity } from "../model/severity";
import type { TextCell } from "./text-rule";

/** The problem at its cell; `better` becomes its fix. */
export function textProblem<C extends ProblemCode>(
  code: C,
  params: ProblemParams[C],
  cell: TextCell,
  { better, label, severity }: { better?: string; label?: string; severity?: Severity } = {},
): Problem {
  const { line, column, field, index } = cell;
  const place: ProblemPlace = { line, column, field };
  if (severity !== undefined) place.severity = severity;
  if (better !== undefined && label !== undefined)
    place.fix = { kind: "set", field, ...(index === undefined ? {} : { index }), value: better, label };
  return makeProblem(code, params, place);
}
