/**
 * Problems that many rows of a file have alike. Nine rows of ten may have no way in: such a problem, which says nothing of its row
 * but the line, is kept once with the import, and the row only says which it is. Staging writes them, `problemsOf` reads them.
 */

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

/** So many an import keeps, at most; a file has as many kinds of them as columns can be wrong in. */
const most = 500;

/** Gathers the shared problems of one import while its rows come by. */
export class SharedProblems {
  readonly #kept: Omit<Told, "line">[] = [];
  readonly #lastOf = new Map<string, number>();

  /** Without their lines, in the order of their numbers; null = there are none. */
  get kept(): readonly unknown[] | null {
    return this.#kept.length === 0 ? null : this.#kept;
  }

  /** Its number, from 0, where the only problem of the row at `line` says nothing else of the row; else null. */
  numberOf(problems: readonly unknown[] | null, line: number): number | null {
    const only = problems?.length === 1 ? problems[0] : null;
    if (!saysOnlyLine(only, line)) return null;
    const last = this.#lastOf.get(only.code);
    if (last !== undefined && isAlike(this.#kept[last], only)) return last;
    const number = this.#kept.findIndex((told) => isAlike(told, only));
    if (number < 0 && this.#kept.length === most) return null;
    if (number < 0) {
      const { line: _line, ...told } = only;
      this.#kept.push(told);
    }
    const found = number < 0 ? this.#kept.length - 1 : number;
    this.#lastOf.set(only.code, found);
    return found;
  }
}

function saysOnlyLine(problem: unknown, line: number): problem is Told {
  if (typeof problem !== "object" || problem === null) return false;
  const told = problem as Partial<Told>;
  if (typeof told.code !== "string" || typeof told.params !== "object" || told.line !== line) return false;
  return Object.keys(told.params).length === 0 && Object.isFrozen(told.fix);
}

const isAlike = (told: Omit<Told, "line"> | undefined, other: Told): boolean =>
  told?.code === other.code &&
  told.column === other.column &&
  told.field === other.field &&
  told.severity === other.severity &&
  told.fix === other.fix;

/** The problems found in a row alone, as importer's Problem[]; null = none. `row` is an alias of import_row. */
export const problemsOf = (row: string): string =>
  `CASE WHEN ${row}.shared_problem IS NULL THEN ${row}.problems
        ELSE (SELECT jsonb_build_array(shared_with.shared_problems->${row}.shared_problem || jsonb_build_object('line', ${row}.line))
                FROM import shared_with WHERE shared_with.id = ${row}.import_id) END`;

/** Whether any problem was found in a row alone. */
export const hasProblems = (row: string): string =>
  `(${row}.problems IS NOT NULL OR ${row}.shared_problem IS NOT NULL)`;
