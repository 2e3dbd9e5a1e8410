"use client";
// A small panel beside the element that opened it: a filter, a few fields, an explanation. Loaded on first interest.
import { Suspense, lazy } from "react";
import type { ReactElement, ReactNode } from "react";

import { usePopupTrigger } from "./use-popup-trigger";

const loadPopup = () => import("./popover-popup");
const Popup = lazy(() => loadPopup().then((module) => ({ default: module.PopoverPopup })));

interface PopoverBase {
  /** Its name for assistive technology. */
  label: string;
  align?: "start" | "center" | "end" | undefined;
  side?: "top" | "bottom" | "left" | "right" | undefined;
  /** Width in pixels; else what the content needs, at most 480. */
  width?: number | undefined;
  /** Without the 12 px inside. */
  flush?: boolean | undefined;
  /** The content; a function gets `close`. */
  children: ReactNode | ((close: () => void) => ReactNode);
}

export interface PopoverProps extends PopoverBase {
  /** The element that opens it. */
  trigger: ReactElement;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

/** A trigger and its panel. Esc and a press outside close it; focus goes in and comes back. */
export function Popover({
  trigger,
  label,
  align = "start",
  side = "bottom",
  width,
  flush = false,
  children,
  ...rest
}: PopoverProps) {
  const state = usePopupTrigger({ ...rest, preload: loadPopup, haspopup: "dialog" });
  return (
    <>
      {state.attach(trigger)}
      {state.wanted && state.anchor !== null && (
        <Suspense fallback={null}>
          <Popup state={state} label={label} align={align} side={side} width={width} flush={flush}>
            {typeof children === "function" ? children(() => state.setOpen(false)) : children}
          </Popup>
        </Suspense>
      )}
    </>
  );
}

export interface AnchoredPopoverProps extends PopoverBase {
  /** Where it opens: any element on the page, e.g. a cell. Closed while null. */
  anchor: HTMLElement | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** False leaves focus where it is, e.g. in the input it helps with. */
  takeFocus?: boolean | undefined;
}

/** A panel beside an element that is not its trigger. */
export function AnchoredPopover({
  anchor,
  open,
  onOpenChange,
  takeFocus = true,
  ...rest
}: AnchoredPopoverProps) {
  const { label, align = "start", side = "bottom", width, flush = false, children } = rest;
  if (anchor === null) return null;
  const state = {
    open,
    anchor,
    setOpen: onOpenChange,
    isOwnPress: (event: Event | undefined) => event?.target instanceof Node && anchor.contains(event.target),
  };
  return (
    <Suspense fallback={null}>
      <Popup
        state={state}
        label={label}
        align={align}
        side={side}
        width={width}
        flush={flush}
        takeFocus={takeFocus}
      >
        {typeof children === "function" ? children(() => onOpenChange(false)) : children}
      </Popup>
    </Suspense>
  );
}
