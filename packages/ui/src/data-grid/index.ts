// What pages import from @rollcall/ui/data-grid.
export { CompactRow } from "./compact-row";
export type { CompactRowProps } from "./compact-row";
export { DataGrid } from "./data-grid";
export { GridLink } from "./grid-link";
export type { GridLinkProps } from "./grid-link";
export type { DataGridProps, GridCellState, GridColumn, GridMark, GridSort } from "./grid-types";
export { useCompact } from "./use-compact";
