/** Results as tables: aligned for a terminal, or as Markdown for the README. Pure. */
import type { Check, Figure, PageFigure, Results } from "./figure";

type Style = "terminal" | "markdown";

/** All that was measured. */
export function describeResults(results: Results, style: Style): string {
  const parts = [
    results.figures.length > 0 ? table(figureRows(results.figures), style) : null,
    results.pages.length > 0 ? table(pageRows(results.pages), style) : null,
    results.checks.length > 0 ? checkList(results.checks, style) : null,
  ];
  return parts.filter((part) => part !== null).join("\n\n");
}

function figureRows(figures: readonly Figure[]): string[][] {
  const head = ["", "rows", "seconds", "rows a second", "times the limit", "peak memory"];
  const body = figures.map(({ name, part, rows, seconds, ratio, memory }) => [
    part === true ? `– ${name}` : name,
    whole(rows),
    seconds.toFixed(2),
    part === true ? "" : whole(rows / seconds),
    ratio === undefined ? "" : describeRatio(ratio),
    Object.entries(memory ?? {})
      .map(([name, mebibytes]) => `${name} ${mebibytes} MiB`)
      .join(", "),
  ]);
  return [head, ...body];
}

function describeRatio({ times, of, most }: NonNullable<Figure["ratio"]>): string {
  return `${times.toFixed(2)} × ${of}${most === undefined ? "" : ` (asked: ≤ ${most})`}`;
}

function pageRows(pages: readonly PageFigure[]): string[][] {
  const head = ["", "asked", "half within", "95 % within"];
  return [
    head,
    ...pages.map(({ name, asked, p50, p95 }) => [name, whole(asked), milliseconds(p50), milliseconds(p95)]),
  ];
}

function checkList(checks: readonly Check[], style: Style): string {
  const bullet = style === "markdown" ? "- " : "";
  return checks
    .map(({ name, holds, seen }) => `${bullet}${holds ? "holds" : "DOES NOT HOLD"}: ${name} (${seen})`)
    .join("\n");
}

/** The first column is text, the others are figures. */
function table(rows: readonly string[][], style: Style): string {
  if (style === "markdown") {
    const [head = [], ...body] = rows;
    const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
    return [head, rule, ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  }
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? "").length)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function whole(count: number): string {
  return Math.round(count).toLocaleString("en");
}

function milliseconds(time: number): string {
  return `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`;
}
