// Finds the columns of the rollcall format: the canonical names by their header, attributes by what follows the colon.
import { nameKey } from "../../address/name-key";
import type { FormatMatch } from "../../model/format";
import { clip, makeProblem, type Problem } from "../../model/problem";
import type { ColumnMatch } from "../../model/recognition";
import type { Row } from "../../model/row";
import { counted, grouped } from "../../words/phrases";
import { matchHeaders } from "../match-headers";
import { columns as specs } from "./columns";

const attributeHeader = /^attribute\s*:\s*([^]*)$/iu;
const named = specs.filter(({ field }) => field !== "attributes");

/** As `matchHeaders`, and attributes besides; some column must give a name. */
export function matchRollcall(rows: readonly Row[]): FormatMatch {
  const found = matchHeaders(named, rows);
  if (found.columns.length === 0 || found.problems.some(({ code }) => code === "file.no-header"))
    return found;
  const line = found.dataAfterLine;
  if (
    !found.columns.some(
      ({ field }) => field === "fullName" || field === "givenName" || field === "familyName",
    )
  )
    return withoutName(found);
  const { columns, problems } = withAttributes(found, rows[0]?.cells ?? [], line);
  const matched = columns.filter(({ field }) => field !== null).length;
  return {
    ...found,
    confidence: Math.round((0.6 + (0.38 * matched) / columns.length) * 100) / 100,
    reason: `${grouped(matched)} of ${counted(columns.length, "header")} match`,
    columns,
    problems,
  };
}

function withoutName(found: FormatMatch): FormatMatch {
  const line = found.dataAfterLine;
  const headers = found.columns.map(({ header }) => (header === "" ? "(none)" : clip(header)));
  const matched = found.columns.filter(({ field }) => field !== null).length;
  const params = { missing: "fullName", found: clip(headers.slice(0, 12).join(", ")) };
  return {
    ...found,
    confidence: (0.4 * matched) / found.columns.length,
    reason: "“fullName” is missing",
    problems: [makeProblem("file.no-header", params, { line })],
  };
}

function withAttributes(
  { columns, problems }: FormatMatch,
  cells: readonly string[],
  line: number,
): { columns: ColumnMatch[]; problems: Problem[] } {
  const first = new Map<string, number>();
  const unknown = new Set<number>();
  const repeated: Problem[] = [];
  const matched = columns.map((column): ColumnMatch => {
    const { index } = column;
    // As the cell has it: in an attribute's name every character counts.
    const name = attributeHeader.exec((cells[index] ?? "").trim())?.[1] ?? "";
    const key = nameKey(name);
    if (column.field !== null || key === "") return column;
    unknown.add(index + 1);
    const before = first.get(key);
    if (before !== undefined) {
      const params = { header: clip(column.header), position: index + 1, first: before + 1 };
      const place = { line, column: column.header, field: "attributes" as const };
      repeated.push(makeProblem("column.repeated", params, place));
      return { ...column, reason: `Column ${grouped(before + 1)} is read instead` };
    }
    first.set(key, index);
    return { ...column, field: "attributes", part: name, reason: "An attribute" };
  });
  const left = problems.filter(
    ({ code, params }) => code !== "column.unknown" || !unknown.has(Number(params["position"])),
  );
  return { columns: matched, problems: [...left, ...repeated] };
}
