/**
 * Reads sizes as people write them: "1 GiB", "500MB", "1073741824".
 */

const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};

/** Bytes, a whole number of at least 1; null when `text` is no size. Units in any case: B, kB, MB, GB, TB (1000), KiB, MiB, GiB, TiB (1024). */
export function parseByteSize(text: string): number | null {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/iu.exec(text.trim()) ?? [];
  const factor = UNITS[unit?.toLowerCase() ?? "?"];
  if (digits === undefined || factor === undefined) return null;
  const bytes = Math.round(Number(digits) * factor);
  return bytes >= 1 && Number.isSafeInteger(bytes) ? bytes : null;
}
