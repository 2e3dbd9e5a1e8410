// Small pieces of sentences: numbers, lists and quotations as people read them. No sentence of its own.

/** 13196 → "13,196" */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ",");
}

/** A number and its noun: `counted(1, "row")` → "1 row", `counted(2, "row")` → "2 rows". */
export function counted(value: number, noun: string): string {
  return `${grouped(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** "12 characters" */
export function characters(value: number): string {
  return counted(value, "character");
}

/** 1073741824 → "1 GB" (powers of 1,024, as file managers say it). */
export function megabytes(bytes: number): string {
  const units = ["bytes", "KB", "MB", "GB"] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${grouped(Math.round(value))} ${units[unit] ?? "GB"}`;
}

/** In curly quotes. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** "Email, Full Name" → "Email and Full Name" */
export function list(text: string): string {
  const last = text.lastIndexOf(", ");
  return last < 0 ? text : `${text.slice(0, last)} and ${text.slice(last + 2)}`;
}
