// The words CommandMenu is described with.
import type { ReactNode } from "react";

export interface CommandItem {
  /** Unique in the whole menu. */
  id: string;
  /** What is typed is looked for here, and set in bold. */
  label: string;
  /** Quiet, after the label. */
  detail?: string | undefined;
  icon?: ReactNode;
  /** The shortcut that does the same. */
  kbd?: string | readonly string[] | undefined;
  /** Other words it is found by. */
  keywords?: readonly string[] | undefined;
  /** Runs it. The menu closes first. */
  onSelect: () => void;
}

export interface CommandGroup {
  label: string;
  items: readonly CommandItem[];
  /** The server has already chosen these: they are not filtered here. */
  remote?: boolean | undefined;
}

export interface CommandMenuProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly CommandGroup[];
  query: string;
  onQueryChange: (query: string) => void;
  /** Results are on their way. */
  loading?: boolean | undefined;
  /** Names the dialog and the list. */
  label?: string | undefined;
  placeholder?: string | undefined;
  emptyText?: string | undefined;
}
