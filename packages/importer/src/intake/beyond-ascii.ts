// What printable ASCII, tabs and line breaks are not. Data only.

/** Finds the first character that is neither printable ASCII nor tab nor line break. */
export const beyondAscii = /[^\t\n\r -~]/;
