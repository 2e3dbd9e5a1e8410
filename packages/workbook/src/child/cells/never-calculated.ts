/** Stands, as an error, for a formula that no spreadsheet has worked out yet: the file was written by a program and never opened. */
export const neverCalculated = "#FORMULA!";
