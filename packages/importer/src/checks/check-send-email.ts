// Whether the person gets a welcome mail: Yes, No or nothing, in any case (sources/000).
import type { Rule } from "../model/check";
import { clip, makeProblem, type Fix } from "../model/problem";
import { yesOrNo } from "./yes-or-no";

/** `send-email.invalid`; fills `sendWelcome`: an empty cell means No, no column nothing. */
export const checkSendEmail: Rule = (file) => {
  const read = file.reader("sendWelcome");
  const place = { column: file.headerOf("sendWelcome"), field: "sendWelcome" as const };
  return (row) => {
    const text = read(row);
    if (text === null) return;
    const value = text.toLowerCase();
    if (value === "yes") row.record.sendWelcome = true;
    else if (value === "no" || value === "") row.record.sendWelcome = false;
    else {
      const problem = makeProblem(
        "send-email.invalid",
        { value: clip(text) },
        { line: row.line, ...place, fix: fixOf(value) },
      );
      row.problems.push(problem);
    }
  };
};

function fixOf(value: string): Fix | null {
  const meant = yesOrNo(value);
  if (meant === null) return null;
  const word = meant ? "Yes" : "No";
  return { kind: "set", field: "sendWelcome", value: word, label: `Change to ${word}` };
}
