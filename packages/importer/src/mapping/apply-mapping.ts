// Finds the columns that a mapping names in the first rows of a table. It guesses nothing: `suggestMapping` does.
import { nameKey } from "../address/name-key";
import { headerKey } from "../formats/header-key";
import { isSecretColumn } from "../mask-cells";
import type { FormatMatch } from "../model/format";
import type { Mapping, MappingColumn, MappingTarget } from "../model/mapping";
import { clip, makeProblem, type Problem } from "../model/problem";
import type { ColumnMatch } from "../model/recognition";
import type { Row } from "../model/row";
import { counted, grouped } from "../words/phrases";
import { mayRepeat, placeOfTarget } from "./targets";

/**
 * The match of a mapping. A column that the mapping uses and the file lacks is `column.missing`, an error that names it; so is
 * a mapping without an address. One header may stand for several columns of a list.
 */
export function applyMapping(mapping: Mapping, rows: readonly Row[]): FormatMatch {
  const header = headerRow(mapping, rows);
  const names = header?.cells ?? numbered(rows);
  const line = header?.line ?? null;
  const { taken, missing } = placeColumns(mapping, names, header !== null);
  const problems: Problem[] = [];
  const columns = names.map((name, index) => columnAt({ index, name, taken, mapping, line, problems }));
  const attributes = withoutRepeatedAttributes(columns, line, problems);
  if (missing.length > 0) problems.unshift(missingProblem(missing, names, line));
  else if (!attributes.some(({ field }) => field === "email"))
    problems.unshift(missingProblem(["Email"], names, line));
  const used = attributes.filter(({ field }) => field !== null).length;
  return {
    confidence: 1,
    reason: `${grouped(used)} of ${counted(attributes.length, "column")} mapped by “${clip(mapping.name)}”`,
    header,
    columns: attributes,
    dataAfterLine: header?.line ?? 0,
    problems,
    mapping,
  };
}

// The row on that line, or the first below it where that line is blank.
function headerRow(mapping: Mapping, rows: readonly Row[]): Row | null {
  const { header } = mapping;
  if (header === null) return null;
  const row = rows.find(({ line }) => line >= header);
  if (row === undefined) return null;
  const cells = row.cells.map((cell) => cell.replaceAll("\uFEFF", "").trim());
  while (cells.at(-1) === "") cells.pop();
  return { line: row.line, cells };
}

function numbered(rows: readonly Row[]): string[] {
  const width = rows.slice(0, 100).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, () => "");
}

type Taken = ReadonlyMap<number, MappingColumn>;

function placeColumns(
  mapping: Mapping,
  names: readonly string[],
  hasHeader: boolean,
): { taken: Taken; missing: string[] } {
  const taken = new Map<number, MappingColumn>();
  const missing: string[] = [];
  const positions = new Map<string, number[]>();
  names.forEach((name, index) => {
    const key = headerKey(name);
    if (key !== "") positions.set(key, [...(positions.get(key) ?? []), index]);
  });
  const positionOf = ({ from }: MappingColumn): number | undefined => {
    if (typeof from === "number") return from <= names.length ? from - 1 : undefined;
    return hasHeader ? positions.get(headerKey(from))?.find((index) => !taken.has(index)) : undefined;
  };
  // Numbers first: a header that is there twice is told apart by them.
  for (const column of [...mapping.columns].sort((a, b) => Number(isNamed(a)) - Number(isNamed(b)))) {
    const index = positionOf(column);
    if (index !== undefined) taken.set(index, column);
    else if (column.to !== null) missing.push(nameOf(column));
  }
  for (const column of mapping.columns)
    if (isNamed(column) && (column.to === null || mayRepeat(column.to)))
      for (const index of positions.get(headerKey(String(column.from))) ?? [])
        if (!taken.has(index)) taken.set(index, column);
  return { taken, missing };
}

function isNamed({ from }: MappingColumn): boolean {
  return typeof from === "string";
}

function nameOf({ from }: MappingColumn): string {
  return typeof from === "number" ? `column ${grouped(from)}` : `“${clip(from)}”`;
}

interface Place {
  index: number;
  name: string;
  taken: Taken;
  mapping: Mapping;
  line: number | null;
  problems: Problem[];
}

function columnAt({ index, name, taken, mapping, line, problems }: Place): ColumnMatch {
  const base = { index, header: name };
  const column = taken.get(index);
  if (column !== undefined) {
    if (column.to === null) return { ...base, field: null, reason: "Left out by the mapping" };
    const split = column.split === undefined ? {} : { split: column.split };
    return { ...base, ...placeOf(column.to), ...split, reason: "Mapped" };
  }
  const unknown = mapping.unknown ?? "ignore";
  const secret = isSecretColumn({ ...base, field: null, reason: "" });
  if (unknown === "attribute" && name !== "" && !secret)
    return { ...base, field: "attributes", part: name, reason: "Kept as an attribute" };
  if (mapping.header === null) return { ...base, field: null, reason: "Not mapped" };
  const params = { header: name === "" ? "no header" : clip(name), position: index + 1 };
  const severity = unknown === "stop" && name !== "" ? "error" : "info";
  problems.push(makeProblem("column.unknown", params, { line, column: name === "" ? null : name, severity }));
  return { ...base, field: null, reason: "Not mapped" };
}

function placeOf(target: MappingTarget): Pick<ColumnMatch, "field" | "part"> {
  const { field, part } = placeOfTarget(target);
  return part === undefined ? { field } : { field, part };
}

// Two columns for one attribute can only come of headers that differ in case or spaces.
function withoutRepeatedAttributes(
  columns: readonly ColumnMatch[],
  line: number | null,
  problems: Problem[],
): ColumnMatch[] {
  const first = new Map<string, number>();
  return columns.map((column) => {
    if (column.field !== "attributes") return column;
    const key = nameKey(column.part ?? "");
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, column.index);
      return column;
    }
    const { part: _, ...rest } = column;
    const params = { header: clip(column.header), position: column.index + 1, first: before + 1 };
    problems.push(
      makeProblem("column.repeated", params, { line, column: column.header, field: "attributes" }),
    );
    return { ...rest, field: null, reason: `Column ${grouped(before + 1)} is read instead` };
  });
}

function missingProblem(missing: readonly string[], names: readonly string[], line: number | null): Problem {
  const shown = names.filter((name) => name !== "" && !name.includes("@")).slice(0, 12);
  const params = { missing: clip(missing.join(", ")), found: clip(shown.map(clip).join(", ")) };
  return makeProblem("column.missing", params, { line });
}
