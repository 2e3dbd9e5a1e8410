// Any table of text, of whatever columns: rows as they are, for a file whose columns the caller knows better than a format does.
// It checks nothing but that the bytes can be read to their end.
import { ByteSource } from "../intake/byte-source";
import { isBlankRow } from "../intake/blank-row";
import { guessContainer } from "../intake/container";
import { openCsv } from "../intake/csv-reader";
import { readPiece } from "../intake/read-piece";
import { defaultLimits, headBytes, type Limits } from "../model/limits";
import { makeProblem, type Problem } from "../model/problem";
import type { ProblemCode } from "../model/problem-params";
import type { ReadOptions } from "../model/read";
import type { Row } from "../model/row";
import { WorkbookFault, type WorkbookContainer } from "../model/workbook";
import { recognise } from "../recognise";

/** Why a table cannot be read: a problem of the file. */
export class TableFault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = "TableFault";
    this.problem = problem;
  }
}

// What only says that the table is of no format.
const ofFormats: ReadonlySet<ProblemCode> = new Set([
  "file.unknown-format",
  "file.no-header",
  "file.checkpoint-missing",
  "file.name-column",
  "file.password-column",
  "column.missing",
]);

/** Rows with content, in batches, the header among them; of a workbook those of its first visible sheet. Throws `TableFault`. */
export async function* readTable(
  source: AsyncIterable<Uint8Array>,
  options: Pick<ReadOptions, "fileName" | "encoding" | "limits" | "openWorkbook"> = {},
): AsyncGenerator<Row[], void, undefined> {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const bytes = new ByteSource(source, limits.maxBytes);
  try {
    const { container, encrypted } = guessContainer(await bytes.head(headBytes));
    const isWorkbook = container === "xls" || container === "xlsx" || container === "ods";
    yield* isWorkbook && !encrypted
      ? sheetRows(bytes, container, options, limits)
      : textRows(bytes, options, limits);
  } finally {
    await bytes.close();
  }
}

async function* textRows(
  bytes: ByteSource,
  { fileName, encoding }: Pick<ReadOptions, "fileName" | "encoding">,
  limits: Limits,
): AsyncGenerator<Row[]> {
  const head = await bytes.head(headBytes);
  const recognition = recognise(head, {
    complete: bytes.isAll(head),
    suggestions: false,
    limits,
    ...(fileName === undefined ? {} : { fileName }),
    ...(encoding === undefined ? {} : { encoding }),
  });
  const fatal = recognition.problems.find((one) => one.severity === "error" && !ofFormats.has(one.code));
  if (fatal !== undefined) throw new TableFault(fatal);
  const table = openCsv(recognition, limits);
  for (let ended = false; !ended;) {
    const rows: Row[] = [];
    const step = await readPiece(bytes, table, rows, limits);
    if (step.fault !== null) throw new TableFault(step.fault);
    const filled = withContent(rows);
    if (filled.length > 0) yield filled;
    ended = step.ended;
  }
}

async function* sheetRows(
  bytes: ByteSource,
  container: WorkbookContainer,
  { openWorkbook }: Pick<ReadOptions, "openWorkbook">,
  limits: Limits,
): AsyncGenerator<Row[]> {
  if (openWorkbook === undefined) throw new Error("There is no reader for workbooks here.");
  const opened = await openWorkbook(bytes.rest(), { container, limits });
  if (opened.kind === "refused") throw new TableFault(opened.problem);
  const { workbook } = opened;
  try {
    if (bytes.tooLarge) throw new TableFault(makeProblem("file.too-large", { limit: limits.maxBytes }));
    const sheet = workbook.sheets.find(({ hidden }) => !hidden) ?? workbook.sheets[0];
    if (sheet === undefined) throw new TableFault(makeProblem("file.empty", {}));
    for await (const rows of workbook.rows(sheet.name)) {
      const filled = withContent(rows);
      if (filled.length > 0) yield filled;
    }
  } catch (error) {
    throw error instanceof WorkbookFault ? new TableFault(error.problem) : error;
  } finally {
    await workbook.close();
  }
}

function withContent(rows: readonly Row[]): Row[] {
  return rows.filter(({ cells }) => !isBlankRow(cells));
}
