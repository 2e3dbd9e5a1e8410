/** The encodings that a person can choose, as they are called. Words only; the importer reads them. */
import type { EncodingId } from "@rollcall/importer";

const names: Record<EncodingId, string> = {
  "utf-8": "UTF-8",
  "windows-1252": "Windows-1252",
  "utf-16le": "UTF-16, little-endian",
  "utf-16be": "UTF-16, big-endian",
  "windows-1250": "Windows-1250 (Central European)",
  "windows-1251": "Windows-1251 (Cyrillic)",
  "iso-8859-2": "ISO-8859-2 (Central European)",
  "iso-8859-5": "ISO-8859-5 (Cyrillic)",
  "iso-8859-7": "ISO-8859-7 (Greek)",
  "iso-8859-9": "ISO-8859-9 (Turkish)",
  "iso-8859-15": "ISO-8859-15 (Western, with €)",
  macintosh: "Mac Roman",
};

export const encodings = Object.entries(names).map(([id, label]) => ({ id: id as EncodingId, label }));

/** "Windows-1252"; an id that is not known stays as it is. */
export function encodingLabel(id: string): string {
  return (names as Partial<Record<string, string>>)[id] ?? id;
}
