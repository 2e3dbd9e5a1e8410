/** What taking an import back would do, in four heaps, before it is done; and row by row. */
import {
  findUndoRows,
  previewUndoFacts,
  previewUndoRows,
  type UndoHeap as StoredHeap,
  type UndoPageQuery,
  type UndoRowEntry,
} from "@rollcall/db";
import { authorise } from "../../access/authorise";
import type { Context } from "../../context";
import { done, refuse, type Result } from "../../result";
import { findRecord } from "../find-record";
import { chooseUndoRows, storedHeap, toSearch } from "./choose-undo-rows";
import type { UndoChoice, UndoHeap, UndoPreview, UndoRowPage, UndoRowView } from "./types";
import { guardUndo } from "./guard-undo";
import { notUndoable, undoQuery } from "./undo-query";

/** Refuses `wrong-state` for what was not carried out, or whose contents were removed, `invalid` when too many rows are chosen. */
export async function previewUndo(
  context: Context,
  input: UndoChoice & { importId: string },
): Promise<Result<UndoPreview>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const no = notUndoable(found.value);
  if (no !== null) return no;
  const chosen = await chooseUndoRows(context, found.value.key, gate.value.accountId, input);
  if (!chosen.ok) return chosen;
  const asked = undoQuery(found.value.key, chosen.value, gate.value.accountId);
  const facts = await previewUndoFacts(context.database, asked);
  const { restored, removed, kept, gone, lacking, mailsSent, mailsAgain, sessions } = facts;
  const { groups, departments, fingerprint } = facts;
  const guard = await guardUndo(context.database.prisma, facts);
  return done({
    ...{ restored, removed, kept, gone, lacking, mailsSent, mailsAgain, sessions },
    ...{ groups, departments, fingerprint },
    guard: guard === null ? null : { number: guard.number, of: guard.of, reasons: guard.reasons },
  });
}

export interface UndoRowsInput {
  importId: string;
  /** left out: of every heap */
  heap?: UndoHeap | undefined;
  /** part of the address or the name; left out or empty: whatever they are */
  search?: string | undefined;
  cursor?: number | null | undefined;
  /** at most 200 */
  limit: number;
}

/** The rows of the preview of the whole import, by row number. */
export async function listUndoRows(context: Context, input: UndoRowsInput): Promise<Result<UndoRowPage>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const no = notUndoable(found.value);
  if (no !== null) return no;
  const asked = undoQuery(found.value.key, null, gate.value.accountId);
  return page(input, (query) => previewUndoRows(context.database, asked, query));
}

/** What an undo did, in the same form; `importId` is the undo. Refuses `not-found` for what is none. */
export async function listUndoneRows(context: Context, input: UndoRowsInput): Promise<Result<UndoRowPage>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  if (found.value.undoes === null) return refuse({ code: "not-found", what: "undo" });
  const { key } = found.value;
  return page(input, (query) => findUndoRows(context.database, key, query));
}

/** All rows of an undo, page by page: of one that was carried out what it did, else what taking the import back would do. */
export async function streamUndoRows(
  context: Context,
  input: { importId: string; carriedOut: boolean },
): Promise<Result<AsyncGenerator<UndoRowView>>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const { key } = found.value;
  const asked = undoQuery(key, null, gate.value.accountId);
  const read = (after: number | null): Promise<UndoRowEntry[]> => {
    const query = { heap: null, search: null, after, limit: pageOfStream };
    return input.carriedOut
      ? findUndoRows(context.database, key, query)
      : previewUndoRows(context.database, asked, query);
  };
  return done(everyRow(read));
}

const pageOfStream = 20_000;

async function* everyRow(
  read: (after: number | null) => Promise<UndoRowEntry[]>,
): AsyncGenerator<UndoRowView> {
  let after: number | null = null;
  for (;;) {
    const found: UndoRowEntry[] = await read(after);
    for (const entry of found) yield toUndoRow(entry);
    after = found.at(-1)?.rowNo ?? null;
    if (found.length < pageOfStream) return;
  }
}

const heaps = {
  RESTORED: "restored",
  REMOVED: "removed",
  KEPT: "kept",
  GONE: "gone",
} as const satisfies Record<StoredHeap, UndoHeap>;

async function page(
  { heap, search, cursor, limit }: UndoRowsInput,
  read: (query: UndoPageQuery) => Promise<UndoRowEntry[]>,
): Promise<Result<UndoRowPage>> {
  const most = Math.min(200, Math.max(1, limit));
  const found = await read({
    heap: heap === undefined ? null : storedHeap[heap],
    search: toSearch(search),
    after: cursor ?? null,
    limit: most + 1,
  });
  const rows = found.slice(0, most).map(toUndoRow);
  return done({ rows, nextCursor: found.length > most ? (rows.at(-1)?.rowNo ?? null) : null });
}

export function toUndoRow(entry: UndoRowEntry): UndoRowView {
  const { rowNo, line, accountId, email, fullName, heap, reason } = entry;
  return { rowNo, line, accountId, email, name: fullName, heap: heaps[heap], reason };
}
