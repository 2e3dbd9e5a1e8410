// The strip at the foot of a page: what will happen and the button that makes it so, or a line of status. Safe in
// server components.
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export interface BottomBarProps {
  /** Quiet words at the start. */
  note?: ReactNode;
  /** slim 32 px: a status line of a grid. */
  slim?: boolean | undefined;
  /** Buttons at the end, the primary last; as wide as the screen on phones. */
  children?: ReactNode;
}

/** The strip at the foot of a panel. */
export function BottomBar({ note, slim = false, children }: BottomBarProps) {
  return (
    <footer
      className={classNames(
        "flex shrink-0 items-center justify-between gap-4 border-t border-border bg-background pb-[env(safe-area-inset-bottom)] text-foreground-3",
        slim
          ? "min-h-8 px-5 text-xs max-md:hidden"
          : "min-h-15 px-6 max-md:flex-col max-md:items-stretch max-md:gap-2 max-md:p-4",
      )}
    >
      <div
        className={classNames("min-w-0", slim ? "truncate" : "max-md:order-2 max-md:text-center")}
        title={slim && typeof note === "string" ? note : undefined}
      >
        {note}
      </div>
      <div
        className={classNames(
          "flex items-center gap-2",
          slim
            ? "shrink-0 gap-4 max-md:hidden"
            : "max-md:flex-col-reverse max-md:items-stretch max-md:[&>*]:h-12 max-md:[&>*]:text-md",
        )}
      >
        {children}
      </div>
    </footer>
  );
}
