// UTF-8 that a program took for Windows-1252 and saved as UTF-8 again: "JosÃ©" was "José".
import { bytesOfWindows1252 } from "../intake/windows-1252";
import { clip } from "../model/problem";
import { textProblem } from "./text-problem";
import type { TextRule } from "./text-rule";

const suspicious =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/u;
const decoder = new TextDecoder("utf-8", { fatal: true });

/** `text.double-encoded`, with what it was, where the whole cell was damaged in this way and no other. */
export const textDoubleEncoded: TextRule = (cell) => {
  const better = undoubled(cell.text);
  if (better === null) return null;
  const params = { value: clip(cell.text), better: clip(better) };
  return textProblem("text.double-encoded", params, cell, { better, label: `Change to ${clip(better)}` });
};

/** The text before it was encoded twice; null when it was not. */
export function undoubled(text: string): string | null {
  if (!suspicious.test(text)) return null;
  const bytes = bytesOfWindows1252(text);
  if (bytes === null) return null;
  try {
    const better = decoder.decode(bytes);
    // eslint-disable-next-line no-control-regex -- controls are no letters of anybody
    return /[\u0000-\u0008\u007f-\u009f]/u.test(better) ? null : (undoubled(better) ?? better);
  } catch {
    return null;
  }
}
