// A field that is on or off, in the words that its format takes for it. Which words those are, the format says.
import type { Rule } from "../model/check";
import { clip, makeProblem, type Fix } from "../model/problem";
import type { ProblemCode } from "../model/problem-params";
import type { AccountRecord, FieldName } from "../model/record";
import { yesOrNo } from "./yes-or-no";

/** The fields of a record that are on, off or not given. */
export type SwitchField = {
  [F in FieldName]: AccountRecord[F] extends boolean | null ? F : never;
}[FieldName];

/** The words for on and off as people write them; in a file their case does not matter. Fixes write the first of each. */
export interface SwitchWords {
  on: readonly [string, ...string[]];
  off: readonly [string, ...string[]];
}

/** One such field and the code of a cell that is neither. */
export interface SwitchRule {
  field: SwitchField;
  code: Extract<
    ProblemCode,
    | "must-change-password.invalid"
    | "password-never-expires.invalid"
    | "locked-out.invalid"
    | "pop.invalid"
    | "submit.invalid"
    | "enabled.invalid"
  >;
  words: SwitchWords;
}

/** `code`, with a fix where it is clear what was meant; fills the field, null when the cell is empty or there is none. */
export function checkSwitch({ field, code, words }: SwitchRule): Rule {
  const meaningOf = switchReader(words);
  return (file) => {
    const read = file.reader(field);
    const column = file.headerOf(field);
    return (row) => {
      const text = read(row);
      if (text === null || text === "") return;
      const value = meaningOf(text);
      if (value !== null) {
        row.record[field] = value;
        return;
      }
      const params = { value: clip(text), ...switchParams(column, words) };
      const fix = switchFix(field, text, words);
      row.problems.push(makeProblem(code, params, { line: row.line, column, field, fix }));
    };
  };
}

/** Reads one cell in the words of the format: true, false, or null when it is none of them. */
export function switchReader({ on, off }: SwitchWords): (text: string) => boolean | null {
  const meanings = new Map<string, boolean>();
  for (const word of on) meanings.set(word.toLowerCase(), true);
  for (const word of off) meanings.set(word.toLowerCase(), false);
  return (text) => meanings.get(text.toLowerCase()) ?? null;
}

/** What the problem's words need: the header as the file has it, and what to write. */
export function switchParams(
  column: string | null,
  { on, off }: SwitchWords,
): { header?: string; accepted: string } {
  const accepted = `${on[0]} or ${off[0]}`;
  return column === null ? { accepted } : { header: clip(column), accepted };
}

/** Writes the format's own word where the text plainly means it. */
export function switchFix(field: FieldName, text: string, { on, off }: SwitchWords): Fix | null {
  const meant = yesOrNo(text.toLowerCase());
  if (meant === null) return null;
  const value = meant ? on[0] : off[0];
  return { kind: "set", field, value, label: `Change to ${value}` };
}
