// Whether a person is an administrator, asked as a yes or no. The words for it are the format's.
import type { Rule } from "../model/check";
import { clip, makeProblem } from "../model/problem";
import { switchFix, switchParams, switchReader, type SwitchWords } from "./check-switch";

/** `admin.invalid`, with a fix where it is clear what was meant; fills `role`, null when the cell is empty. */
export function checkAdmin(words: SwitchWords): Rule {
  const meaningOf = switchReader(words);
  return (file) => {
    const read = file.reader("role");
    const column = file.headerOf("role");
    return (row) => {
      const text = read(row);
      if (text === null || text === "") return;
      const value = meaningOf(text);
      if (value !== null) {
        row.record.role = value ? "ADMINISTRATOR" : "USER";
        return;
      }
      const params = { value: clip(text), ...switchParams(column, words) };
      const fix = switchFix("role", text, words);
      row.problems.push(makeProblem("admin.invalid", params, { line: row.line, column, field: "role", fix }));
    };
  };
}
