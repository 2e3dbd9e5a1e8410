/**
 * The type of a mail, to be spread into an inline style. Geist where the reader has it; nothing is downloaded.
 */
export const sans = {
  fontFamily:
    '"Geist", ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
} as const;
