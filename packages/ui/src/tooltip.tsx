"use client";
// A few words on hover and on keyboard focus. The popup itself is loaded when it is first wanted, so a page full of
// icon buttons pays for none of it. Never the only place something is said: touch has no hover.
import { Suspense, lazy, useEffect, useId, useRef, useState } from "react";
import type { ReactElement, ReactNode } from "react";

import { cloneElement } from "react";
import { mergeProps, resolveElement } from "./render-element";

const loadPopup = () => import("./tooltip-popup");
const Popup = lazy(() => loadPopup().then((module) => ({ default: module.TooltipPopup })));

const OPEN_AFTER = 450;
const CLOSE_AFTER = 90;

export type Side = "top" | "bottom" | "left" | "right";

export interface TooltipProps {
  content: ReactNode;
  /** Keys drawn after the words. */
  kbd?: string | readonly string[] | undefined;
  side?: Side | undefined;
  /** True when the words repeat the element's own name: then they are not announced again. */
  naming?: boolean | undefined;
  /** One element that takes focus or can be hovered; gets `ref` and handlers. */
  children: ReactElement;
}

/** Wraps one element; shows `content` beside it on hover (after a moment) and on keyboard focus. */
export function Tooltip({ content, kbd, side = "top", naming = false, children }: TooltipProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { open, wanted, show, hide } = useHoverIntent();
  const target = resolveElement(children);
  if (target === null) return children;
  const ours = {
    ref: setAnchor,
    onPointerEnter: (event: React.PointerEvent) => {
      if (event.pointerType === "touch") return;
      void loadPopup();
      show(OPEN_AFTER);
    },
    onPointerLeave: () => hide(CLOSE_AFTER),
    onPointerDown: () => hide(0),
    onFocus: (event: React.FocusEvent) => {
      if (event.target.matches(":focus-visible")) show(0);
    },
    onBlur: () => hide(0),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key === "Escape") hide(0);
    },
    ...(open && !naming ? { "aria-describedby": id } : {}),
  };
  return (
    <>
      {cloneElement(target, mergeProps(ours, target.props as object))}
      {wanted && anchor !== null && (
        <Suspense fallback={null}>
          <Popup
            id={id}
            open={open}
            anchor={anchor}
            side={side}
            kbd={kbd}
            onHover={() => show(0)}
            onLeave={() => hide(CLOSE_AFTER)}
          >
            {content}
          </Popup>
        </Suspense>
      )}
    </>
  );
}

/** Open and closed after a delay; `wanted` stays true once it was open, so a closing popup can play out. */
function useHoverIntent() {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const later = (delay: number, next: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (next) setWanted(true);
      setOpen(next);
    }, delay);
  };
  return {
    open,
    wanted,
    show: (delay: number) => later(delay, true),
    hide: (delay: number) => later(delay, false),
  };
}
