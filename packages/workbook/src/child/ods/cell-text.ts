// What a cell of ODS says: its typed value where there is one, since the text beside it is formatted for one country.
import { clock, isoDateText } from "../cells/date-text";
import { neverCalculated } from "../cells/never-calculated";
import { numberText } from "../cells/number-text";
import { attribute } from "../xml/xml-text";

/** A cell as text, and whether it is an error. `shown`: the paragraphs in it; undefined when there are none. */
export function cellText(attributes: string, shown: string | undefined): { text: string; isError: boolean } {
  if (isErrorCell(attributes, shown)) return { text: shown ?? "", isError: true };
  if (shown === undefined && isNeverCalculated(attributes)) return { text: neverCalculated, isError: true };
  return { text: valueText(attributes, shown), isError: false };
}

function isNeverCalculated(attributes: string): boolean {
  return attribute(attributes, "formula") !== undefined && attribute(attributes, "value-type") === undefined;
}

function valueText(attributes: string, shown: string | undefined): string {
  switch (attribute(attributes, "value-type")) {
    case "float":
    case "percentage":
    case "currency":
      return decimalText(attribute(attributes, "value"), shown);
    case "date":
      return isoDateText(attribute(attributes, "date-value") ?? "") ?? shown ?? "";
    case "time":
      return durationText(attribute(attributes, "time-value") ?? "") ?? shown ?? "";
    case "boolean":
      return attribute(attributes, "boolean-value") === "true" ? "TRUE" : "FALSE";
    default:
      return shown ?? attribute(attributes, "string-value") ?? "";
  }
}

function isErrorCell(attributes: string, shown: string | undefined): boolean {
  if (shown === undefined || !/^(?:#[A-Z/0-9]+[!?]?|Err:\d{3})$/u.test(shown)) return false;
  return attributes.includes('value-type="error"') || attribute(attributes, "formula") !== undefined;
}

function decimalText(value: string | undefined, shown: string | undefined): string {
  const number = Number(value ?? "");
  if (value === undefined || !Number.isFinite(number)) return shown ?? "";
  // "00042" shown for 42, "078-05-1120" for 78051120: zeros and dashes that the number format adds are what people see.
  if (shown !== undefined && Number.isInteger(number) && /^(?:0\d|[\d() /+-]*[-(/])/u.test(shown)) {
    const digits = shown.replace(/[() /+-]/gu, "");
    if (/^\d{2,}$/u.test(digits) && Number(digits) === number) return shown;
  }
  return numberText(number);
}

function durationText(duration: string): string | null {
  const match = /^PT(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,12})(?:[.,]\d+)?S)?$/u.exec(duration);
  if (match === null) return null;
  return clock(Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0));
}
