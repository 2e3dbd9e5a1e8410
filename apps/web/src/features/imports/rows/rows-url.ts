/**
 * Which rows of an import are shown, as the address says it: outcomes, words, a cause of problems, an opened row. Pure.
 */
import type { Outcome } from "@rollcall/accounts";
import { oneOf, searchOf, writeParams } from "../../pieces/params";
import type { UrlCodec } from "../../pieces/use-url-state";

export interface RowsView {
  /** empty: all */
  outcomes: Outcome[];
  search: string;
  /** the code of a problem; null: any */
  cause: string | null;
  /** the row that is opened, by its number */
  row: number | null;
}

export const everyRow: RowsView = { outcomes: [], search: "", cause: null, row: null };

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
      cause: /^[a-z-]{1,30}\.[a-z-]{1,40}$/.test(cause) ? cause : null,
      row: Number.isSafeInteger(row) && row > 0 && row < 2 ** 31 ? row : null,
    };
  },
  write: ({ outcomes, search, cause, row }) =>
    writeParams({
      outcome: outcomes.join(","),
      q: search,
      cause,
      row: row === null ? null : String(row),
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
