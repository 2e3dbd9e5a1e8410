"use client";
// The part of Dialog and AlertDialog that is loaded on first use.
import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useRef } from "react";
import type { ReactNode, SubmitEvent } from "react";

import { classNames } from "./class-names";
import type { DialogProps } from "./dialog";
import { IconButton } from "./icon-button";

const SIZES = { sm: "md:w-100", md: "md:w-130", lg: "md:w-180", xl: "md:w-240" };

export const backdropClass =
  "fixed inset-0 z-40 bg-backdrop transition-opacity duration-(--speed) data-ending-style:opacity-0 data-starting-style:opacity-0";

/** The box of every dialog: centred a little above the middle; from below on phones. */
export const dialogClass =
  "fixed z-50 flex max-h-[calc(100dvh-24px)] flex-col overflow-hidden bg-overlay text-foreground shadow-lg outline-none transition-[opacity,translate] duration-(--speed) data-ending-style:opacity-0 data-starting-style:opacity-0 max-md:inset-x-0 max-md:bottom-0 max-md:rounded-t-xl max-md:data-starting-style:translate-y-4 md:top-[min(16vh,calc(50vh-60px))] md:left-1/2 md:max-h-[calc(100vh-16vh-32px)] md:max-w-[calc(100vw-32px)] md:-translate-x-1/2 md:rounded-lg md:data-starting-style:translate-y-1";

/** The dialog itself. */
export function DialogPopup(props: DialogProps) {
  const { open, onOpenChange, title, description, footer, footnote, size = "md", locked = false } = props;
  const { initialFocus, finalFocus, flush = false, onSubmit, children } = props;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (next || !locked) onOpenChange(next);
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClass} />
        <Dialog.Popup
          ref={popup}
          initialFocus={initialFocus ?? (() => firstField(popup.current) ?? true)}
          finalFocus={finalFocus}
          className={classNames(dialogClass, SIZES[size])}
        >
          <Body onSubmit={onSubmit}>
            <div className="flex items-start gap-4 px-5 pt-4.5 pb-4">
              <div className="min-w-0 flex-1">
                <Dialog.Title className="text-md font-semibold">{title}</Dialog.Title>
                {description !== undefined && (
                  <Dialog.Description className="mt-1 text-sm text-pretty text-foreground-2">
                    {description}
                  </Dialog.Description>
                )}
              </div>
              {!locked && (
                <IconButton
                  label="Close"
                  icon={<X />}
                  tooltip={false}
                  className="-mt-1 -mr-2"
                  onClick={() => onOpenChange(false)}
                />
              )}
            </div>
            <div
              data-dialog-content=""
              className={classNames(
                "min-h-0 flex-1 overflow-y-auto scrollbar-thin",
                flush ? "" : "px-5 pb-5",
              )}
            >
              {children}
            </div>
            {footer !== undefined && <DialogFooter footnote={footnote}>{footer}</DialogFooter>}
          </Body>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What a person came for: the first field, else the first thing to press in the content. */
function firstField(popup: HTMLElement | null): HTMLElement | null {
  const content = popup?.querySelector("[data-dialog-content]");
  return (
    content?.querySelector<HTMLElement>(
      ":is(input:not([type=hidden]), textarea, [role=combobox]):not(:disabled)",
    ) ??
    content?.querySelector<HTMLElement>(":is(button, a[href]):not(:disabled)") ??
    null
  );
}

/** The strip with the buttons. */
export function DialogFooter({ footnote, children }: { footnote?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 border-t border-border bg-subtle px-5 py-3">
      {footnote !== undefined && <div className="mr-auto text-xs text-foreground-3">{footnote}</div>}
      {children}
    </div>
  );
}

function Body({ onSubmit, children }: { onSubmit: (() => void) | undefined; children: ReactNode }) {
  if (onSubmit === undefined) return children;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  };
  return (
    <form noValidate onSubmit={submit} className="flex min-h-0 flex-1 flex-col">
      {children}
    </form>
  );
}
