// The same small table as SheetJS writes it in each kind: what others write is what our readers must understand.
import * as sheetjs from "@e965/xlsx";

const kinds = { xlsx: "xlsx", xls: "biff8", xls5: "biff5", ods: "ods" } as const;

/** Rows of people with every type of cell; dates as ISO text so that all kinds hold the same. */
export function peopleCells(): (string | number | boolean)[][] {
  const rows: (string | number | boolean)[][] = [["Email", "Full Name", "Code", "Amount", "Active"]];
  for (let at = 1; at <= 60; at++)
    rows.push([
      `user${at}@example.com`,
      `Zoë Person ${at}`,
      String(at).padStart(5, "0"),
      at * 1.25,
      at % 2 === 0,
    ]);
  return rows;
}

let made: Record<keyof typeof kinds, Buffer> | null = null;

/** Bytes by kind. */
export function realWorkbooks(): Record<keyof typeof kinds, Buffer> {
  if (made !== null) return made;
  const book = sheetjs.utils.book_new(sheetjs.utils.aoa_to_sheet(peopleCells()), "People");
  const write = (bookType: (typeof kinds)[keyof typeof kinds]) =>
    sheetjs.write(book, {
      type: "buffer",
      bookType,
      compression: true,
      bookSST: bookType !== "biff5",
    }) as Buffer;
  made = { xlsx: write(kinds.xlsx), xls: write(kinds.xls), xls5: write(kinds.xls5), ods: write(kinds.ods) };
  return made;
}
