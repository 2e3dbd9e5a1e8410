/** Which rows a correction is about: those of the filter, or those that are selected. Pure but for rows that must be asked for. */
import type { ImportRecord, RowSet } from "@rollcall/accounts";
import { isFiltered, type RowsView } from "../rows/rows-url";
import type { Sheet } from "../rows/use-sheet";

/** So many rows are named one by one at most; more are chosen by a filter. */
export const mostNamed = 10_000;

export function filterRows(view: Pick<RowsView, "outcomes" | "search" | "cause">): RowSet {
  const search = view.search.trim();
  return { filter: { outcomes: view.outcomes, search: search === "" ? null : search, cause: view.cause } };
}

/** The selected rows, or the one where somebody stands. Null: too many to be named. */
export async function selectedRows(
  sheet: Pick<Sheet, "selection" | "active" | "pages">,
  view: RowsView,
): Promise<RowSet | null> {
  const { selection, active, pages } = sheet;
  if (selection?.kind === "all") return filterRows(view);
  const { from, to } = selection ?? { from: active.index, to: active.index };
  if (from === 0 && to === pages.count - 1 && pages.counted && to > 0) return filterRows(view);
  if (to - from >= mostNamed) return null;
  if (!isFiltered(view)) return { rowNos: Array.from({ length: to - from + 1 }, (_, at) => from + at + 1) };
  return { rowNos: await pages.numbersOf(from, to) };
}

/** How many that are. Null: nobody counted them. */
export function selectedCount(
  sheet: Pick<Sheet, "selection" | "pages">,
  record: Pick<ImportRecord, "rows">,
): number | null {
  const { selection, pages } = sheet;
  if (selection === null) return 0;
  if (selection.kind === "range") return selection.to - selection.from + 1;
  return pages.counted ? Math.min(pages.count, record.rows) : null;
}
