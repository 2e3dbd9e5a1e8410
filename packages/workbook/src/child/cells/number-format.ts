// What a number format does to a number, as far as it changes which characters somebody reads: dates, times and leading
// zeros. Grouping, currencies, percent signs and rounding are left out on purpose: the number itself is wanted.
import { dateText, type DateParts } from "./date-text";
import { numberText } from "./number-text";

/** A compiled number format. `pad`: literal text around digits, `0` for each digit place. */
export type CellFormat =
  { kind: "plain" } | { kind: "date"; parts: DateParts } | { kind: "pad"; pattern: string[] };

export const plainFormat: CellFormat = { kind: "plain" };

/** Formats that have a number and no text (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 are dates of East Asia. */
const builtIn: Record<number, DateParts> = {
  18: "time",
  19: "time",
  20: "time",
  21: "time",
  32: "time",
  33: "time",
  34: "time",
  35: "time",
  45: "time",
  46: "elapsed",
  47: "time",
};

/** The format with this number; `code` is its text if the file has one. */
export function compileFormat(id: number, code: string | undefined): CellFormat {
  if (code !== undefined) return compileCode(code);
  const parts = builtIn[id];
  if (parts !== undefined) return { kind: "date", parts };
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? { kind: "date", parts: "date" } : plainFormat;
}

function compileCode(code: string): CellFormat {
  const section = firstSection(code);
  // Literals and colours say nothing of what kind of number it is; [h], [mm] and [ss] do.
  const bare = section.replace(/"[^"]*"|[\\_*]./gu, "").replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu, "");
  if (/general/iu.test(bare)) return plainFormat;
  if (/\[(?:h+|m+|s+)\]/iu.test(bare)) return { kind: "date", parts: "elapsed" };
  if (/[ymdhs]/iu.test(bare.replace(/am\/pm|a\/p/giu, ""))) {
    return { kind: "date", parts: /[yd]/iu.test(bare) || !/[hs]/iu.test(bare) ? "date" : "time" };
  }
  return compilePad(section);
}

// Up to the first semicolon that is neither quoted nor escaped.
function firstSection(code: string): string {
  return /^(?:"[^"]*"|\\.|[^;"\\]|["\\])*?(?=;|$)/u.exec(code.slice(0, 255))?.[0] ?? "";
}

/** `00000`, `000-00-0000`, `"KD-"0000`: at least two digit places that are always shown, and nothing that scales. */
function compilePad(section: string): CellFormat {
  const pattern: string[] = [];
  let zeros = 0;
  for (const [token, quoted, escaped] of section.matchAll(
    /"([^"]*)"|[\\]([\s\S])|\[[^\]]*\]|_[\s\S]|[\s\S]/gu,
  )) {
    if (token === "0") {
      zeros++;
      pattern.push("0");
    } else if (quoted !== undefined || escaped !== undefined)
      pattern.push(...literal(quoted ?? escaped ?? ""));
    else if ("-()/ +:".includes(token)) pattern.push(...literal(token));
    else if (token === "#" && zeros === 0) continue;
    else if (token === "@" || !/^(?:\[[^\]]*\]|_[\s\S])$/u.test(token)) return plainFormat;
  }
  return zeros >= 2 ? { kind: "pad", pattern } : plainFormat;
}

// A literal stands for itself, a zero in it too: NUL marks it.
function literal(text: string): string[] {
  return text === "" ? [] : [`\0${text}`];
}

/** The text of a number in this format. */
export function formatNumber(value: number, format: CellFormat, date1904: boolean): string {
  switch (format.kind) {
    case "plain":
      return numberText(value);
    case "date":
      return dateText(value, format.parts, date1904) ?? numberText(value);
    case "pad":
      return padded(value, format.pattern);
  }
}

function padded(value: number, pattern: string[]): string {
  if (!Number.isInteger(value) || Math.abs(value) >= 1e15) return numberText(value);
  const places = pattern.filter((one) => one === "0").length;
  const digits = String(Math.abs(value)).padStart(places, "0");
  let at = digits.length - places;
  let text = "";
  let first = true;
  for (const one of pattern) {
    if (one !== "0") text += one.slice(1);
    else if (first) {
      text += digits.slice(0, at + 1);
      at++;
      first = false;
    } else text += digits.charAt(at++);
  }
  return value < 0 ? `-${text}` : text;
}
