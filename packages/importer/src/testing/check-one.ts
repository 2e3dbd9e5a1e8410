// Checks one row of a format, given by header, in a test.
import { checkRow } from "../check-row";
import type { CheckOptions } from "../model/check";
import type { Format } from "../model/format";
import type { CheckedRow } from "../model/row";

/** The row on line 2 below a header with exactly these columns; pairs, because headers may repeat. */
export function checkOne(
  format: Format,
  pairs: readonly (readonly [string, string])[],
  options: CheckOptions = {},
): CheckedRow {
  const { columns } = format.match([{ line: 1, cells: pairs.map(([header]) => header) }]);
  return checkRow(format, columns, { line: 2, cells: pairs.map(([, cell]) => cell) }, options);
}
