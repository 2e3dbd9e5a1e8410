/** The rows that changed since the preview, with both versions: what the preview expected to find, and what is there now. */
import { countDrifted, findDriftedRows, type DriftedRowEntry } from "@rollcall/db";
import { authorise } from "../../access/authorise";
import type { Context } from "../../context";
import { done, type Result } from "../../result";
import { findRecord } from "../find-record";

export interface DriftedField {
  /** "fullName", "groups", "attribute:desk", … */
  field: string;
  /** what the preview saw; of groups and aliases: those it would take away */
  expected: string[];
  /** what the file asks for; of groups and aliases: those it would add */
  wanted: string[];
  /** what stands now */
  now: string[];
}

export interface DriftedRow {
  rowNo: number;
  line: number;
  email: string | null;
  /** null: the address was taken by another account, or the account is gone */
  accountId: string | null;
  /** somebody decided that nothing shall be done with it */
  dropped: boolean;
  fields: DriftedField[];
}

export interface DriftedPage {
  rows: DriftedRow[];
  nextCursor: number | null;
  /** of all of them, those that are not dropped yet */
  waiting: number;
}

/** At most 100 at a time, by row number. */
export async function listDrifted(
  context: Context,
  input: { importId: string; cursor?: number | null | undefined; limit: number },
): Promise<Result<DriftedPage>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const most = Math.min(100, Math.max(1, input.limit));
  const entries = await findDriftedRows(context.database, found.value.key, {
    after: input.cursor ?? 0,
    limit: most + 1,
  });
  const rows = entries.slice(0, most).map(toRow);
  const { waiting } =
    rows.length === 0 ? { waiting: 0 } : await countDrifted(context.database.pool, found.value.key, null);
  return done({ rows, waiting, nextCursor: entries.length > most ? (rows.at(-1)?.rowNo ?? null) : null });
}

type Stored = Record<string, { from?: unknown; to?: unknown; add?: unknown; remove?: unknown }>;

function toRow(entry: DriftedRowEntry): DriftedRow {
  const { rowNo, line, email, accountId, changes, given, now, dropped } = entry;
  const current = now as Record<string, unknown> | null;
  const fields = Object.entries((changes ?? {}) as Stored).map(([field, change]) => ({
    field,
    expected: texts("remove" in change ? change.remove : change.from),
    wanted: texts("add" in change ? change.add : change.to),
    now: texts(current?.[field]),
  }));
  fields.push(...driftedApart((given ?? {}) as Record<string, unknown>, fields, current));
  return { rowNo, line, email, accountId: current === null ? null : String(accountId), dropped, fields };
}

/** What the file gives as the preview found it, and what is otherwise now: carried on, it would be put back. */
function driftedApart(
  given: Record<string, unknown>,
  planned: readonly DriftedField[],
  current: Record<string, unknown> | null,
): DriftedField[] {
  if (current === null) return [];
  return Object.entries(given).flatMap(([field, value]) => {
    if (Array.isArray(value) || planned.some((one) => one.field === field)) return [];
    const [then, now] = [texts(value), texts(current[field])];
    const same = then.join().toLowerCase() === now.join().toLowerCase();
    return same ? [] : [{ field, expected: then, wanted: then, now }];
  });
}

/** Nothing is no text; switches are "true" and "false". */
function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value === "string") return value === "" ? [] : [value];
  return typeof value === "boolean" || typeof value === "number" ? [String(value)] : [];
}
