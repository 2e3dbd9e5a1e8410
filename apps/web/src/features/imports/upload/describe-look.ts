/** From what the importer recognised to what the screens show. Brings the importer with it, so it is loaded with the first file. */
import {
  describeProblem,
  formatList,
  formats,
  headerFingerprint,
  isImplementedFormat,
  type Recognition,
} from "@rollcall/importer";
import type { FileProblem } from "./arrival";
import { correctionsNote } from "./corrections-note";
import type { FormatChoice, Look } from "./look";
import type { Reading } from "./reading";

export function describeLook(recognition: Recognition, reading: Reading, aboutRows: number | null): Look {
  const id = recognition.format?.id ?? null;
  const format = id !== null && isImplementedFormat(id) ? formats[id] : null;
  const headers = recognition.columns.map((column) => column.header);
  return {
    recognition,
    formatLabel: format?.label ?? null,
    defaults: format?.defaults ?? { mode: "create", strict: false },
    demands: format?.demands ?? {},
    choices: choicesOf(recognition),
    problems: [
      ...correctionsNote(recognition),
      ...recognition.problems.filter(({ code }) => code !== "domain.missing").map(toFileProblem),
    ],
    aboutRows,
    reading,
    fingerprint: headers.some((header) => header !== "") ? headerFingerprint(headers) : null,
  };
}

function toFileProblem(problem: Recognition["problems"][number]): FileProblem {
  const text = (key: string): string => {
    const value = problem.params[key];
    return typeof value === "string" ? value : "";
  };
  return {
    line: problem.line,
    code: problem.code,
    severity: problem.severity,
    message: describeProblem(problem),
    offer: text("offer"),
    alternatives: text("alternatives")
      .split(",")
      .filter((id) => id !== ""),
    about: null,
  };
}

function choicesOf({ candidates }: Recognition): FormatChoice[] {
  const likely = candidates.map((guess) => guess.id);
  const others = formatList.filter(({ id }) => !likely.includes(id));
  return [
    ...candidates.map((guess) => ({
      ...guess,
      label: isImplementedFormat(guess.id) ? formats[guess.id].label : guess.id,
    })),
    ...others.map(({ id, label, description }) => ({ id, label, confidence: 0, reason: description })),
  ];
}
