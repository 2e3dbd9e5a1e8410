// The way here: links, then the page itself as its heading. Safe in server components.
import { ChevronRight } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

import { renderElement } from "./render-element";

export interface Crumb {
  label: ReactNode;
  /** `<Link href="…" />`; the last one has none. */
  link?: ReactElement | undefined;
}

export interface BreadcrumbsProps {
  crumbs: readonly Crumb[];
  /** The last crumb is the page's h1. */
  heading?: boolean | undefined;
  label?: string | undefined;
}

/** For PageHeader's `breadcrumbs`. On phones only the last one shows. */
export function Breadcrumbs({ crumbs, heading = true, label = "Breadcrumb" }: BreadcrumbsProps) {
  return (
    <nav aria-label={label} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5">
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1;
          return (
            <li
              key={index}
              className={
                last
                  ? "flex min-w-0 items-center gap-1.5"
                  : "flex shrink-0 items-center gap-1.5 max-md:hidden"
              }
            >
              {index > 0 && <ChevronRight className="size-3.5 text-foreground-3 max-md:hidden" />}
              <CrumbBody crumb={crumb} last={last} heading={heading} />
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function CrumbBody({ crumb, last, heading }: { crumb: Crumb; last: boolean; heading: boolean }) {
  if (!last && crumb.link !== undefined)
    return renderElement(crumb.link, "a", {
      className: "rounded-xs text-foreground-3 no-underline hover:text-foreground",
      children: crumb.label,
    });
  if (last && heading)
    return (
      <h1 aria-current="page" className="truncate text-sm font-semibold max-md:text-md">
        {crumb.label}
      </h1>
    );
  return <span className={last ? "truncate font-medium" : "text-foreground-3"}>{crumb.label}</span>;
}
