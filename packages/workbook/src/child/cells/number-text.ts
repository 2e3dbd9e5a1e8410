// A number as a person reads it: in full, never as 4.41E+11, with the 15 digits a spreadsheet keeps.

/**
 * Decimal text, at most 15 significant digits; "" for what is no number. A whole number of more digits keeps its exponent
 * (1.23456789012346E+18): the spreadsheet put zeros for the rest, and in full they would pass for digits that somebody wrote.
 */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value) && (isShort(value) || !endsInZeros(value)))
    return Object.is(value, -0) ? "0" : String(value);
  if (!Number.isFinite(value)) return "";
  const short = Number(value.toPrecision(15));
  if (!isShort(short)) return short.toExponential().toUpperCase();
  const text = String(short);
  return text.includes("e") ? withoutExponent(text) : text;
}

function isShort(value: number): boolean {
  return value < 1e15 && value > -1e15;
}

// Of 16 digits the last is made up where it is a zero; a program that writes files may have meant another one.
function endsInZeros(value: number): boolean {
  return value % 10 === 0;
}

// Of a number below one.
function withoutExponent(text: string): string {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const sign = mantissa.startsWith("-") ? "-" : "";
  const digits = mantissa.replace(/[-.]/gu, "");
  return `${sign}0.${"0".repeat(-1 - Number(exponent))}${digits}`;
}
