// What each kind of file that is not read is called, and what to do instead. Words only.
import type { ContainerId } from "../model/recognition";

/** A name with its article, and advice as a sentence. */
export interface ContainerText {
  what: string;
  advice: string;
}

const saveAsCsv = "Save it as CSV and choose that file.";
const notATable = "Choose a CSV file.";

/** The words of every container that cannot be read. */
export const containerText: Record<Exclude<ContainerId, "csv">, ContainerText> = {
  xlsx: { what: "an Excel workbook (XLSX)", advice: saveAsCsv },
  xlsm: { what: "an Excel workbook with macros (XLSM)", advice: saveAsCsv },
  xlsb: { what: "a binary Excel workbook (XLSB)", advice: saveAsCsv },
  xls: { what: "an older Excel workbook (XLS)", advice: saveAsCsv },
  ods: { what: "an OpenDocument spreadsheet (ODS)", advice: saveAsCsv },
  zip: { what: "a ZIP archive", advice: "Unpack it and choose the CSV file in it." },
  pdf: { what: "a PDF", advice: notATable },
  image: { what: "a picture", advice: notATable },
  html: { what: "a web page (HTML)", advice: `Open it in a spreadsheet program. ${saveAsCsv}` },
  xml: { what: "an XML file", advice: `Open it in a spreadsheet program. ${saveAsCsv}` },
  json: { what: "a JSON file", advice: notATable },
  rtf: { what: "a text document (RTF)", advice: notATable },
  vcard: { what: "a list of contacts (vCard)", advice: "Export the contacts as CSV and choose that file." },
  archive: { what: "a compressed archive", advice: "Unpack it and choose the CSV file in it." },
  database: { what: "a database", advice: "Export the table as CSV and choose that file." },
  "utf-32": { what: "a text file in UTF-32", advice: "Save it as UTF-8 and choose that file." },
  binary: { what: "no text file", advice: notATable },
};
