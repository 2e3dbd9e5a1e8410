"use client";
// The part of AlertDialog that is loaded on first use.
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useRef, useState } from "react";

import type { AlertDialogProps } from "./alert-dialog";
import { Button } from "./button";
import { classNames } from "./class-names";
import { DialogFooter, backdropClass, dialogClass } from "./dialog-popup";

/** The confirmation itself. */
export function AlertDialogPopup(props: AlertDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    children,
    hint,
    confirmLabel,
    cancelLabel,
    onConfirm,
    tone = "danger",
  } = props;
  const keep = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      onOpenChange(false);
    } catch {
      // The caller shows what went wrong; the question stays.
    } finally {
      setBusy(false);
    }
  };
  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!busy) onOpenChange(next);
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropClass} />
        <AlertDialog.Popup initialFocus={keep} className={classNames(dialogClass, "md:w-115")}>
          <div className="overflow-y-auto px-5 py-5 scrollbar-thin">
            <AlertDialog.Title className="text-md font-semibold">{title}</AlertDialog.Title>
            <AlertDialog.Description
              render={<div />}
              className="mt-1.5 text-sm text-pretty text-foreground-2"
            >
              {children}
            </AlertDialog.Description>
            {hint !== undefined && <p className="mt-2 text-sm text-foreground-3">{hint}</p>}
          </div>
          <DialogFooter>
            <Button ref={keep} disabled={busy} onClick={() => onOpenChange(false)}>
              {cancelLabel}
            </Button>
            <Button variant={tone} loading={busy} onClick={() => void confirm()}>
              {confirmLabel}
            </Button>
          </DialogFooter>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
