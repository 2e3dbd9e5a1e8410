// Which number format each style of XLSX has; nothing else of a style changes what a cell says.
import { type CellFormat, compileFormat } from "../cells/number-format";
import { onTags, scanEntry } from "../xml/scan-entry";
import { attribute } from "../xml/xml-text";
import type { ZipEntry } from "../zip/zip-directory";

/** Formats by style number. */
export async function readStyles(entry: ZipEntry | undefined): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  if (entry === undefined) return [];
  let inCells = false;
  const handler = onTags((name, attributes) => {
    if (name === "numFmt") {
      const id = Number(attribute(attributes, "numFmtId"));
      if (!codes.has(id)) codes.set(id, attribute(attributes, "formatCode") ?? "General");
    } else if (name === "cellXfs") inCells = true;
    else if (name === "xf" && inCells) styles.push(Number(attribute(attributes, "numFmtId") ?? 0));
  });
  handler.close = (name) => {
    if (name === "cellXfs") inCells = false;
  };
  await scanEntry(entry, handler);
  const compiled = new Map<number, CellFormat>();
  return styles.map((id) => {
    const format = compiled.get(id) ?? compileFormat(id, codes.get(id));
    compiled.set(id, format);
    return format;
  });
}
