/** What the address of the question says: which rows are shown, and which of them are to be taken back. Pure. */
import type { UndoChoice, UndoHeap } from "@rollcall/accounts";
import { oneOf, searchOf, writeParams } from "../../pieces/params";
import type { UrlCodec } from "../../pieces/use-url-state";

export interface UndoView {
  /** shown; null: every heap */
  heap: UndoHeap | null;
  /** shown; part of an address or a name */
  search: string;
  /** ticked row numbers; empty: none is chosen by itself */
  rows: number[];
  /** what is shown is what is taken back */
  only: boolean;
}

export const undoHeaps = ["restored", "removed", "kept", "gone"] as const satisfies readonly UndoHeap[];

/** An address longer than some servers read must not come of it; more rows are chosen by looking for them. */
export const mostTicked = 300;

export const undoUrl: UrlCodec<UndoView> = {
  parse: (params) => {
    const rows = (params.get("rows") ?? "")
      .split(",")
      .filter((text) => /^-?\d{1,10}$/.test(text))
      .map(Number)
      .filter((row) => Math.abs(row) < 2 ** 31);
    return {
      heap: oneOf(params.get("heap"), undoHeaps) ?? null,
      search: searchOf(params.get("q")),
      rows: [...new Set(rows)].slice(0, mostTicked),
      only: rows.length === 0 && params.get("only") !== null,
    };
  },
  write: ({ heap, search, rows, only }) =>
    writeParams({ heap, q: search, rows: rows.join(","), only: only ? "these" : null }),
};

/** The rows that would be taken back, as the server is asked for them. */
export function choiceOf({ heap, search, rows, only }: UndoView): UndoChoice {
  if (rows.length > 0) return { rowNos: rows };
  if (!only) return {};
  const text = search.trim();
  return { only: { ...(heap === null ? {} : { heap }), ...(text === "" ? {} : { search: text }) } };
}
