/** The record of an import in the address: which part is shown, and which of its rows. Pure. */
import { oneOf } from "../../pieces/params";
import type { UrlCodec } from "../../pieces/use-url-state";
import { rowsUrl, type RowsView } from "../rows/rows-url";

export const recordTabs = ["summary", "rows", "history"] as const;
export type RecordTab = (typeof recordTabs)[number];

export interface RecordView {
  tab: RecordTab;
  rows: RowsView;
}

export const recordUrl: UrlCodec<RecordView> = {
  parse: (params) => ({
    tab: oneOf(params.get("tab"), recordTabs) ?? "summary",
    rows: rowsUrl.parse(params),
  }),
  write: ({ tab, rows }) => {
    const params = new URLSearchParams();
    if (tab !== "summary") params.set("tab", tab);
    if (tab === "rows") for (const [name, value] of rowsUrl.write(rows)) params.set(name, value);
    return params;
  },
};
