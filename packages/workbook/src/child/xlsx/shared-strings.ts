// The texts that cells of XLSX refer to by number. Rich text is joined, phonetic readings are left out.
import { appendText } from "../cells/append-text";
import { scanEntry } from "../xml/scan-entry";
import type { ZipEntry } from "../zip/zip-directory";
import { undoEscapes } from "./string-escapes";

/** The texts in their order. */
export async function readSharedStrings(entry: ZipEntry | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (entry === undefined) return texts;
  let text = "";
  let inPhonetic = false;
  const handler = {
    wantsText: false,
    open(name: string) {
      if (name === "si") text = "";
      else if (name === "rPh") inPhonetic = true;
      else if (name === "t") handler.wantsText = !inPhonetic;
    },
    close(name: string) {
      if (name === "t") handler.wantsText = false;
      else if (name === "rPh") inPhonetic = false;
      else if (name === "si") texts.push(undoEscapes(text));
    },
    text(part: string) {
      text = appendText(text, part);
    },
  };
  await scanEntry(entry, handler);
  return texts;
}
