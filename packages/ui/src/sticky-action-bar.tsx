"use client";
// What can be done with what is selected: floats over the foot of a list, counts, offers all, and goes with Esc.
import { useEffect } from "react";
import type { ReactNode } from "react";

import { Button } from "./button";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";
import { isTyping } from "./search-input";

export interface StickyActionBarProps {
  /** Nothing is drawn while it is false. */
  open: boolean;
  /** "4 selected". Announced as it changes. */
  summary: ReactNode;
  /** "Select all 2,318"; left out when all are. */
  allLabel?: ReactNode;
  onSelectAll?: (() => void) | undefined;
  onClear: () => void;
  clearLabel?: string | undefined;
  /** Name of the toolbar. */
  label?: string | undefined;
  /** ActionBarButtons. */
  children: ReactNode;
}

/** Put it last in the box the list scrolls in (a box with `relative`). */
export function StickyActionBar(props: StickyActionBarProps) {
  const { open, summary, allLabel, onSelectAll, onClear, clearLabel = "Clear selection" } = props;
  useEscape(open, onClear);
  return (
    <div className="pointer-events-none absolute inset-x-3 bottom-3 z-20 flex justify-center">
      <span role="status" className="sr-only">
        {open ? summary : ""}
      </span>
      {open && (
        <div
          role="toolbar"
          aria-label={props.label ?? "Selection"}
          className="pointer-events-auto flex max-w-full items-center gap-1 rounded-md bg-overlay px-1.5 py-1.5 shadow-lg max-md:w-full max-md:flex-col max-md:items-stretch max-md:rounded-xl max-md:px-3 max-md:py-2.5"
        >
          <div className="flex items-center gap-3 px-2 max-md:justify-between max-md:px-1">
            <span className="tabular font-medium whitespace-nowrap">{summary}</span>
            {allLabel !== undefined && onSelectAll !== undefined && (
              <Button variant="link" className="tabular whitespace-nowrap" onClick={onSelectAll}>
                {allLabel}
              </Button>
            )}
          </div>
          <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-border max-md:hidden" />
          <div className="flex min-w-0 items-center gap-0.5 overflow-x-auto scrollbar-none max-md:justify-around">
            {props.children}
          </div>
          <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-border max-md:hidden" />
          <button
            type="button"
            onClick={onClear}
            className="flex h-8 items-center rounded-sm px-2 hover:bg-muted max-md:hidden"
          >
            <span className="sr-only">{clearLabel} </span>
            <Kbd keys="Esc" />
          </button>
        </div>
      )}
    </div>
  );
}

export interface ActionBarButtonProps {
  icon: ReactNode;
  tone?: "danger" | undefined;
  onClick?: (() => void) | undefined;
  loading?: boolean | undefined;
  disabled?: boolean | undefined;
  children: ReactNode;
}

/** One thing to do: in a line, or icon over word on phones. Can be a Menu's trigger. */
export function ActionBarButton({ icon, tone, children, ...rest }: ActionBarButtonProps) {
  return (
    <Button
      variant="ghost"
      icon={icon}
      {...rest}
      className={classNames(
        "max-md:h-14 max-md:flex-col max-md:gap-1 max-md:px-2.5 max-md:text-xs max-md:[&_.lucide]:size-5",
        tone === "danger" && "!text-danger hover:bg-danger-soft",
      )}
    >
      {children}
    </Button>
  );
}

/** Esc clears, unless something is being typed or something is open over the page. */
function useEscape(enabled: boolean, onClear: () => void) {
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog],[role=alertdialog],[role=menu],[role=listbox]") !== null)
        return;
      onClear();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [enabled, onClear]);
}
