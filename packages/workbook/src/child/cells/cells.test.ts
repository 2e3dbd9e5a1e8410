// Numbers and dates as people see them. Each case says why it is there.
import { expect, test } from "vitest";
import { dateText, type DateParts, isoDateText } from "./date-text";
import { compileFormat, formatNumber } from "./number-format";
import { numberText } from "./number-text";

test.each([
  [42, "42", "a whole number"],
  [-0, "0", "no minus before nothing"],
  [441234567890, "441234567890", "a phone number is never 4.41E+11"],
  [123456789012345, "123456789012345", "15 digits in full"],
  [1234567890123450, "1.23456789012345E+15", "a spreadsheet keeps 15 digits, and the 16th is made up"],
  [1234567890123456, "1234567890123456", "unless a program wrote 16"],
  [1234567890123456768, "1.23456789012346E+18", "beyond that none is known"],
  [-1e21, "-1E+21", "below zero neither"],
  [-1.5e-7, "-0.00000015", "no exponent below one"],
  [1e-7, "0.0000001", "nor of a single digit"],
  [0.1 + 0.2, "0.3", "binary dust is not shown"],
  [81918.75, "81918.75", "a fraction"],
  [NaN, "", "what is no number"],
])("%d is %s: %s", (value, text) => {
  expect(numberText(value)).toBe(text);
});

test.each([
  [1, "date", false, "1900-01-01", "the first day"],
  [59, "date", false, "1900-02-28", "before the day that never was"],
  [60, "date", false, "1900-02-29", "the day that never was, as Excel shows it"],
  [61, "date", false, "1900-03-01", "after it"],
  [44197, "date", false, "2021-01-01", "a day"],
  [44197.5, "date", false, "2021-01-01 12:00:00", "a day with its time"],
  [44197.999999, "date", false, "2021-01-02", "rounded to the second"],
  [0, "date", true, "1904-01-01", "the first day of the other system"],
  [42735, "date", true, "2021-01-01", "a day of the other system"],
  [0.5, "time", false, "12:00:00", "a time of day"],
  [1.5, "elapsed", false, "36:00:00", "a duration"],
  [-1, "date", false, null, "before all days"],
  [2_958_466, "date", false, null, "after all days"],
] satisfies [number, DateParts, boolean, string | null, string][])(
  "serial %d as %s (1904: %s) is %s: %s",
  (serial, parts, date1904, text, _why) => {
    expect(dateText(serial, parts, date1904)).toBe(text);
  },
);

test.each([
  ["2021-01-01", "2021-01-01"],
  ["2021-01-01T00:00:00", "2021-01-01"],
  ["2021-01-01T13:05:09.4Z", "2021-01-01 13:05:09"],
  ["yesterday", null],
])("%s is %s", (iso, text) => {
  expect(isoDateText(iso)).toBe(text);
});

test.each([
  [42, "00000", "00042", "leading zeros"],
  [78051120, "000-00-0000", "078-05-1120", "zeros among dashes"],
  [7, '"KD-"0000', "KD-0007", "a quoted prefix"],
  [123456, "0000", "123456", "more digits than places"],
  [-42, "00000", "-00042", "below zero"],
  [1.5, "00000", "1.5", "a fraction is not rounded away"],
  [0.05, "0%", "0.05", "a percentage is its number"],
  [1234.5, "#,##0.00", "1234.5", "no grouping"],
  [1234.5, '_-* #,##0.00\\ "kr"_-', "1234.5", "a currency is its number"],
  [44197, "dd/mm/yyyy", "2021-01-01", "a date however it is shown"],
  [44197, "[$-409]mmmm\\ d;@", "2021-01-01", "a month by name"],
  [44197.5, "h:mm AM/PM", "2021-01-01 12:00:00", "a time with a day before it keeps the day"],
  [1.25, "[h]:mm", "30:00:00", "hours beyond a day"],
  [5, '"days: "0', "5", "letters of dates inside of quotes"],
  [5, "[Red]0.0", "5", "a colour is no date"],
  [5, "General", "5", "general"],
  [5, "@", "5", "text"],
])("%d in %s is %s: %s", (value, code, text) => {
  expect(formatNumber(value, compileFormat(164, code), false)).toBe(text);
});
