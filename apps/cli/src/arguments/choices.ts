/** What several commands let people choose from. */
import { formatList, type EncodingId, type FormatId } from "@rollcall/importer";

export const formatIds: readonly FormatId[] = formatList.map(({ id }) => id);
export const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
] as const satisfies readonly EncodingId[];
