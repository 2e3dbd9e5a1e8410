"use client";
// A task that needs the whole attention for a moment. Its code is loaded when the first one opens.
import { Suspense, lazy, useState } from "react";
import type { ReactNode, RefObject } from "react";

const DialogPopup = lazy(() => import("./dialog-popup").then((module) => ({ default: module.DialogPopup })));

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, at the end: the one that acts last. */
  footer?: ReactNode;
  /** Quiet words at the start of the footer. */
  footnote?: ReactNode;
  /** sm 400, md 520, lg 720, xl 960 px. */
  size?: "sm" | "md" | "lg" | "xl" | undefined;
  /** Refuses to close by Esc or a press outside, e.g. while saving. */
  locked?: boolean | undefined;
  /** Where focus goes; else the first field or button. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** Where focus goes when it closes; else, and where that is null, back to where it was. */
  finalFocus?: (() => HTMLElement | null) | undefined;
  /** Without the space around the content, e.g. for a list. */
  flush?: boolean | undefined;
  /** Wraps content and footer in a form, so Enter submits. Prevents the browser's own submission. */
  onSubmit?: (() => void) | undefined;
  children?: ReactNode;
}

/** A dialog. Focus is kept inside and returns to where it was; Esc closes. On phones it rises from below. */
export function Dialog(props: DialogProps) {
  const wanted = useOnceOpen(props.open);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <DialogPopup {...props} />
    </Suspense>
  );
}

/** True from the first time `open` is: what has been open stays mounted, to play its closing. */
export function useOnceOpen(open: boolean): boolean {
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  return open || wanted;
}
