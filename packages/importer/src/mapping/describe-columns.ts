// What the cells of each column look like, for the match step: a few samples, how many are filled, how many differ.
// It judges nothing, and shows no password.
import { cellMasker, isSecretColumn } from "../mask-cells";
import { clip } from "../model/problem";
import type { ColumnMatch, ColumnStats } from "../model/recognition";
import type { Row } from "../model/row";

const samplesAtMost = 3;

/** Of the given rows of data (the header is none of them), column by column. */
export function describeColumns(rows: readonly Row[], columns: readonly ColumnMatch[]): ColumnStats[] {
  const masked = cellMasker(columns);
  const shown = rows.map(({ cells }) => masked(cells));
  return columns.map((column) => {
    const values = new Set<string>();
    const samples = new Set<string>();
    let filled = 0;
    rows.forEach((row, i) => {
      const text = (row.cells[column.index] ?? "").trim();
      if (text === "") return;
      filled++;
      values.add(text);
      const sample = clip((shown[i]?.[column.index] ?? "").trim());
      if (samples.size < samplesAtMost && sample !== "") samples.add(sample);
    });
    const share = rows.length === 0 ? 0 : Math.round((filled / rows.length) * 1000) / 1000;
    // How many passwords differ is nobody's business.
    const distinct = isSecretColumn(column) ? Math.min(values.size, 1) : values.size;
    return { index: column.index, samples: [...samples], rows: rows.length, filled: share, distinct };
  });
}
