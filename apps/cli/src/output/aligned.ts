/** Columns of text, aligned with blanks. Pure. */

/** One line a row; every column but the last is as wide as its widest cell, two blanks apart. */
export function aligned(rows: readonly (readonly string[])[], indent = ""): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) =>
      column === row.length - 1 ? cell : cell + " ".repeat((widths[column] ?? 0) - widthOf(cell)),
    );
    return `${indent}${cells.join("  ")}`.trimEnd();
  });
}

/** Characters as a person counts them (close enough for a terminal). */
function widthOf(text: string): number {
  return Array.from(text).length;
}
