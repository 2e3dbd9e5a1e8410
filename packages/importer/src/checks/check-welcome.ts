// Whether the person gets a welcome mail, where an empty cell leaves that open. Formats in which it means No have
// check-send-email.
import type { Rule } from "../model/check";
import { clip, makeProblem } from "../model/problem";
import { switchFix, switchReader, type SwitchWords } from "./check-switch";

const words: SwitchWords = { on: ["Yes", "y", "true", "on", "1"], off: ["No", "n", "false", "off", "0"] };

/** `send-email.invalid`; fills `sendWelcome`, null when the cell is empty. */
export const checkWelcome: Rule = (file) => {
  const read = file.reader("sendWelcome");
  const meaningOf = switchReader(words);
  const place = { column: file.headerOf("sendWelcome"), field: "sendWelcome" as const };
  return (row) => {
    const text = read(row) ?? "";
    if (text === "") return;
    row.record.sendWelcome = meaningOf(text);
    if (row.record.sendWelcome !== null) return;
    const fix = switchFix("sendWelcome", text, words);
    row.problems.push(
      makeProblem("send-email.invalid", { value: clip(text) }, { line: row.line, ...place, fix }),
    );
  };
};
