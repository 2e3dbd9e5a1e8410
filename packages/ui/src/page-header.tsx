// The bar at the top of a page's panel, 52 px: where one is, and what can be done here. Safe in server components.
import type { ReactNode } from "react";

import { NavigationButton } from "./app-shell";
import { classNames } from "./class-names";

export interface PageHeaderProps {
  /** The page's heading; give `breadcrumbs` instead below a list. */
  title?: ReactNode;
  /** Beside the title, quiet: a count. */
  meta?: ReactNode;
  breadcrumbs?: ReactNode;
  /** In the middle: a Stepper. */
  center?: ReactNode;
  /** At the end; the primary button last. On phones they stay at the end of the title's line. */
  actions?: ReactNode;
  /** Left of the title; by default the button that opens navigation on phones. Give a way back instead where that is better. */
  leading?: ReactNode;
  /** Without the line below, when a toolbar follows. */
  plain?: boolean | undefined;
  className?: string | undefined;
}

/** The bar. Its title is the page's h1. */
export function PageHeader(props: PageHeaderProps) {
  const { title, meta, breadcrumbs, center, actions, leading, plain = false, className } = props;
  return (
    <header
      className={classNames(
        "relative flex h-13 shrink-0 items-center gap-3 px-4 md:px-5",
        !plain && "border-b border-border",
        className,
      )}
    >
      {leading ?? <NavigationButton />}
      <div className="flex min-w-0 flex-1 items-baseline gap-2.5">
        {breadcrumbs}
        {title !== undefined && <h1 className="truncate text-base font-semibold max-md:text-md">{title}</h1>}
        {meta !== undefined && <span className="tabular shrink-0 text-foreground-3">{meta}</span>}
      </div>
      {center !== undefined && <div className="flex shrink-0 justify-center max-md:hidden">{center}</div>}
      <div
        className={classNames(
          "flex shrink-0 items-center gap-2",
          center !== undefined && "flex-1 justify-end",
        )}
      >
        {actions}
      </div>
    </header>
  );
}

/** A row below the header: filters at the start, tools at the end. Wraps on narrow screens. */
export function Toolbar({
  children,
  end,
  className,
}: {
  children?: ReactNode;
  end?: ReactNode;
  className?: string | undefined;
}) {
  return (
    <div className={classNames("flex shrink-0 flex-wrap items-center gap-2 px-4 pb-3 md:px-5", className)}>
      <div className="flex min-w-0 flex-1 items-center gap-2 max-md:-mx-4 max-md:-my-1 max-md:scrollbar-none max-md:overflow-x-auto max-md:px-4 max-md:py-1 md:flex-wrap">
        {children}
      </div>
      {end !== undefined && <div className="flex items-center gap-1">{end}</div>}
    </div>
  );
}

/** A thin upright line between groups of tools. */
export function ToolbarSeparator() {
  return <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-border" />;
}
