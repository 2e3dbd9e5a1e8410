// The column at the right of a page: what goes with the content, in headed parts. Safe in server components.
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export interface AsideProps {
  label: string;
  /** Stays at the foot: the button that acts. */
  footer?: ReactNode;
  /** On narrow screens: below the content, or not at all. */
  narrow?: "below" | "hidden" | undefined;
  children: ReactNode;
}

/** The column at the right, 336 px. Children: AsideSection. */
export function Aside({ label, footer, narrow = "below", children }: AsideProps) {
  return (
    <aside
      aria-label={label}
      className={classNames(
        "flex w-(--aside) shrink-0 flex-col border-l border-border @max-[860px]/panel:w-full @max-[860px]/panel:border-t @max-[860px]/panel:border-l-0",
        narrow === "hidden" && "@max-[860px]/panel:hidden",
      )}
    >
      <div className="min-h-0 flex-1 overflow-y-auto scrollbar-thin">{children}</div>
      {footer !== undefined && <div className="shrink-0 border-t border-border p-4">{footer}</div>}
    </aside>
  );
}

export interface AsideSectionProps {
  title: ReactNode;
  /** At the end of the title's line: a count or a small button. */
  meta?: ReactNode;
  /** Lines reach the edges: for NoticeItem and CountItem. */
  flush?: boolean | undefined;
  children: ReactNode;
}

/** A headed part of the aside, a hairline above each but the first. */
export function AsideSection({ title, meta, flush = false, children }: AsideSectionProps) {
  return (
    <section className="border-border py-3 not-first:border-t">
      <div className="flex min-h-8 items-center justify-between gap-2 px-4">
        <h2 className="text-sm font-semibold">{title}</h2>
        {meta !== undefined && <span className="tabular text-foreground-3">{meta}</span>}
      </div>
      <div className={flush ? undefined : "px-4"}>{children}</div>
    </section>
  );
}
