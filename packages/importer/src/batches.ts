// Rows as they come into checked batches of a bounded size; blank rows are counted and left out. It reads nothing itself.
import type { RowChecker } from "./check-row";
import { isBlankRow } from "./intake/blank-row";
import { batchRows, type Limits } from "./model/limits";
import { makeProblem, type Problem } from "./model/problem";
import type { CheckedRow, Row } from "./model/row";

// A batch ends early where its cells are large, so that 2,000 rows never weigh 2,000 times the largest row.
const batchCharacters = 1 << 22;

/** The batches of one file. */
export class Batches {
  /** Rows with content below the header. */
  rows = 0;
  blankRows = 0;
  /** There are more rows than allowed. */
  fault: Problem | null = null;

  private readonly afterLine: number;
  private readonly firstColumn: number;
  private readonly maxRows: number;
  private readonly check: RowChecker;
  private batch: CheckedRow[] = [];
  private characters = 0;

  /** Rows up to `afterLine` are none of data; a row is blank when every cell from `firstColumn` on is. */
  constructor(place: { afterLine: number; firstColumn: number }, limits: Limits, check: RowChecker) {
    this.afterLine = place.afterLine;
    this.firstColumn = place.firstColumn;
    this.maxRows = limits.maxRows;
    this.check = check;
  }

  /** Checks the rows and gives every batch that became full. `plain`: there is nothing beyond printable ASCII in them. */
  *add(rows: readonly Row[], plain = false): Generator<CheckedRow[], void, undefined> {
    for (const row of rows) {
      if (isBlankRow(row.cells, this.firstColumn)) this.blankRows++;
      else if (row.line > this.afterLine) {
        if (this.rows === this.maxRows) {
          this.fault = makeProblem("file.too-many-rows", { limit: this.maxRows }, { line: row.line });
          return;
        }
        this.rows++;
        this.batch.push(this.check(row, plain));
        this.characters += charactersOf(row.cells);
        if (this.batch.length === batchRows || this.characters >= batchCharacters) yield this.rest();
      }
    }
  }

  /** What is left; nothing is left after it. */
  rest(): CheckedRow[] {
    const { batch } = this;
    this.batch = [];
    this.characters = 0;
    return batch;
  }
}

function charactersOf(cells: readonly string[]): number {
  let sum = 0;
  for (const cell of cells) sum += cell.length;
  return sum;
}
