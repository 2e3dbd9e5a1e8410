"use client";
// What every element that opens a popup shares: it stays a plain element on the page, learns its place for the popup,
// and opens and closes it. The popup (and the library behind it) is loaded at the first sign of interest.
import { useId, useRef, useState } from "react";
import type { KeyboardEvent, MouseEvent, ReactElement } from "react";
import { cloneElement } from "react";

import { mergeProps, resolveElement } from "./render-element";

export interface PopupTriggerOptions {
  open?: boolean | undefined;
  defaultOpen?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Starts loading the popup's code. */
  preload: () => unknown;
  haspopup: "menu" | "dialog" | "listbox";
}

export interface PopupTrigger {
  open: boolean;
  /** True once the popup has been open: it stays mounted to play its closing. */
  wanted: boolean;
  anchor: HTMLElement | null;
  popupId: string;
  /** Whether the last opening came from the keyboard: then the first item is highlighted. */
  byKeyboard: boolean;
  setOpen: (open: boolean) => void;
  /** Popup libraries see a press on the trigger as outside; this tells them to leave it to the trigger. */
  isOwnPress: (event: Event | undefined) => boolean;
  /** The given element with everything a trigger needs. */
  attach: (trigger: ReactElement) => ReactElement;
}

/** State and wiring of one trigger and its popup; controlled when `open` is given. */
export function usePopupTrigger(options: PopupTriggerOptions): PopupTrigger {
  const [ownOpen, setOwnOpen] = useState(options.defaultOpen ?? false);
  const [wanted, setWanted] = useState(false);
  const [byKeyboard, setByKeyboard] = useState(false);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const openAtPress = useRef<boolean | null>(null);
  const popupId = useId();
  const open = options.open ?? ownOpen;
  if (open && !wanted) setWanted(true);

  const setOpen = (next: boolean) => {
    setOwnOpen(next);
    options.onOpenChange?.(next);
  };
  const attach = (trigger: ReactElement) => {
    const target = resolveElement(trigger);
    if (target === null) return trigger;
    const ours = {
      ref: setAnchor,
      "aria-haspopup": options.haspopup,
      "aria-expanded": open,
      ...(open ? { "aria-controls": popupId } : {}),
      onPointerEnter: options.preload,
      onFocus: options.preload,
      onPointerDown: () => (openAtPress.current = open),
      onClick: (event: MouseEvent) => {
        const wasOpen = openAtPress.current ?? open;
        openAtPress.current = null;
        setByKeyboard(event.detail === 0);
        setOpen(!wasOpen);
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (options.haspopup === "dialog" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
        event.preventDefault();
        setByKeyboard(true);
        setOpen(true);
      },
    };
    return cloneElement(target, mergeProps(ours, target.props as object));
  };
  const isOwnPress = (event: Event | undefined) =>
    anchor !== null && event?.target instanceof Node && anchor.contains(event.target);
  return { open, wanted, anchor, popupId, byKeyboard, setOpen, isOwnPress, attach };
}
