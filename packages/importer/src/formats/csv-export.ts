// Makes the text of a CSV of an exporter's cells. It knows no particular format.
import type { ExportAccount, ExportCell, Exporter } from "../model/format";
import { quoteLiteral } from "../checks/literal-quote";
import { csvLine } from "./write-csv";

/** Writes accounts as text; each string ends its lines (CRLF). */
export interface CsvExport {
  header: () => string;
  row: (account: ExportAccount) => string;
}

/** `raw`: cells as they are, without the quotes that keep a spreadsheet from running them and an import from misreading them. Headers are ours and need none. */
export function csvExport(exporter: Exporter, raw = false): CsvExport {
  return {
    header: () => exporter.header.map((cells) => csvLine(cells)).join(""),
    row: (account) => {
      const cells = exporter.cells(account).map(textOf);
      return csvLine(raw ? cells : cells.map(quoteLiteral), raw);
    },
  };
}

function textOf(cell: ExportCell): string {
  return typeof cell === "string" ? cell : cell ? "TRUE" : "FALSE";
}
