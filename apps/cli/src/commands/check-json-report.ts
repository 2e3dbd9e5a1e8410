/** The JSON of `check`, as INTERFACE.md shows it: complete, however many problems and records there are. */
import type { Problem, ReadEvent } from "@rollcall/importer";
import type { Output } from "../output/output";
import { problemView } from "../output/problem-view";
import { publicRecord } from "../output/public-record";
import { makeSpool } from "../output/spool";
import { writeDocument } from "../output/write-document";
import type { CheckReport } from "./check-report";

export function jsonReport(output: Output, options: { records: boolean }): CheckReport {
  const problems = makeSpool();
  const records = makeSpool();
  const keep = async (found: readonly Problem[]) => {
    for (const problem of found) await problems.add(problemView(problem));
  };
  return {
    add: async (event: ReadEvent) => {
      if (event.kind === "opened") await keep(event.recognition.problems);
      if (event.kind === "refused") await keep(event.problems);
      if (event.kind !== "rows") return;
      for (const { line, record, problems: found } of event.rows) {
        if (found.length > 0) await keep(found);
        if (options.records) await records.add(publicRecord(line, record));
      }
    },
    addPart: async (told) => {
      if ("json" in told && told.json.length > 0) await problems.addJson(told.json);
    },
    end: async (tally, file) => {
      const { recognition } = tally;
      const { bytes, sha256, whole } = file.seen();
      await writeDocument(output, {
        file: {
          value: {
            name: file.name,
            bytes: file.bytes ?? bytes,
            sha256: whole ? sha256 : null,
            encoding: recognition?.encoding ?? null,
            container: recognition?.container ?? null,
            delimiter: recognition?.delimiter ?? null,
            sheet: recognition?.sheet ?? null,
          },
        },
        format: { value: recognition?.format ?? null },
        rows: { value: tally.rows },
        summary: {
          value: { create: tally.good, update: 0, unchanged: 0, skip: 0, problem: tally.rows - tally.good },
        },
        creates: {
          value: { departments: tally.departments, groups: tally.groups, attributes: tally.attributes },
        },
        problems: { list: problems },
        records: options.records ? { list: records } : undefined,
      });
    },
    close: async () => {
      await problems.close();
      await records.close();
    },
  };
}
