"use client";
// A panel that slides in from an edge: navigation on phones, details beside a list, choices from below. Loaded when
// the first one opens.
import { Suspense, lazy } from "react";
import type { ReactNode } from "react";

import { useOnceOpen } from "./dialog";

const Popup = lazy(() => import("./drawer-popup").then((module) => ({ default: module.DrawerPopup })));

export interface DrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** Keeps the title for assistive technology only. */
  hideTitle?: boolean | undefined;
  description?: ReactNode;
  side?: "left" | "right" | "bottom" | undefined;
  /** Width at the sides: sm 288, md 400, lg 560 px. */
  size?: "sm" | "md" | "lg" | undefined;
  footer?: ReactNode;
  flush?: boolean | undefined;
  children: ReactNode;
}

/** A drawer. Focus is kept inside; Esc, a press outside or a swipe closes it. */
export function Drawer(props: DrawerProps) {
  const wanted = useOnceOpen(props.open);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Popup {...props} />
    </Suspense>
  );
}
