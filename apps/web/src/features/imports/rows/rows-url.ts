/**
 * Which rows of an import are shown, as the address says it: outcomes, words, a cause of problems, an opened row. Pure.
 */
import type { Outcome } from "@rollcall/accounts";
import { oneOf, searchOf, writeParams } from "../../pieces/params";
import { consequenceTitle } from "./consequence-causes";
import type { UrlCodec } from "../../pieces/use-url-state";

export interface RowsView {
  /** empty: all */
  outcomes: Outcome[];
  search: string;
  /** the key of a cause of problems, `code|field|reason`, or a code alone; null: any */
  cause: string | null;
  /** the row that is opened, or where somebody stands, by its number */
  row: number | null;
  /** the column where somebody stands, by the id of a sheet's column */
  column: string | null;
}

export const everyRow: RowsView = { outcomes: [], search: "", cause: null, row: null, column: null };

/** `send-email.invalid|sendWelcome|`: what a problem is, in which field, and why where a code has several reasons. */
const causeKey = /^[a-z-]{1,30}\.[a-z-]{1,40}(\|[\p{L}\p{N} :._-]{0,220}\|[a-z-]{0,60})?$/u;

const known = ["create", "update", "unchanged", "skip", "problem"] as const;

export const rowsUrl: UrlCodec<RowsView> = {
  parse: (params) => {
    const cause = params.get("cause") ?? "";
    const row = Number(params.get("row") ?? "");
    const named = (params.get("outcome") ?? "").split(",");
    return {
      // In the order in which they are shown, each once.
      outcomes: known.filter((outcome) => named.some((name) => oneOf(name, known) === outcome)),
      search: searchOf(params.get("q")),
      cause: causeKey.test(cause) || consequenceTitle(cause) !== null ? cause : null,
      row: Number.isSafeInteger(row) && row > 0 && row < 2 ** 31 ? row : null,
      column: /^(\d{1,4}|line|outcome|why)$/.test(params.get("col") ?? "") ? params.get("col") : null,
    };
  },
  write: ({ outcomes, search, cause, row, column }) =>
    writeParams({
      outcome: outcomes.join(","),
      q: search,
      cause,
      row: row === null ? null : String(row),
      col: column,
    }),
};

/** Whether some rows are left out. */
export function isFiltered(view: RowsView): boolean {
  return view.outcomes.length > 0 || view.search !== "" || view.cause !== null;
}

/** Rows before the opened one that are loaded with it, so that it does not stand alone. */
const before = 3;
/** So far down a row is found without beginning there. */
const firstPage = 80;

/** The row number after which the list begins, so that an opened row far down is in it; 0 is the start. */
export function startFor(row: number | null): number {
  return row === null || row <= firstPage ? 0 : row - 1 - before;
}
