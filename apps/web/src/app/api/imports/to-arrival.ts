/** What a browser is told about a file that has arrived: enough to go on, or why not. Pure. */
import type { ImportRecord } from "@rollcall/accounts";
import { describeProblem } from "@rollcall/importer";
import type { Arrival } from "../../../features/imports/upload/arrival";

export function toArrival(record: ImportRecord): Arrival {
  return {
    importId: record.id,
    status: record.status,
    rows: record.rows,
    blankRows: record.blankRows,
    failure: record.failure,
    problems: record.problems.map((problem) => ({
      line: problem.line,
      code: problem.code,
      severity: problem.severity,
      message: describeProblem(problem),
      offer: textOf(problem.params["offer"]),
      alternatives: textOf(problem.params["alternatives"])
        .split(",")
        .filter((id) => id !== ""),
      about: problem.code === "file.corrections" ? textOf(problem.params["import"]) : null,
    })),
    earlier: record.earlier === null ? null : { ...record.earlier, at: record.earlier.at.toISOString() },
  };
}

function textOf(value: string | number | undefined): string {
  return typeof value === "string" ? value : "";
}
