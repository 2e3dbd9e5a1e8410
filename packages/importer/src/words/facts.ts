// The reasons of a recognition, one line each, as the first screen of an import shows them.
import { delimiterName } from "../intake/delimiter";
import { encodingNames } from "../intake/encodings";
import { clip } from "../model/problem";
import type { Recognition } from "../model/recognition";
import { counted, grouped, list } from "./phrases";

/** How many rows there are, where the whole file was seen. */
export interface RowCounts {
  rows: number;
  blankRows: number;
}

/** Headers, encoding, delimiter; " · " parts what is said from what explains it. */
export function factsOf(recognition: Recognition, counts: RowCounts | null): string[] {
  return [
    headerFact(recognition),
    sheetFact(recognition),
    encodingFact(recognition),
    delimiterFact(recognition, counts),
  ].filter((fact) => fact !== "");
}

function headerFact({ columns, header, format }: Recognition): string {
  const matched = columns.filter((column) => column.field !== null);
  if (matched.length === 0) return "";
  if (header === null) return `No header · ${format?.reason ?? "values by position"}`;
  const names = matched.map((column) => column.header).join(", ");
  // Of a table with columns of its own nothing "matches": its columns were given a place.
  const said = format?.id === "custom" ? "have a place" : "match";
  return `${grouped(matched.length)} of ${counted(columns.length, "header")} ${said} · ${names}`;
}

function sheetFact({ sheet, sheets }: Recognition): string {
  if (sheet === null) return "";
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? 0;
  const others = sheets.length === 1 ? "" : `, one of ${counted(sheets.length, "sheet")}`;
  return `Sheet “${clip(sheet)}”${others} · ${counted(rows, "row")}`;
}

function encodingFact({ encoding, bom, header, sample }: Recognition): string {
  if (encoding === null) return "";
  const said = encodingNames[encoding] + (bom ? ", with a byte order mark" : "");
  const letters = lettersBeyondAscii([header, ...sample].flatMap((row) => row?.cells ?? []));
  return letters.length === 0 ? said : `${said} · ${list(letters.join(", "))} read correctly`;
}

function delimiterFact({ delimiter, delimiterReason }: Recognition, counts: RowCounts | null): string {
  if (delimiter === null) return "";
  const said = `Separated by ${delimiterName(delimiter)}`;
  if (counts === null) return delimiterReason === "" ? said : `${said} · ${delimiterReason}`;
  const blank = counts.blankRows === 0 ? "" : `, ${counted(counts.blankRows, "blank row")} left out`;
  return `${said} · ${counted(counts.rows, "row")}${blank}`;
}

// The first three letters that show whether the encoding is right. The cells are masked already.
function lettersBeyondAscii(cells: readonly string[]): string[] {
  const letters = new Set<string>();
  for (const cell of cells)
    for (const character of cell)
      if (character > "\u007f" && /\p{L}/u.test(character) && letters.size < 3) letters.add(character);
  return [...letters];
}
