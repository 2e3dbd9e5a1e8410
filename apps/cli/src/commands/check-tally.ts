/**
 * Counts what a check found: rows, rows with an error, and the names an import would make. Memory grows with the number of
 * different names, not of rows.
 */
import { nameKey, type Problem, type ReadEvent, type Recognition } from "@rollcall/importer";

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
  readonly #departments = new Map<string, string>();
  readonly #groups = new Map<string, string>();
  readonly #attributes = new Map<string, string>();

  add(event: ReadEvent): void {
    switch (event.kind) {
      case "opened":
        this.recognition = event.recognition;
        this.#count(event.recognition.problems);
        return;
      case "rows":
        for (const { record, problems } of event.rows) {
          this.rows += 1;
          if (this.#count(problems) > 0) continue;
          this.good += 1;
          if (record.department !== null) keepFirst(this.#departments, record.department);
          for (const group of record.groups ?? []) keepFirst(this.#groups, group);
          if (record.attributes !== null)
            for (const name of Object.keys(record.attributes)) keepFirst(this.#attributes, name);
        }
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

  get departments(): string[] {
    return [...this.#departments.values()];
  }

  get groups(): string[] {
    return [...this.#groups.values()];
  }

  get attributes(): string[] {
    return [...this.#attributes.values()];
  }

  /** Gives back the errors among them. */
  #count(problems: readonly Problem[]): number {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    this.errors += errors;
    this.warnings += problems.filter(({ severity }) => severity === "warning").length;
    return errors;
  }
}

function keepFirst(names: Map<string, string>, name: string): void {
  const key = nameKey(name);
  if (!names.has(key)) names.set(key, name);
}
