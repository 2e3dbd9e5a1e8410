// Finds a connect file by its header. Its few headers are everybody's, and it imports by itself: so it does not take for its
// own what only happens to have an Email column.
import type { FormatMatch } from "../../model/format";
import type { FieldName } from "../../model/record";
import type { Row } from "../../model/row";
import { matchHeaders } from "../match-headers";
import { columns } from "./columns";

/**
 * Sure where every header is one of the format, where `Force Change Password` is there, or where three of its headers are
 * more than half of all; else a remote possibility, which whoever chooses the format may still read.
 */
export function matchConnect(rows: readonly Row[]): FormatMatch {
  const match = matchHeaders(columns, rows);
  if (match.confidence < 0.5) return match;
  const fields = match.columns.flatMap(({ field }): FieldName[] => (field === null ? [] : [field]));
  const total = match.columns.length;
  const sure =
    fields.length === total ||
    fields.includes("mustChangePassword") ||
    (fields.length >= 3 && fields.length > total / 2);
  if (sure) return match;
  return {
    ...match,
    confidence: Math.round((5 * fields.length) / total) / 100,
    reason: `Only ${match.reason}`,
  };
}
