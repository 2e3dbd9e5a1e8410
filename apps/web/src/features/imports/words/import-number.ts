/** How people name an import. Pure. */

/** "IMP-0147" */
export function importNumber(id: string): string {
  return `IMP-${id.padStart(4, "0")}`;
}
