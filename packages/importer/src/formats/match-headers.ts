// Finds the columns of a format whose first row names them, in any order. It knows no particular format.
import type { ColumnSpec, FormatMatch } from "../model/format";
import { clip, makeProblem, type Problem } from "../model/problem";
import type { ColumnMatch } from "../model/recognition";
import type { Row } from "../model/row";
import { counted, grouped } from "../words/phrases";
import { headerKey } from "./header-key";

/** Takes the first row with content for the header and matches it to the columns; `label` names the format in reasons. */
export function matchHeaders(specs: readonly ColumnSpec[], rows: readonly Row[]): FormatMatch {
  const header = rows[0] ?? { line: 1, cells: [] };
  const names = trimmedHeader(header.cells);
  const problems: Problem[] = [];
  const columns = matchColumns(specs, names, header.line, problems);
  const matched = columns.filter((column) => column.field !== null).length;
  const missing = requiredOf(specs).filter((spec) => !columns.some((column) => column.field === spec.field));
  if (missing.length > 0) {
    const params = { missing: headersOf(missing), found: foundText(names) };
    // What is not used matters to nobody while the header itself is in doubt.
    problems.splice(0, problems.length, makeProblem("file.no-header", params, { line: header.line }));
  }
  return {
    ...sureness(matched, names.length, missing),
    header: matched > 0 ? { line: header.line, cells: names } : null,
    columns: matched > 0 ? columns : [],
    dataAfterLine: header.line,
    problems,
  };
}

/** The columns that a file must have. */
export function requiredOf(specs: readonly ColumnSpec[]): ColumnSpec[] {
  return specs.filter((spec) => spec.required);
}

/** The headers of the columns, as problems list them. */
export function headersOf(specs: readonly ColumnSpec[]): string {
  return specs.map((spec) => spec.header).join(", ");
}

/** How many of the headers name one of the columns. */
export function countKnown(specs: readonly ColumnSpec[], header: readonly string[]): number {
  return header.filter((name) => specOf(specs, name) !== undefined).length;
}

// Headers as text: white space around them off, nameless ones at the end left out.
function trimmedHeader(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.replaceAll("\uFEFF", "").trim());
  while (names.at(-1) === "") names.pop();
  return names;
}

function matchColumns(
  specs: readonly ColumnSpec[],
  names: readonly string[],
  line: number,
  problems: Problem[],
): ColumnMatch[] {
  const first = new Map<ColumnSpec, number>();
  return names.map((name, index) => {
    const spec = specOf(specs, name);
    const position = index + 1;
    const header = clip(name);
    const column = name === "" ? null : name;
    if (spec === undefined) {
      const shown = header === "" ? "no header" : header;
      problems.push(makeProblem("column.unknown", { header: shown, position }, { line, column }));
      return { index, header: name, field: null, reason: "Not a column of this format" };
    }
    const before = first.get(spec);
    if (before !== undefined && !spec.repeats) {
      const params = { header, position, first: before + 1 };
      problems.push(makeProblem("column.repeated", params, { line, column, field: spec.field }));
      return { index, header: name, field: null, reason: `Column ${grouped(before + 1)} is read instead` };
    }
    if (before === undefined) first.set(spec, index);
    const part = spec.part === undefined ? {} : { part: spec.part };
    return { index, header: name, field: spec.field, ...part, reason: "Header matches" };
  });
}

function specOf(specs: readonly ColumnSpec[], name: string): ColumnSpec | undefined {
  const key = headerKey(name);
  return specs.find((spec) => {
    const own = headerKey(spec.header);
    if (own === key || spec.also?.some((other) => headerKey(other) === key) === true) return true;
    return spec.repeats && key.startsWith(own) && /^\d+$/u.test(key.slice(own.length));
  });
}

function sureness(
  matched: number,
  total: number,
  missing: readonly ColumnSpec[],
): { confidence: number; reason: string } {
  if (matched === 0) return { confidence: 0, reason: "No header matches" };
  const share = matched / total;
  if (missing.length > 0) {
    const names = missing.map((spec) => `“${spec.header}”`).join(" and ");
    return { confidence: 0.4 * share, reason: `${names} ${missing.length === 1 ? "is" : "are"} missing` };
  }
  return {
    confidence: Math.round((0.6 + 0.38 * share) * 100) / 100,
    reason: `${grouped(matched)} of ${counted(total, "header")} match`,
  };
}

// A row of data in place of a header may hold a password, so it is not repeated; an address gives it away.
function foundText(names: readonly string[]): string {
  if (names.some((name) => name.includes("@"))) return "";
  const shown = names.slice(0, 12).map((name) => (name === "" ? "(none)" : clip(name)));
  return clip(shown.join(", "));
}
