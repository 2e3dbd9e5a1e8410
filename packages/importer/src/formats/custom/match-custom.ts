// Matches a table by a mapping: the one that is given, a ready one of a known export, or one that is suggested.
import { applyMapping } from "../../mapping/apply-mapping";
import { suggestMapping } from "../../mapping/suggest-mapping";
import type { FormatMatch } from "../../model/format";
import type { Mapping } from "../../model/mapping";
import { clip, makeProblem } from "../../model/problem";
import type { Row } from "../../model/row";
import { knownExports, readyMapping, surenessOf } from "./known-exports";

// Entra puts a line with its version above the header.
const headerAmong = 3;

/** Sure of a mapping that was given and of known exports; of a suggestion at most half, and only with an address in it. */
export function matchCustom(rows: readonly Row[], mapping?: Mapping): FormatMatch {
  if (mapping !== undefined) return applyMapping(mapping, rows);
  return knownMatch(rows) ?? suggestedMatch(rows);
}

function knownMatch(rows: readonly Row[]): FormatMatch | null {
  for (const row of rows.slice(0, headerAmong)) {
    const headers = row.cells.map((cell) => cell.replaceAll("\uFEFF", "").trim());
    while (headers.at(-1) === "") headers.pop();
    for (const known of knownExports) {
      const mapping = readyMapping(known, headers, row.line);
      if (mapping === null) continue;
      const match = applyMapping(mapping, rows);
      const reason = `Header row of ${known.label}`;
      return { ...match, confidence: surenessOf(known, headers), reason };
    }
  }
  return null;
}

// Without a header a guess would read whatever stands where; somebody has to look.
function suggestedMatch(rows: readonly Row[]): FormatMatch {
  const { mapping, reasons, known } = suggestMapping(rows);
  const found = mapping.columns.some(({ to }) => to === "email");
  if (mapping.header === null || !found || known === 0) return notFound(rows);
  const match = applyMapping(mapping, rows);
  const named = mapping.columns.some(
    ({ to }) => to === "fullName" || to === "givenName" || to === "familyName",
  );
  const share = known / Math.max(1, mapping.columns.length);
  const columns = match.columns.map((column, i) => ({ ...column, reason: reasons[i] ?? column.reason }));
  return {
    ...match,
    columns,
    confidence: Math.round((named ? 0.3 + 0.2 * share : 0.1) * 100) / 100,
    reason: "The columns can be mapped; look at the suggestion",
  };
}

function notFound(rows: readonly Row[]): FormatMatch {
  const first = rows[0] ?? { line: 1, cells: [] };
  const found = first.cells.some((cell) => cell.includes("@"))
    ? ""
    : first.cells.slice(0, 12).map(clip).join(", ");
  const problem = makeProblem(
    "file.no-header",
    { missing: "Email", found: clip(found) },
    { line: first.line },
  );
  return {
    confidence: 0,
    reason: "No column holds addresses",
    header: null,
    columns: [],
    dataAfterLine: 0,
    problems: [problem],
  };
}
