/** Which rows of an import are taken back: all, those that were ticked, or those of a heap or search. */
import { previewUndoRows, type UndoHeap as StoredHeap } from "@rollcall/db";
import type { Context } from "../../context";
import type { Refusal } from "../../refusal";
import { done, refuse, type Result } from "../../result";
import type { UndoChoice, UndoHeap } from "./types";
import { mostChosenRows, undoQuery } from "./undo-query";

export const storedHeap = {
  restored: "RESTORED",
  removed: "REMOVED",
  kept: "KEPT",
  gone: "GONE",
} as const satisfies Record<UndoHeap, StoredHeap>;

/** PostgreSQL has no text with a NUL in it; nothing else does either. Null: whatever the rows say. */
export function toSearch(search: string | undefined): string | null {
  const text = (search ?? "").replaceAll("\0", "").trim();
  return text === "" ? null : text;
}

/**
 * Row numbers; null: all rows. Of a heap or search those that would be put back or removed, as it is now. Refuses `invalid` when
 * they are more than can be chosen.
 */
export async function chooseUndoRows(
  context: Context,
  importId: bigint,
  actorId: bigint | null,
  { rowNos, only }: UndoChoice,
): Promise<Result<number[] | null>> {
  if (only === undefined) return tooMany(rowNos?.length ?? 0) ?? done(rowNos ?? null);
  const rows = await previewUndoRows(context.database, undoQuery(importId, rowNos, actorId), {
    heap: only.heap === undefined ? null : storedHeap[only.heap],
    search: toSearch(only.search),
    after: null,
    limit: mostChosenRows + 1,
  });
  const undone = rows.filter(({ heap }) => heap === "RESTORED" || heap === "REMOVED");
  return tooMany(rows.length) ?? done(undone.map(({ rowNo }) => rowNo));
}

function tooMany(count: number): { ok: false; refusal: Refusal } | null {
  if (count <= mostChosenRows) return null;
  const rowNos = `Choose at most ${mostChosenRows.toLocaleString("en")} rows, or take the whole import back.`;
  return refuse({ code: "invalid", fields: { rowNos } });
}
