// Finds the layout of a directory spreadsheet in the first rows of a table, wherever it begins, and says what each heading
// means. It judges headings, never rows of data.
import type { FormatMatch } from "../../model/format";
import { flatKey } from "../../model/flat-key";
import { clip, makeProblem, type Problem } from "../../model/problem";
import type { ColumnMatch } from "../../model/recognition";
import type { FieldName } from "../../model/record";
import type { Row } from "../../model/row";
import { headerKey } from "../header-key";
import {
  cellName,
  columnLetters,
  findCheckpoint,
  findNearCheckpoint,
  headingAt,
  type Checkpoint,
} from "./checkpoint";
import { beyondLast, fieldOf, listedAtMost, namesPassword, nearMiss, placed } from "./headings";

const othersFields = new Set(["group", "groups", "role", "username", "plan"]);

/** Takes the checkpoint and what stands right of it; everything above and left of it is ignored. */
export function matchLayout(rows: readonly Row[]): FormatMatch {
  const checkpoint = findCheckpoint(rows);
  if (checkpoint === null) return withoutCheckpoint(rows);
  const { row, at } = checkpoint;
  const place = cellName(row.line, at);
  const beside = headingAt(row, at + 1);
  if (beside !== "name") return withoutName(row, place, beside);
  const problems: Problem[] = [];
  const columns = matchHeadings(checkpoint, problems);
  return {
    confidence: surenessOf(columns, row !== rows[0] || at > 0),
    reason: `“email” is in ${place} and “name” right of it`,
    header: { line: row.line, cells: row.cells.slice() },
    columns,
    dataAfterLine: row.line,
    problems,
  };
}

// Lower case and side by side is this format's own. What names groups or roles beside it, and nothing of this format, is
// more likely a list of another kind, of which this would make attributes without a word.
function surenessOf(columns: readonly ColumnMatch[], inside: boolean): number {
  const further = columns.filter(
    ({ field }) => field !== "email" && field !== "fullName" && field !== "password",
  );
  const own = further.some(({ field }) => field !== null && field !== "attributes");
  if (further.length === 0 || own || inside) return 0.99;
  return further.some(({ header }) => othersFields.has(headerKey(header))) ? 0.45 : 0.9;
}

function withoutCheckpoint(rows: readonly Row[]): FormatMatch {
  const near = findNearCheckpoint(rows);
  const hint =
    near === null ? {} : { near: clip(headingAt(near.row, near.at)), cell: cellName(near.row.line, near.at) };
  return {
    confidence: near === null ? 0 : 0.2,
    reason: "No cell from A1 to M99 holds exactly “email”",
    header: null,
    columns: [],
    dataAfterLine: 0,
    problems: [makeProblem("file.checkpoint-missing", hint)],
  };
}

function withoutName(row: Row, place: string, beside: string): FormatMatch {
  // A row of data in place of headings may hold a password; an address gives it away.
  const found = row.cells.some((cell) => cell.includes("@")) ? "" : clip(beside);
  return {
    confidence: 0.3,
    reason: `“email” is in ${place}, but “name” is not right of it`,
    header: { line: row.line, cells: row.cells.slice() },
    columns: [],
    dataAfterLine: row.line,
    problems: [makeProblem("file.name-column", { found }, { line: row.line, column: beside || null })],
  };
}

function matchHeadings({ row, at }: Checkpoint, problems: Problem[]): ColumnMatch[] {
  let width = row.cells.length;
  while (headingAt(row, width - 1).trim() === "") width--;
  const seen: Seen = { first: new Map(), told: new Set() };
  const columns: ColumnMatch[] = [];
  // Left of the checkpoint nothing counts but a password, which would otherwise be left out without a word.
  for (let index = 0; index < width; index++) {
    const heading = headingAt(row, index);
    if (index < at && heading.trim() !== "password") continue;
    columns.push(columnOf(heading, { index, at, line: row.line }, seen, problems));
  }
  return columns;
}

interface Seen {
  /** Where each heading stood first. */
  first: Map<string, number>;
  /** Lists of which it was said that they are too long. */
  told: Set<FieldName>;
}

interface Place {
  index: number;
  /** Of the checkpoint. */
  at: number;
  line: number;
}

function columnOf(heading: string, place: Place, seen: Seen, problems: Problem[]): ColumnMatch {
  const { index, at, line } = place;
  const header = heading.trim();
  const told = { line, column: header === "" ? null : header };
  if (index === at) return { index, header, field: "email", reason: "The checkpoint" };
  if (index === at + 1) return { index, header, field: "fullName", reason: "Right of “email”" };
  if (index === at + 2 && heading === "password")
    return { index, header, field: "password", reason: "Right of “name”" };
  const unused = (reason: string): ColumnMatch => ({ index, header, field: null, reason });
  if (header === "") {
    problems.push(makeProblem("column.unknown", { header: "no header", position: index + 1 }, told));
    return unused("No heading");
  }
  if (header === "password" && heading === header) {
    const params = { column: columnLetters(index) };
    problems.push(makeProblem("file.password-column", params, { ...told, field: "password" }));
    return unused("Not right of “name”");
  }
  const list = beyondLast(header);
  if (list !== null) {
    const code = list === "aliases" ? "alias.too-many" : "delegate.too-many";
    if (!seen.told.has(list))
      problems.push(makeProblem(code, { limit: listedAtMost }, { ...told, field: list }));
    seen.told.add(list);
    return unused(`Beyond the ${list === "aliases" ? "tenth alias" : "tenth delegate"}`);
  }
  const known = (placed as readonly string[]).includes(header);
  const field = fieldOf(header);
  const repeated = repeatOf(field === null && !known ? flatKey("attributes", header) : header, place, seen);
  if (repeated !== null) {
    const params = { header: clip(header), position: index + 1, first: repeated + 1 };
    problems.push(makeProblem("column.repeated", params, told));
    return unused(`Column ${columnLetters(repeated)} is read instead`);
  }
  return field === null
    ? attributeOf(header, place, problems)
    : { index, header, field, reason: "Heading matches" };
}

// Headings of the format are one when they are written alike, attributes when their names are.
function repeatOf(key: string, { index, at }: Place, { first }: Seen): number | null {
  const before = key === "email" ? at : key === "name" ? at + 1 : first.get(key);
  if (before === undefined) first.set(key, index);
  return before ?? null;
}

function attributeOf(header: string, { index, line }: Place, problems: Problem[]): ColumnMatch {
  const meant = nearMiss(header);
  if (meant !== null) {
    const params = { header: clip(header), meant };
    problems.push(makeProblem("column.near-miss", params, { line, column: header }));
  }
  if (namesPassword(header))
    return { index, header, field: null, reason: "Looks like passwords, so it is no attribute" };
  return { index, header, field: "attributes", part: header, reason: "Any other heading is an attribute" };
}
