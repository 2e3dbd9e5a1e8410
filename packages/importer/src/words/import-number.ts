/** How people name an import, in the console, in mails and in a terminal. Pure. */

/** "IMP-0147" */
export function importNumber(id: string): string {
  return `IMP-${id.padStart(4, "0")}`;
}
