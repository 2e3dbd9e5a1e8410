// Finds a control-panel file, which has no header, by the shape of its first rows. It is never as sure as a header makes one.
import { addressKey } from "../../address/address-key";
import { usernamePattern } from "../../checks/check-username";
import type { FormatMatch } from "../../model/format";
import { makeProblem } from "../../model/problem";
import type { ColumnMatch } from "../../model/recognition";
import type { Row } from "../../model/row";
import { grouped } from "../../words/phrases";
import { columns, neededValues, switchWords } from "./columns";
import { holdsHeader, isPositionalHeader } from "./positional-header";

// Rows that are looked at, and the share of them that must have the shape: the others are what is to be corrected.
const lookedAt = 200;
const leastShare = 0.5;

const position = { contactEmail: 7, switches: [6, 10] } as const;
const switchValues: ReadonlySet<string> = new Set([...switchWords.on, ...switchWords.off]);

/**
 * Columns by position, whatever the rows are, so that whoever chooses the format can read any file; how sure it is says
 * whether it may be taken by itself. A first line that names the values is no row, and told (`row.header-skipped`).
 */
export function matchShape(rows: readonly Row[]): FormatMatch {
  const first = rows[0];
  const named = first !== undefined && isPositionalHeader(valuesOf(first));
  return {
    ...(named ? { confidence: 0.96, reason: headerReason(first) } : shapeOf(rows)),
    header: named ? first : null,
    columns: columns.map(({ field, header }, index): ColumnMatch => {
      return { index, header, field, reason: `Value ${String(index + 1)}` };
    }),
    dataAfterLine: named ? first.line : 0,
    problems: named ? [makeProblem("row.header-skipped", {}, { line: first.line })] : [],
  };
}

function headerReason(header: Row): string {
  return `Its first line names ${grouped(valuesOf(header).length)} values in their order`;
}

function shapeOf(rows: readonly Row[]): { confidence: number; reason: string } {
  const seen = rows.slice(0, lookedAt).map(valuesOf);
  const first = seen[0];
  if (
    first === undefined ||
    !fits(first) ||
    (!holdsSwitch(first) && (holdsHeader(first) || looksNamed(seen)))
  )
    return { confidence: 0, reason: "The first row does not begin with a user name and a password" };
  const fitting = seen.filter(fits);
  const share = fitting.length / seen.length;
  if (share < leastShare) return { confidence: 0, reason: "Too few rows have the shape" };
  const signs = signsIn(fitting);
  if (signs.length === 0) return { confidence: 0, reason: "Nothing tells it from any other table" };
  const confidence = Math.min(0.75, 0.35 + 0.15 * signs.length) * share;
  const most = Math.max(...fitting.map((values) => values.length));
  const said = [`${grouped(most)} positional values`, ...signs];
  return { confidence: Math.round(confidence * 100) / 100, reason: said.join(", ") };
}

// A row as the manual has it: so nothing that is only a mistake in it is looked for here.
function fits(values: readonly string[]): boolean {
  const [username = "", password = ""] = values;
  if (values.length < neededValues || values.length > columns.length) return false;
  if (!usernamePattern.test(username) || addressKey(password) !== null) return false;
  if (values.slice(2, position.contactEmail).some((value) => addressKey(value) !== null)) return false;
  const contact = values[position.contactEmail] ?? "";
  if (contact !== "" && !contact.includes("@")) return false;
  return position.switches.every((at) => isSwitch(values[at] ?? "") || (values[at] ?? "") === "");
}

// What speaks for it, in words. Two columns of plain words are any table, so without a sign it is none of ours.
function signsIn(rows: readonly (readonly string[])[]): string[] {
  const signs: string[] = [];
  for (const at of position.switches)
    if (rows.some((values) => isSwitch(values[at] ?? "")))
      signs.push(`column ${String(at + 1)} is true/false`);
  if (rows.some((values) => (values[position.contactEmail] ?? "") !== ""))
    signs.push("column 8 is an address");
  if (share(rows, ([username = ""]) => /[A-Za-z]/u.test(username) && /\d/u.test(username)) > 0.5)
    signs.push("column 1 is user names");
  if (share(rows, ([, password = ""]) => isLikePassword(password)) > 0.5) signs.push("column 2 is passwords");
  return signs;
}

// Letters, and digits or signs between them, without spaces.
function isLikePassword(text: string): boolean {
  return text.length >= 6 && !/\s/u.test(text) && /\p{L}/u.test(text) && /\d/u.test(text);
}

// TRUE or FALSE where the switches are, as every export has them: no column is called so, whatever the row's other cells look like.
function holdsSwitch(values: readonly string[]): boolean {
  return position.switches.some((at) => /^(?:true|false)$/iu.test(values[at] ?? ""));
}

// A first row without a digit over a column in which every other cell has one: that column's name.
function looksNamed(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...below] = rows;
  if (below.length < 2 || first.some((value) => /[\d@]/u.test(value))) return false;
  return first.some((_, at) => below.every((values) => /\d/u.test(values[at] ?? "")));
}

function share<T>(list: readonly T[], test: (one: T) => boolean): number {
  return list.filter(test).length / Math.max(1, list.length);
}

function isSwitch(value: string): boolean {
  return switchValues.has(value.toLowerCase());
}

// The row's values without white space around them; trailing empty ones beyond the second are none.
function valuesOf({ cells }: Row): string[] {
  const values = cells.map((cell) => cell.replaceAll("\uFEFF", "").trim());
  while (values.length > neededValues && values.at(-1) === "") values.pop();
  return values;
}
