/** Import ids at the border are decimal strings ("147"), also written "IMP-0147". */
export function parseImportId(text: string): bigint | null {
  const digits = /^(?:IMP-)?0*(\d{1,18})$/i.exec(text.trim())?.[1];
  return digits === undefined ? null : BigInt(digits);
}
