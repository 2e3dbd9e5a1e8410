// Problems as data: what a problem is and how one is made. Words are in src/words, never here.
import type { ProblemCode, ProblemParams } from "./problem-params";
import type { FieldName } from "./record";
import { defaultSeverity, type Severity } from "./severity";
import { startOfText } from "./start-of-text";

/** A one-click correction: set the cell of this row's field to a value. */
export interface Fix {
  kind: "set";
  field: FieldName;
  /** Position of the cell, where it is not the field's first column. */
  index?: number;
  value: string;
  /** What the button says. */
  label: string;
}

/** One thing that is wrong, or worth knowing, about a file or a row. */
export interface Problem {
  /** The line where the row begins; null when it is about the file as a whole. */
  line: number | null;
  /** The header of the cell, as the file writes it. */
  column: string | null;
  field: FieldName | null;
  code: ProblemCode;
  severity: Severity;
  /** What the words need. Never a password. */
  params: Record<string, string | number>;
  fix: Fix | null;
}

/** Where a problem is, and what repairs it. */
export interface ProblemPlace {
  line?: number | null;
  column?: string | null;
  field?: FieldName | null;
  severity?: Severity;
  fix?: Fix | null;
}

/** Makes a problem; the compiler asks for exactly the parameters that its words need. */
export function makeProblem<C extends ProblemCode>(
  code: C,
  params: ProblemParams[C],
  place: ProblemPlace = {},
): Problem {
  return {
    line: place.line ?? null,
    column: place.column ?? null,
    field: place.field ?? null,
    code,
    severity: place.severity ?? defaultSeverity[code],
    params: { ...params },
    fix: place.fix ?? null,
  };
}

/** A value of the file as problems carry it: at most 100 characters, so that no problem is ever large. */
export function clip(value: string): string {
  return value.length <= 100 ? value : `${startOfText(value, 99)}…`;
}
