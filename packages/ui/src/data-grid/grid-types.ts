// The words DataGrid is described with.
import type { KeyboardEvent, ReactNode } from "react";

/** Heights in pixels, as the tokens have them. */
export const HEAD_HEIGHT = 32;
export const ROW_HEIGHT = 34;

export interface GridColumn<Row> {
  id: string;
  header: ReactNode;
  /** A CSS grid track: pixels, or "minmax(160px, 1.4fr)". Tracks must not depend on content. */
  width: number | string;
  /** Figures stand at the end, and are tabular. */
  align?: "start" | "end" | undefined;
  /** The head becomes a button that calls `onSortChange` with this column's id. */
  sortable?: boolean | undefined;
  cell: (row: Row, state: GridCellState) => ReactNode;
  /** Lets the cell's content stand outside it, for a field that is edited in place. */
  overflow?: "clip" | "visible" | undefined;
}

export interface GridCellState {
  index: number;
  selected: boolean;
  focused: boolean;
}

export interface GridSort {
  column: string;
  direction: "asc" | "desc";
}

/** A place along the list worth finding: 0 is its start, 1 its end. */
export interface GridMark {
  at: number;
  tone: "warning" | "danger" | "info";
}

export interface DataGridProps<Row> {
  /** What the rows are, for assistive technology. */
  label: string;
  columns: readonly GridColumn<Row>[];
  /** The rows loaded so far, in order. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** How many there are in all; null when it is not known yet. */
  totalCount?: number | null | undefined;
  /** Nothing is there yet: skeleton rows. */
  loading?: boolean | undefined;
  /** More are on their way: skeleton rows at the end. */
  loadingMore?: boolean | undefined;
  /** Called when the end of what is loaded comes near; only while there is more (`hasMore`). */
  onEndReached?: (() => void) | undefined;
  hasMore?: boolean | undefined;
  sort?: GridSort | null | undefined;
  onSortChange?: ((sort: GridSort) => void) | undefined;
  /** Given with `onSelectionChange`, rows can be selected. */
  selection?: ReadonlySet<string> | undefined;
  onSelectionChange?: ((selection: Set<string>) => void) | undefined;
  /** Everything that matches is selected, loaded or not. */
  allSelected?: boolean | undefined;
  selectLabel?: ((row: Row) => string) | undefined;
  /** Enter on a row, when the row holds no GridLink. */
  onOpen?: ((row: Row) => void) | undefined;
  /** At the end of a row on hover and focus: an IconButton, a Menu. */
  rowActions?: ((row: Row) => ReactNode) | undefined;
  /** Which rows show their detail. Given with `renderDetail` and `onExpandedChange`, rows open and close. */
  expanded?: ReadonlySet<string> | undefined;
  onExpandedChange?: ((expanded: Set<string>) => void) | undefined;
  renderDetail?: ((row: Row) => ReactNode) | undefined;
  canExpand?: ((row: Row) => boolean) | undefined;
  /** A heading that stands where the row would: for rows that are groups. Null for ordinary rows. */
  renderSection?: ((row: Row) => ReactNode) | undefined;
  /** Below 720 px: the two lines of a row, e.g. a CompactRow. Without it the columns stay and scroll sideways. */
  renderCompact?: ((row: Row, state: GridCellState) => ReactNode) | undefined;
  /** Least height of a compact row in pixels (60). */
  compactHeight?: number | undefined;
  /** The row in focus, when the page keeps it (in the address). */
  focusedKey?: string | null | undefined;
  onFocusedChange?: ((key: string | null) => void) | undefined;
  /** Other keys on a row ("e", "n"). preventDefault keeps the grid from acting too. */
  onRowKeyDown?: ((row: Row, event: KeyboardEvent) => void) | undefined;
  /** Esc with nothing selected. */
  onEscape?: (() => void) | undefined;
  /** First and last row in sight, from 0; for "1–24 of 2,318". */
  onVisibleChange?: ((first: number, last: number) => void) | undefined;
  /** Where along the list something is, drawn beside the scrollbar; a press scrolls there. */
  marks?: readonly GridMark[] | undefined;
  marksLabel?: string | undefined;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
  /** px inside at both ends: as the page's edge (20) or a card's (16). */
  inset?: number | undefined;
  className?: string | undefined;
}
