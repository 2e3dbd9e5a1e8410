// Joins the pieces of a text, up to a length that no cell of any spreadsheet reaches.
import { corrupt } from "../fault";

/** A cell has at most 32,767 characters in Excel; LibreOffice takes more. */
const maxText = 1 << 22;

/** Both texts as one. */
export function appendText(before: string, part: string): string {
  if (before.length + part.length > maxText)
    throw corrupt("a cell holds more text than any spreadsheet allows");
  return before === "" ? part : before + part;
}
