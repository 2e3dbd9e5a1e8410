/**
 * Counts what a check found: rows, rows with an error, and the names an import would make. Memory grows with the number of
 * different names, not of rows.
 */
import {
  nameKey,
  type CheckedRow,
  type Problem,
  type ReadEvent,
  type Recognition,
  type RowNames,
} from "@rollcall/importer";

const spellingsAtMost = 4096;

/** What one part of a file adds. */
export interface TallyCounts {
  rows: number;
  good: number;
  errors: number;
  warnings: number;
  departments: string[];
  groups: string[];
  attributes: string[];
}

export class CheckTally {
  recognition: Recognition | null = null;
  rows = 0;
  /** rows without an error: an import into an empty organisation would create them; none when the file is refused */
  good = 0;
  /** errors of rows and of the file */
  errors = 0;
  warnings = 0;
  /** the file as a whole cannot be taken */
  refused = false;
  readonly #departments = new Names();
  readonly #groups = new Names();
  readonly #attributes = new Names();

  add(event: ReadEvent): void {
    switch (event.kind) {
      case "opened":
        this.recognition = event.recognition;
        this.#count(event.recognition.problems);
        return;
      case "rows":
        for (const row of event.rows) this.addRow(row);
        return;
      case "refused":
        this.refused = true;
        this.good = 0;
        this.recognition = event.recognition;
        this.#count(event.problems);
        return;
      case "closed":
        return;
    }
  }

  addRow({ record, problems }: CheckedRow): void {
    this.rows += 1;
    if (problems.length > 0 && this.#count(problems) > 0) return;
    this.good += 1;
    this.addNames(record);
  }

  /** Rows without problems, whose names `addNames` takes. */
  addQuiet(rows: number): void {
    this.rows += rows;
    this.good += rows;
  }

  /** A row of which only its problems are known; names of one without an error come by `addNames`. */
  addTold(problems: readonly Problem[]): void {
    this.rows += 1;
    if (this.#count(problems) === 0) this.good += 1;
  }

  /** The names that a row without an error gives. */
  addNames(record: RowNames): void {
    if (record.department !== null) this.#departments.add(record.department);
    if (record.groups !== null) for (const group of record.groups) this.#groups.add(group);
    if (record.attributes !== null)
      for (const name of Object.keys(record.attributes)) this.#attributes.add(name);
  }

  /** What was counted of rows. */
  counts(): TallyCounts {
    const { rows, good, errors, warnings, departments, groups, attributes } = this;
    return { rows, good, errors, warnings, departments, groups, attributes };
  }

  /** Adds what was counted elsewhere of the rows that follow. */
  addCounts(part: TallyCounts): void {
    this.rows += part.rows;
    this.good += part.good;
    this.errors += part.errors;
    this.warnings += part.warnings;
    for (const name of part.departments) this.#departments.add(name);
    for (const name of part.groups) this.#groups.add(name);
    for (const name of part.attributes) this.#attributes.add(name);
  }

  get departments(): string[] {
    return this.#departments.list;
  }

  get groups(): string[] {
    return this.#groups.list;
  }

  get attributes(): string[] {
    return this.#attributes.list;
  }

  /** Gives back the errors among them. */
  #count(problems: readonly Problem[]): number {
    let errors = 0;
    for (const { severity } of problems) {
      if (severity === "error") errors += 1;
      if (severity === "warning") this.warnings += 1;
    }
    this.errors += errors;
    return errors;
  }
}

/** Different names, each as it was first written. */
class Names {
  readonly #byKey = new Map<string, string>();
  /** Spellings met before, so that the key of each is made once; for as many as are remembered. */
  readonly #spellings = new Set<string>();

  add(name: string): void {
    if (this.#spellings.has(name)) return;
    if (this.#spellings.size >= spellingsAtMost) this.#spellings.clear();
    // In memory of its own: what is cut from a piece of the file would keep the piece.
    const own = ` ${name}`.slice(1);
    this.#spellings.add(own);
    const key = nameKey(own);
    if (!this.#byKey.has(key)) this.#byKey.set(key, own);
  }

  get list(): string[] {
    return [...this.#byKey.values()];
  }
}
