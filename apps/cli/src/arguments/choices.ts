/** What several commands let people choose from. */
import { encodingIds, formatList, type EncodingId, type FormatId } from "@rollcall/importer";

export const formatIds: readonly FormatId[] = formatList.map(({ id }) => id);
export const encodings: readonly EncodingId[] = encodingIds;
