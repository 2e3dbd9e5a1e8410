// A page outside the console: one column with one decision, and beside it, on a desk, a calm side. On phones only the
// column, edge to edge. Safe in server components.
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export interface SplitPageProps {
  logo: ReactNode;
  children: ReactNode;
  /** At the foot of the column, quiet. */
  footer?: ReactNode;
  /** The other half, from 1024 px up: a TallyField. Without it the column is in the middle. */
  side?: ReactNode;
}

/** Logo at the head, content in the middle, small print at the foot. */
export function SplitPage({ logo, children, footer, side }: SplitPageProps) {
  return (
    <div className="flex min-h-dvh bg-background">
      <div
        className={classNames(
          "flex min-w-0 flex-1 flex-col px-6 py-12 max-md:pt-16 md:px-12",
          side !== undefined && "lg:max-w-[600px] lg:flex-none lg:basis-[42%] lg:border-r lg:border-border",
        )}
      >
        <main id="content" className="mx-auto flex w-full max-w-88 flex-1 flex-col">
          <div className="mb-10 md:mb-6">{logo}</div>
          <div className="flex flex-1 flex-col md:justify-center">{children}</div>
          {footer !== undefined && (
            <div className="mt-10 text-xs text-pretty text-foreground-3 max-md:text-center max-md:text-sm">
              {footer}
            </div>
          )}
        </main>
      </div>
      {side !== undefined && <aside className="min-w-0 flex-1 max-lg:hidden">{side}</aside>}
    </div>
  );
}
