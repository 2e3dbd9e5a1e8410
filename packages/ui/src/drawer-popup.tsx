"use client";
// The part of Drawer that is loaded on first use.
import { Drawer } from "@base-ui/react/drawer";
import { X } from "lucide-react";

import { classNames } from "./class-names";
import { DialogFooter, backdropClass } from "./dialog-popup";
import type { DrawerProps } from "./drawer";
import { IconButton } from "./icon-button";

const WIDTHS = { sm: "w-72", md: "w-100", lg: "w-140" };

const SIDES = {
  left: "inset-y-0 left-0 max-w-[calc(100vw-48px)] translate-x-(--drawer-swipe-movement-x) data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
  right:
    "inset-y-0 right-0 max-w-[calc(100vw-24px)] translate-x-(--drawer-swipe-movement-x) data-ending-style:translate-x-full data-starting-style:translate-x-full",
  bottom:
    "inset-x-0 bottom-0 mx-auto max-h-[85dvh] max-w-140 translate-y-(--drawer-swipe-movement-y) rounded-t-xl data-ending-style:translate-y-full data-starting-style:translate-y-full",
};

const SWIPE = { left: "left", right: "right", bottom: "down" } as const;

/** The drawer itself. */
export function DrawerPopup(props: DrawerProps) {
  const { open, onOpenChange, title, hideTitle = false, description, side = "right", size = "md" } = props;
  const { footer, flush = false, children } = props;
  return (
    <Drawer.Root open={open} onOpenChange={(next) => onOpenChange(next)} swipeDirection={SWIPE[side]}>
      <Drawer.Portal>
        <Drawer.Backdrop className={backdropClass} />
        <Drawer.Viewport className="fixed inset-0 z-50">
          <Drawer.Popup
            className={classNames(
              "fixed flex flex-col overflow-hidden text-foreground shadow-lg outline-none transition-[translate] duration-(--speed) ease-out data-swiping:duration-0",
              SIDES[side],
              side !== "bottom" && WIDTHS[size],
              side === "left" ? "bg-canvas" : "bg-overlay",
            )}
          >
            {hideTitle ? (
              <Drawer.Title className="sr-only">{title}</Drawer.Title>
            ) : (
              <div className="flex items-start gap-3 px-5 pt-4 pb-3">
                <div className="min-w-0 flex-1">
                  <Drawer.Title className="text-md font-semibold">{title}</Drawer.Title>
                  {description !== undefined && (
                    <Drawer.Description className="mt-0.5 text-foreground-3">
                      {description}
                    </Drawer.Description>
                  )}
                </div>
                <IconButton
                  label="Close"
                  icon={<X />}
                  tooltip={false}
                  className="-mt-1 -mr-2"
                  onClick={() => onOpenChange(false)}
                />
              </div>
            )}
            <Drawer.Content
              className={classNames(
                "min-h-0 flex-1 overflow-y-auto overscroll-contain scrollbar-thin",
                !flush && "px-5 pb-5",
              )}
            >
              {children}
            </Drawer.Content>
            {footer !== undefined && <DialogFooter>{footer}</DialogFooter>}
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
