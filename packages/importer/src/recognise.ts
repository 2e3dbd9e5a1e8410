// Finds out what a file is from its first bytes, and says why: container, encoding, delimiter, format, columns.
// It runs in the browser before anything is uploaded, and again where the file is read.
import { formatList, formats, isImplementedFormat } from "./formats/registry";
import { countKnown } from "./formats/match-headers";
import { guessContainer, type ContainerGuess } from "./intake/container";
import { createDecoder, type Decoded } from "./intake/decoder";
import { guessDelimiter, type DelimiterGuess } from "./intake/delimiter";
import { guessEncoding } from "./intake/encodings";
import { refuseContainer } from "./intake/refuse-container";
import { refuseEncoding } from "./intake/refuse-encoding";
import { unescapeCell } from "./intake/formula-quote";
import { maskCells } from "./mask-cells";
import type { Format, FormatMatch } from "./model/format";
import { defaultLimits, type Limits } from "./model/limits";
import { clip, makeProblem, type Problem } from "./model/problem";
import type { RecogniseOptions } from "./model/read";
import type { EncodingId, FormatGuess, Recognition } from "./model/recognition";
import type { Row } from "./model/row";
import { factsOf } from "./words/facts";

const sampleRows = 8;

/**
 * What the first bytes say (64 KiB are plenty; all of them, for `complete`). Never throws. Without a complete row in them
 * there is neither format nor problem: more is needed.
 */
export function recognise(head: Uint8Array, options: RecogniseOptions): Recognition {
  if (head.length === 0) return nothing("csv", [makeProblem("file.empty", {})]);
  const guess = guessContainer(head);
  if (guess.container !== "csv") return refused(guess, options.fileName);
  return recogniseText(head, options);
}

function recogniseText(head: Uint8Array, options: RecogniseOptions): Recognition {
  const { encoding, bom } = guessEncoding(head, options.encoding);
  const decoded = decodeHead(head, encoding, bom, options.complete);
  const complete = options.complete && decoded.badByte === null;
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const known = (header: readonly string[]): number =>
    Math.max(...formatList.map((format) => countKnown(format.columns, header)));
  const cut = guessDelimiter(decoded.text, { chosen: options.delimiter, complete, limits, known });
  const problems = textProblems(decoded, encoding, cut, complete);
  const text = { encoding, bom: bom > 0, delimiter: cut.delimiter, delimiterReason: cut.reason };
  const base = { ...nothing("csv", problems), ...text, sepLine: cut.head.sepLine };
  return cut.head.rows.length === 0
    ? withFacts(base, cut, complete)
    : withFormat(base, cut, options, complete);
}

function withFormat(
  base: Recognition,
  cut: DelimiterGuess,
  options: RecogniseOptions,
  complete: boolean,
): Recognition {
  const rows = cut.head.rows.map((row) => ({ line: row.line, cells: row.cells.map(unescapeCell) }));
  const tried = candidatesOf(options.format).map((format) => ({ format, match: format.match(rows) }));
  tried.sort((a, b) => b.match.confidence - a.match.confidence);
  const candidates = tried.map(({ format, match }) => guessOf(format, match));
  const best = tried[0];
  if (best === undefined) return { ...base, problems: [...base.problems, unknownFormat("")] };
  const { match } = best;
  const usable = match.problems.every((problem) => problem.severity !== "error");
  const sample = match.header === null ? [] : sampleOf(rows, match);
  const found: Recognition = {
    ...base,
    format: usable || options.format !== undefined ? (candidates[0] ?? null) : null,
    candidates: candidates.filter((candidate) => candidate.confidence > 0),
    header: match.header,
    columns: match.columns,
    sample,
    problems: [...base.problems, ...formatProblems(match, rows, options)],
  };
  return withFacts(found, cut, complete);
}

function candidatesOf(chosen: string | undefined): readonly Format[] {
  if (chosen === undefined) return formatList;
  return isImplementedFormat(chosen) ? [formats[chosen]] : [];
}

// A first row that names no column of any format is a header of something else, or data without a header.
function formatProblems(match: FormatMatch, rows: readonly Row[], options: RecogniseOptions): Problem[] {
  const first = match.problems[0];
  if (options.format !== undefined || match.header !== null || first?.code !== "file.no-header")
    return match.problems;
  const found = String(first.params["found"] ?? "");
  return found === "" || (rows[0]?.cells.length ?? 0) < 2 ? match.problems : [unknownFormat(found)];
}

function unknownFormat(found: string): Problem {
  return makeProblem("file.unknown-format", { found: clip(found) });
}

function textProblems(
  decoded: Decoded,
  encoding: EncodingId,
  cut: DelimiterGuess,
  complete: boolean,
): Problem[] {
  if (cut.head.fault !== null) return [cut.head.fault];
  if (decoded.badByte !== null) return [refuseEncoding(encoding, decoded.badByte, lineAfter(decoded.text))];
  return complete && cut.head.rows.length === 0 ? [makeProblem("file.empty", {})] : [];
}

function decodeHead(head: Uint8Array, encoding: EncodingId, bom: number, complete: boolean): Decoded {
  const decoder = createDecoder(encoding, bom);
  const decoded = decoder.decode(head);
  if (decoded.badByte !== null || !complete) return decoded;
  return { text: decoded.text, badByte: decoder.end().badByte };
}

function lineAfter(text: string): number {
  return 1 + (text.match(/\r\n|\r|\n/gu)?.length ?? 0);
}

function sampleOf(rows: readonly Row[], match: FormatMatch): Row[] {
  return rows
    .filter((row) => row.line > match.dataAfterLine)
    .slice(0, sampleRows)
    .map((row) => ({ line: row.line, cells: maskCells(match.columns, row.cells) }));
}

function guessOf(format: Format, match: FormatMatch): FormatGuess {
  return { id: format.id, confidence: match.confidence, reason: match.reason };
}

function withFacts(recognition: Recognition, cut: DelimiterGuess, complete: boolean): Recognition {
  const below = Math.max(0, cut.head.rows.length - (recognition.header === null ? 0 : 1));
  const counts = complete ? { rows: below, blankRows: cut.head.blankRows } : null;
  return { ...recognition, facts: factsOf(recognition, counts) };
}

function refused(guess: ContainerGuess, fileName: string | undefined): Recognition {
  return nothing(guess.container, [refuseContainer(guess, fileName)]);
}

function nothing(container: Recognition["container"], problems: Problem[]): Recognition {
  return {
    container,
    encoding: null,
    bom: false,
    delimiter: null,
    delimiterReason: "",
    sepLine: false,
    format: null,
    candidates: [],
    header: null,
    columns: [],
    sample: [],
    facts: [],
    problems,
  };
}
