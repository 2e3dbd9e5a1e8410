"use client";
// The part of Popover that is loaded on first use: placing and drawing the panel.
import { Popover } from "@base-ui/react/popover";
import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { popupClass } from "./popup-class";
import type { PopupTrigger } from "./use-popup-trigger";

export interface PopoverPopupProps {
  state: Pick<PopupTrigger, "open" | "anchor" | "setOpen" | "isOwnPress"> & { popupId?: string | undefined };
  label: string;
  align: "start" | "center" | "end";
  side: "top" | "bottom" | "left" | "right";
  width: number | undefined;
  flush: boolean;
  takeFocus?: boolean | undefined;
  children: ReactNode;
}

/** The panel beside its anchor. */
export function PopoverPopup({
  state,
  label,
  align,
  side,
  width,
  flush,
  takeFocus = true,
  children,
}: PopoverPopupProps) {
  return (
    <Popover.Root
      open={state.open}
      onOpenChange={(next, details) => {
        if (!next && state.isOwnPress(details.event)) return;
        state.setOpen(next);
      }}
    >
      <Popover.Portal>
        <Popover.Positioner
          anchor={state.anchor}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Popover.Popup
            id={state.popupId}
            aria-label={label}
            initialFocus={takeFocus}
            finalFocus={takeFocus ? () => state.anchor : false}
            style={width === undefined ? undefined : { width }}
            className={classNames(
              popupClass,
              "max-h-(--available-height) max-w-[min(480px,calc(100vw-16px))] overflow-y-auto scrollbar-thin",
              !flush && "p-3",
            )}
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
