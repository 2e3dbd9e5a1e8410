// Writes a table as a workbook of one sheet, with typed cells. It knows nothing of what the columns mean.
import type { WorkbookCell } from "./write/cell";
import { writeXls } from "./write/write-xls";
import { writeXlsx } from "./write/write-xlsx";

/**
 * The bytes of a workbook; `rows` come in batches. Strings are always text cells. XLSX is written as the rows come, in little
 * memory, the same bytes for the same rows; XLS is held until its end. Throws `WorkbookLimitError` for what the kind cannot
 * hold: 65,536 rows and 256 columns (XLS), 1,048,576 and 16,384 (XLSX), 32,767 characters a cell.
 */
export function writeWorkbook(
  kind: "xlsx" | "xls",
  sheetName: string,
  rows: AsyncIterable<WorkbookCell[][]>,
): AsyncIterable<Uint8Array> {
  return kind === "xlsx" ? writeXlsx(sheetName, rows) : writeXls(sheetName, rows);
}
