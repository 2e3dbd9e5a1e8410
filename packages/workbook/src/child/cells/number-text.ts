// A number as a person reads it: in full, never as 4.41E+11, with the 15 digits a spreadsheet keeps.

/** Decimal text without an exponent, at most 15 significant digits; "" for what is no number. */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value) && value < 1e15 && value > -1e15)
    return Object.is(value, -0) ? "0" : String(value);
  if (!Number.isFinite(value)) return "";
  const short = String(Number(value.toPrecision(15)));
  return short.includes("e") ? withoutExponent(short) : short;
}

function withoutExponent(text: string): string {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, "0");
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
