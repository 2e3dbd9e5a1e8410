/** The columns that a corrections file has beside the import's own; how a row is named in the first of them, packages/importer says. Pure. */

/** Which row it is, its line in the file, why it waits. */
export const correctionColumns = ["Rollcall row", "Line", "What to correct"] as const;

/** What a cell of a workbook holds, in characters. */
export const longestCell = 32_767;
export const tooLongMark = "(too long for a spreadsheet, left as it is)";
