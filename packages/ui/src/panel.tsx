// The surface a page lives on, and what is below its header. Safe in server components.
import type { ComponentProps, ReactNode } from "react";

import { classNames } from "./class-names";

/** The page: fills what navigation leaves, inset 8 px; the whole screen on phones. Children: PageHeader, then PanelBody. */
export function Panel({ className, children, ...rest }: ComponentProps<"main">) {
  return (
    <main
      id="content"
      tabIndex={-1}
      {...rest}
      className={classNames(
        "@container/panel relative flex min-w-0 flex-1 flex-col overflow-hidden bg-background outline-none md:my-2 md:mr-2 md:rounded-lg md:border md:border-border md:shadow-xs",
        className,
      )}
    >
      {children}
    </main>
  );
}

export interface PanelBodyProps {
  /** An Aside at the right; below the content on narrow screens. */
  aside?: ReactNode;
  /** False when what is inside scrolls itself, e.g. a DataGrid. */
  scroll?: boolean | undefined;
  /** Space around and greatest width: none, or a page of fields (720), of cards (1080). */
  width?: "full" | "form" | "page" | undefined;
  className?: string | undefined;
  children: ReactNode;
}

const WIDTHS = {
  full: "",
  form: "mx-auto w-full max-w-200 px-4 py-6 md:px-10 md:py-8",
  page: "mx-auto w-full max-w-300 px-4 py-6 md:px-10 md:py-10",
};

/** What is below the header: the content, which scrolls, and the aside. */
export function PanelBody({ aside, scroll = true, width = "full", className, children }: PanelBodyProps) {
  return (
    <div
      className={classNames(
        "flex min-h-0 flex-1",
        aside !== undefined && "@max-[860px]/panel:flex-col @max-[860px]/panel:overflow-y-auto",
      )}
    >
      <div
        className={classNames(
          "relative min-w-0 flex-1",
          scroll ? "overflow-y-auto scrollbar-thin" : "flex min-h-0 flex-col",
          aside !== undefined && !scroll && "@max-[860px]/panel:flex-[1_0_70dvh]",
          aside !== undefined && scroll && "@max-[860px]/panel:flex-none @max-[860px]/panel:overflow-visible",
        )}
      >
        {width === "full" && className === undefined ? (
          children
        ) : (
          <div className={classNames(WIDTHS[width], className)}>{children}</div>
        )}
      </div>
      {aside}
    </div>
  );
}
