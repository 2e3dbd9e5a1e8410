// The look shared by everything that opens over the page: menus, lists, popovers. One place, so they stay alike.

/** The raised box; fades and lifts in under 200 ms. */
export const popupClass =
  "rounded-md bg-overlay text-sm text-foreground shadow-lg outline-none transition-[opacity,translate] duration-(--speed) data-ending-style:opacity-0 data-ending-style:duration-(--speed-fast) data-starting-style:-translate-y-0.5 data-starting-style:opacity-0";

/** A line in a menu or list. `data-highlighted` is where the keyboard or the pointer is. */
export const optionClass =
  "flex min-h-8 w-full cursor-default select-none items-center gap-2.5 rounded-sm px-2 py-1.5 text-left text-sm text-foreground outline-none data-disabled:opacity-45 data-highlighted:bg-muted [&_.lucide]:text-foreground-3";

/** The heading of a group of lines. */
export const groupLabelClass = "px-2 pt-2 pb-1 text-xs text-foreground-3";

/** The line between groups. */
export const separatorClass = "-mx-1 my-1 h-px bg-border-subtle";
