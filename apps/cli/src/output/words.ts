/** Numbers, sizes and counts in words, as every command says them. Pure. */

const grouped = new Intl.NumberFormat("en");

/** "1 row", "13,196 rows" */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped.format(number)} ${number === 1 ? one : many}`;
}

/** "512 bytes", "1.2 KB", "67 MB" */
export function size(bytes: number): string {
  if (bytes < 1000) return count(bytes, "byte");
  const units = ["KB", "MB", "GB", "TB"];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const number = bytes / 1000 ** power;
  return `${number < 10 ? number.toFixed(1) : Math.round(number)} ${units[power - 1] ?? ""}`;
}

/** "Sales, EMEA and 3 more" */
export function some(names: readonly string[], shown = 5): string {
  if (names.length <= shown) return names.join(", ");
  return `${names.slice(0, shown).join(", ")} and ${grouped.format(names.length - shown)} more`;
}

/** "2026-03-01 14:05" in the machine's zone */
export function moment(date: Date): string {
  const part = (number: number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
  return `${day} ${part(date.getHours())}:${part(date.getMinutes())}`;
}

/** "3 March 2026" in the machine's zone */
export function day(date: Date): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(date);
}
