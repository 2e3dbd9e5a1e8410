/** The cells of a CSV that we wrote ourselves (RFC 4180, commas), to make a workbook of it. Pure; no reader of foreign files. */
import { unescapeCell } from "@rollcall/importer";

export function cellsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu)) {
    row.push(unescapeCell(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"')));
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== "" || end !== "") rows.push(row);
    row = [];
  }
  return rows;
}
