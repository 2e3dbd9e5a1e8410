// Finds out what a file is from its first bytes, and says why: container, encoding, delimiter, format, columns.
// It runs in the browser before anything is uploaded, and again where the file is read.
import { formatList } from "./formats/registry";
import { countKnown } from "./formats/match-headers";
import { guessContainer, type ContainerGuess } from "./intake/container";
import { createDecoder, type Decoded } from "./intake/decoder";
import { guessDelimiter, type DelimiterGuess } from "./intake/delimiter";
import { guessEncoding } from "./intake/encodings";
import { refuseContainer } from "./intake/refuse-container";
import { refuseEncoding } from "./intake/refuse-encoding";
import { unescapeCell } from "./intake/formula-quote";
import { emptyRecognition, matchFormats } from "./match-formats";
import { defaultLimits, type Limits } from "./model/limits";
import { makeProblem, type Problem } from "./model/problem";
import type { RecogniseOptions } from "./model/read";
import type { EncodingId, Recognition } from "./model/recognition";
import type { Row } from "./model/row";
import { factsOf } from "./words/facts";

/**
 * What the first bytes say (64 KiB are plenty; all of them, for `complete`). Never throws. Without a complete row in them
 * there is neither format nor problem: more is needed.
 */
export function recognise(head: Uint8Array, options: RecogniseOptions): Recognition {
  if (head.length === 0) return emptyRecognition("csv", [makeProblem("file.empty", {})]);
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
  const problems = textProblems(decoded, encoding, cut, { complete, head });
  const text = { encoding, bom: bom > 0, delimiter: cut.delimiter, delimiterReason: cut.reason };
  const base = { ...emptyRecognition("csv", problems), ...text, sepLine: cut.head.sepLine };
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
  const below = (header: Row | null): number => Math.max(0, rows.length - (header === null ? 0 : 1));
  const found = matchFormats(base, rows, options);
  const counts = complete ? { rows: below(found.header), blankRows: cut.head.blankRows } : null;
  return { ...found, facts: factsOf(found, counts) };
}

function textProblems(
  decoded: Decoded,
  encoding: EncodingId,
  cut: DelimiterGuess,
  { complete, head }: { complete: boolean; head: Uint8Array },
): Problem[] {
  if (cut.head.fault !== null) return [cut.head.fault];
  if (decoded.badByte !== null)
    return [refuseEncoding(encoding, decoded.badByte, lineAfter(decoded.text), head)];
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

function withFacts(recognition: Recognition, cut: DelimiterGuess, complete: boolean): Recognition {
  const counts = complete ? { rows: 0, blankRows: cut.head.blankRows } : null;
  return { ...recognition, facts: factsOf(recognition, counts) };
}

function refused(guess: ContainerGuess, fileName: string | undefined): Recognition {
  return emptyRecognition(guess.container, [refuseContainer(guess, fileName)]);
}
