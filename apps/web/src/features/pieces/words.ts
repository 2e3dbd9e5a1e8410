/** Small words that depend on a number, and lists of names as one would say them. Pure. */

/** "1 user", "4 users", "12,361 users". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${new Intl.NumberFormat("en-GB").format(count)} ${count === 1 ? one : many}`;
}

/** "Anders Holm", "Anders Holm and Maren Østby", "Anders Holm, Maren Østby and 12 others". */
export function listOf(names: readonly string[], total = names.length, most = 4): string {
  const shown = names.slice(0, most);
  const rest = total - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest === 1 ? "1 other" : countOf(rest, "other")}`;
  const last = shown.at(-1) ?? "";
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(", ")} and ${last}`;
}
