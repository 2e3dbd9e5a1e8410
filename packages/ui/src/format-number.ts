// Figures as people read them. One place for grouping, so every count on a page looks the same.

/** A whole number grouped by the reader's locale ("12,361"); at most `digits` decimals (0). */
export function formatNumber(value: number, locale?: string, digits = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** A short figure for axes: 12k, 1.2M. */
export function formatCompact(value: number, locale?: string): string {
  const short = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(
    value,
  );
  return short.replace("K", "k");
}

/** A share of one as a percentage: 0.735 is "73.5%". */
export function formatShare(value: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(value);
}
