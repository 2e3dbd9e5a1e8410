/** How a file is to be read where a person knows better than its content. Data only. */
import type { EncodingId, FormatId, Mapping } from "@rollcall/importer";

export interface Reading {
  encoding: EncodingId | null;
  format: FormatId | null;
  /** of a workbook */
  sheet: string | null;
  /** the columns as somebody matched them; the format is then `custom` */
  mapping: Mapping | null;
}

export const asItSays: Reading = { encoding: null, format: null, sheet: null, mapping: null };
