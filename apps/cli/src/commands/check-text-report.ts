/** What `check` tells a person: what the file is, the first problems as they are found, and the count at the end. */
import { formats, isImplementedFormat, type Problem, type Recognition } from "@rollcall/importer";
import { shown } from "../check/part-told";
import { aligned } from "../output/aligned";
import type { Output } from "../output/output";
import { problemLine, problemView } from "../output/problem-view";
import { publicRecord } from "../output/public-record";
import { count, size, some } from "../output/words";
import type { CheckReport } from "./check-report";

export function textReport(output: Output, options: { records: boolean; strict: boolean }): CheckReport {
  let told = 0;
  let more = 0;
  const tell = async (problems: readonly Problem[]) => {
    for (const problem of problems) {
      if (problem.severity === "info") continue;
      if (told >= shown) more += 1;
      else await output.line(problemLine(problemView(problem)));
      told += 1;
    }
  };
  return {
    add: async (event) => {
      if (event.kind === "opened") {
        await output.line(whatItIs(event.recognition));
        await output.line();
        await tell(event.recognition.problems);
      }
      if (event.kind === "refused") await tell(event.problems);
      if (event.kind !== "rows") return;
      for (const { line, record, problems } of event.rows) {
        if (options.records) await output.line(JSON.stringify(publicRecord(line, record)));
        if (problems.length > 0) await tell(problems);
      }
    },
    addPart: async (part) => {
      if (!("lines" in part)) return;
      for (const line of part.lines.slice(0, Math.max(0, shown - told))) await output.line(line);
      more += part.count - Math.min(part.count, Math.max(0, shown - told));
      told += part.count;
    },
    end: async (tally, file) => {
      if (more > 0) await output.line(`  … and ${count(more, "more problem")} (--json lists them all)`);
      if (told > 0) await output.line();
      const bad = tally.rows - tally.good;
      const name = `${file.name}, ${size(file.bytes ?? file.seen().bytes)}`;
      if (tally.refused) {
        await output.line(`${name}: cannot be imported.`);
        return;
      }
      await output.line(
        `${name}: ${count(tally.rows, "row")}, ${count(tally.good, "good one")}, ${bad} with errors.`,
      );
      const names = [
        ["Departments", some(tally.departments)],
        ["Groups", some(tally.groups)],
        ["Attributes", some(tally.attributes)],
      ].filter(([, list]) => list !== "");
      for (const line of aligned(names, "  ")) await output.line(line);
      if (options.strict && bad > 0) await output.line("Strict: nothing of this file would be imported.");
    },
    close: () => Promise.resolve(),
  };
}

function whatItIs({ format, encoding, delimiter, container, sheet }: Recognition): string {
  const label =
    format === null
      ? "Unknown format"
      : isImplementedFormat(format.id)
        ? formats[format.id].label
        : format.id;
  const sure = format === null ? "" : ` (${Math.round(format.confidence * 100)} % sure: ${format.reason})`;
  const details = [
    encoding,
    container,
    sheet === null ? null : `sheet ${sheet}`,
    delimiter === "\t" ? "tab" : delimiter,
  ].filter((part) => part !== null);
  return `${label}${sure} · ${details.join(" · ")}`;
}
