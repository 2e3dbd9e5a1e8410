"use client";
// The part of Tooltip that is loaded on first use: placing and drawing the words.
import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";

import { Kbd } from "./kbd";
import type { Side } from "./tooltip";

export interface TooltipPopupProps {
  id: string;
  open: boolean;
  anchor: Element;
  side: Side;
  kbd: string | readonly string[] | undefined;
  onHover: () => void;
  onLeave: () => void;
  children: ReactNode;
}

/** The words in a small raised box beside `anchor`. */
export function TooltipPopup({ id, open, anchor, side, kbd, onHover, onLeave, children }: TooltipPopupProps) {
  return (
    <Tooltip.Root open={open}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} side={side} sideOffset={6} collisionPadding={8} className="z-60">
          <Tooltip.Popup
            id={id}
            role="tooltip"
            onPointerEnter={onHover}
            onPointerLeave={onLeave}
            className="flex max-w-72 items-center gap-2 rounded-sm bg-overlay px-2 py-1 text-xs text-foreground shadow-md transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {children}
            {kbd !== undefined && <Kbd keys={kbd} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
