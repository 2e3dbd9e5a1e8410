/** The members of an evidence bundle as text, piece by piece: constant memory whatever the size. No password is in any. */
import { findChanges, findEvidenceEvents, findUndoRows, type ChangeEntry } from "@rollcall/db";
import type { Context } from "../../context";
import { csvLine } from "../csv-line";
import type { RecordKeys } from "../find-record";
import { listEdits } from "../edit/list-edits";
import { streamImportRows } from "../stream-import-rows";
import type { ImportRecord } from "../types";
import { canonical, onlyChain } from "./evidence-shape";

const page = 5_000;
/** Lines joined into one piece, so that a small line does not cost a write of its own. */
const pieceLength = 64 * 1024;

/** Everything that does not change by itself: file, who, when, options, mapping, plan, counts. */
export function recordText(record: ImportRecord): string {
  const { progress: _progress, passwordsPending: _waiting, undoneBy: _undoneBy, ...kept } = record;
  const { createdAt, confirmedAt, endedAt } = kept;
  return canonical({
    ...withoutBigints(kept),
    secondsToReview: seconds(createdAt, confirmedAt),
    secondsToCommit: seconds(confirmedAt, endedAt),
  });
}

/** Keys that use cases know besides are numbers too large for JSON. */
function withoutBigints(kept: object): Record<string, unknown> {
  const entries = Object.entries(kept).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === "bigint" ? String(value) : value,
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function seconds(from: Date | null, to: Date | null): number | null {
  return from === null || to === null ? null : (to.getTime() - from.getTime()) / 1000;
}

export async function editsText(context: Context, importId: string): Promise<string> {
  const edits = await listEdits(context, { importId });
  return canonical(edits.ok ? edits.value : []);
}

export async function auditText(context: Context, key: bigint): Promise<string> {
  const events = await findEvidenceEvents(context.database, key);
  return canonical({
    chain:
      "hash = SHA-256(bytes of previousHash, text in UTF-8); previousHash is the hash of the event numbered id - 1",
    events: events.map(onlyChain),
  });
}

export function rowsText(context: Context, record: ImportRecord & RecordKeys): AsyncGenerator<string> {
  return joined(record.undoes === null ? fileRows(context, record) : undoRows(context, record));
}

async function* fileRows(context: Context, record: ImportRecord & RecordKeys): AsyncGenerator<string> {
  yield csvLine([
    "row",
    "line",
    "email",
    "outcome",
    "reason",
    "account",
    "why",
    "problems",
    "cells",
    "original",
  ]);
  for await (const row of streamImportRows(context.database, record)) {
    yield csvLine([
      ...[String(row.rowNo), String(row.line), row.email ?? "", row.outcome, row.reason ?? ""],
      ...[row.accountId ?? "", row.why, row.problems.map(({ code }) => code).join(" ")],
      ...[JSON.stringify(row.cells), row.original === null ? "" : JSON.stringify(row.original)],
    ]);
  }
}

async function* undoRows(context: Context, { key }: RecordKeys): AsyncGenerator<string> {
  yield csvLine(["row", "line", "email", "heap", "reason", "account", "name"]);
  for (let after: number | null = null; ;) {
    const found: Awaited<ReturnType<typeof findUndoRows>> = await findUndoRows(context.database, key, {
      heap: null,
      search: null,
      after,
      limit: page,
    });
    for (const { rowNo, line, email, heap, reason, accountId, fullName } of found) {
      const cells = [rowNo, line, email, heap.toLowerCase(), reason, accountId, fullName];
      yield csvLine(cells.map((cell) => (cell === null ? "" : String(cell))));
    }
    after = found.at(-1)?.rowNo ?? null;
    if (found.length < page) return;
  }
}

export function changesText(context: Context, key: bigint): AsyncGenerator<string> {
  return joined(changeLines(context, key));
}

async function* changeLines(context: Context, key: bigint): AsyncGenerator<string> {
  yield csvLine(["row", "account", "field", "from", "to"]);
  // Members outside the file stand under numbers below zero.
  for (let after = -2_147_483_648; ;) {
    const found = await findChanges(context.database, key, after, page);
    for (const entry of found) yield linesOf(entry);
    after = found.at(-1)?.rowNo ?? after;
    if (found.length < page) return;
  }
}

function linesOf({ rowNo, accountId, deleted, made, changes }: ChangeEntry): string {
  const line = (field: string, from: unknown, to: unknown): string =>
    csvLine([String(rowNo), accountId, field, asCell(from), asCell(to)]);
  if (deleted !== null) return line("(account)", deleted, "(deleted)");
  if (made) return line("(account)", "(none)", "(made again)");
  return Object.entries(changes ?? {})
    .map(([field, change]) =>
      change.add === undefined && change.remove === undefined
        ? line(field, change.from, change.to)
        : line(field, change.remove ?? [], change.add ?? []),
    )
    .join("");
}

function asCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

async function* joined(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = "";
  for await (const line of lines) {
    piece += line;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
