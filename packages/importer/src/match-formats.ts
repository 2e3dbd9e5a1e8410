// Which format the first rows of a table have: every format is asked, the surest answer is taken, and why is said.
// It knows nothing of bytes; text and sheets come here alike.
import { formatList, formats, isImplementedFormat } from "./formats/registry";
import { describeColumns } from "./mapping/describe-columns";
import { cellMasker } from "./mask-cells";
import type { Format, FormatMatch } from "./model/format";
import { clip, makeProblem, type Problem } from "./model/problem";
import type { RecogniseOptions } from "./model/read";
import type { FormatGuess, Recognition } from "./model/recognition";
import type { Row } from "./model/row";

const sampleRows = 8;
// What `custom` says of columns it only suggests a mapping for; known exports are above it.
const suggested = 0.5;

/** `base` with what the rows say: format, header, columns, samples and problems. Facts are the caller's. */
export function matchFormats(
  base: Recognition,
  rows: readonly Row[],
  options: RecogniseOptions,
): Recognition {
  const tried = candidatesOf(options)
    .map((format) => ({ format, match: format.match(rows, options.mapping) }))
    .filter(({ format, match }) => mayBeTaken(format, match, options));
  // Of equals the one that uses more of the columns, then the one that is offered first.
  tried.sort((a, b) => b.match.confidence - a.match.confidence || usedBy(b.match) - usedBy(a.match));
  const candidates = tried.map(({ format, match }) => guessOf(format, match));
  const best = tried[0];
  if (best === undefined) return { ...base, problems: [...base.problems, unknownFormat("")] };
  const { match } = best;
  const usable = match.problems.every((problem) => problem.severity !== "error");
  const chosen = options.format !== undefined || options.mapping !== undefined;
  return {
    ...base,
    format: usable || chosen ? (candidates[0] ?? null) : null,
    candidates: candidates.filter((candidate) => candidate.confidence > 0),
    header: match.header,
    columns: match.columns,
    stats: describeColumns(dataOf(rows, match), match.columns),
    mapping: match.mapping ?? null,
    sample: match.columns.length === 0 ? [] : sampleOf(rows, match),
    problems: [...base.problems, ...formatProblems(match, rows, chosen)],
  };
}

/** A recognition in which nothing was found yet. */
export function emptyRecognition(container: Recognition["container"], problems: Problem[]): Recognition {
  return {
    container,
    encoding: null,
    bom: false,
    delimiter: null,
    delimiterReason: "",
    sepLine: false,
    sheet: null,
    sheets: [],
    mapping: null,
    format: null,
    candidates: [],
    header: null,
    columns: [],
    stats: [],
    sample: [],
    facts: [],
    problems,
  };
}

function candidatesOf({ format, mapping }: RecogniseOptions): readonly Format[] {
  const chosen = format ?? (mapping === undefined ? undefined : "custom");
  if (chosen === undefined) return formatList;
  return isImplementedFormat(chosen) ? [formats[chosen]] : [];
}

// A mapping that nobody has looked at is a question to a person, never an answer.
function mayBeTaken(format: Format, match: FormatMatch, options: RecogniseOptions): boolean {
  if (options.suggestions !== false || options.format !== undefined || options.mapping !== undefined)
    return true;
  return format.id !== "custom" || match.confidence > suggested;
}

// A first row that names no column of any format is a header of something else, or data without a header.
function formatProblems(match: FormatMatch, rows: readonly Row[], chosen: boolean): Problem[] {
  const first = match.problems[0];
  if (chosen || match.header !== null || first?.code !== "file.no-header") return match.problems;
  const found = String(first.params["found"] ?? "");
  return found === "" || (rows[0]?.cells.length ?? 0) < 2 ? match.problems : [unknownFormat(found)];
}

function unknownFormat(found: string): Problem {
  return makeProblem("file.unknown-format", { found: clip(found) });
}

function sampleOf(rows: readonly Row[], match: FormatMatch): Row[] {
  const masked = cellMasker(match.columns);
  return dataOf(rows, match)
    .slice(0, sampleRows)
    .map((row) => ({ line: row.line, cells: masked(row.cells) }));
}

function dataOf(rows: readonly Row[], match: FormatMatch): Row[] {
  return rows.filter((row) => row.line > match.dataAfterLine);
}

// A format that is not in question uses none: one without a header has its columns whatever the rows are.
function usedBy({ columns, confidence }: FormatMatch): number {
  return confidence === 0 ? 0 : columns.filter(({ field }) => field !== null).length;
}

function guessOf(format: Format, match: FormatMatch): FormatGuess {
  return { id: format.id, confidence: match.confidence, reason: match.reason };
}
