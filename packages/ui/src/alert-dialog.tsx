"use client";
// Asks once before something is destroyed: the title asks, the text names what goes, the hint says the way back, the
// button repeats the verb and the number. Loaded when the first one opens.
import { Suspense, lazy } from "react";
import type { ReactNode } from "react";

import { useOnceOpen } from "./dialog";

const Popup = lazy(() =>
  import("./alert-dialog-popup").then((module) => ({ default: module.AlertDialogPopup })),
);

export interface AlertDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A question with the number in it. */
  title: ReactNode;
  /** What exactly is destroyed. */
  children: ReactNode;
  /** The way back, or that there is none. */
  hint?: ReactNode;
  /** The verb and the number: never "OK". */
  confirmLabel: string;
  /** What staying as it is means: "Keep them". */
  cancelLabel: string;
  /** May be asynchronous: the button is busy until it settles, then the dialog closes; a rejection keeps it open. */
  onConfirm: () => unknown;
  tone?: "danger" | "primary" | undefined;
}

/** A confirmation. The safe button has focus; Esc is the same as it. */
export function AlertDialog(props: AlertDialogProps) {
  const wanted = useOnceOpen(props.open);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Popup {...props} />
    </Suspense>
  );
}
