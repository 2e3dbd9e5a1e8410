/**
 * What the cells of a row were when they went into a corrections file, as a short mark beside the row's name: by it a file that comes
 * back says which rows its reader changed, and which somebody else has corrected since. Pure.
 */
import { createHash } from "node:crypto";
import { isSecretColumn, type ColumnMatch } from "@rollcall/importer";
import { longestCell, tooLongMark } from "./correction-columns";
import { passwordMask } from "./stage-file";

/** Ten hexadecimal digits; of cells in the order of the import's columns. A password that is there already counts as none: the file has none. */
export function printOfRow(columns: readonly ColumnMatch[], cellOf: (index: number) => string): string {
  const shown = columns.map((column) => {
    const cell = cellOf(column.index);
    if (isSecretColumn(column) && cell === passwordMask) return "";
    return cell.length > longestCell ? tooLongMark : cell.replaceAll("\r\n", "\n");
  });
  return createHash("sha256").update(JSON.stringify(shown)).digest("hex").slice(0, 10);
}
