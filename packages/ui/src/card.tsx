// A box for a thing that is a thing: a file, a tile, a list of its own. Regions of a page use Panel and hairlines
// instead. Safe in server components.
import type { ComponentProps, ReactNode } from "react";

import { classNames } from "./class-names";

export interface CardProps extends Omit<ComponentProps<"section">, "title"> {
  title?: ReactNode;
  description?: ReactNode;
  /** At the end of the title's line. */
  actions?: ReactNode;
  /** A strip below, with a line above it. */
  footer?: ReactNode;
  /** Without space inside, for lists and tables: rows reach the edges. */
  flush?: boolean | undefined;
}

/** A surface with a hairline; with a title it is a section of the page. */
export function Card({
  title,
  description,
  actions,
  footer,
  flush = false,
  className,
  children,
  ...rest
}: CardProps) {
  return (
    <section
      {...rest}
      className={classNames(
        "overflow-hidden rounded-md border border-border bg-surface shadow-xs",
        className,
      )}
    >
      {title !== undefined && (
        <div className={classNames("flex items-start gap-3 px-4 pt-3.5", flush ? "pb-3" : "pb-1")}>
          <div className="min-w-0 flex-1">
            <h2 className="text-base font-semibold">{title}</h2>
            {description !== undefined && (
              <p className="mt-0.5 text-pretty text-foreground-3">{description}</p>
            )}
          </div>
          {actions}
        </div>
      )}
      <div className={flush ? (title === undefined ? "" : "border-t border-border") : "p-4"}>{children}</div>
      {footer !== undefined && (
        <div className="flex flex-wrap items-center gap-2 border-t border-border bg-subtle px-4 py-2.5">
          {footer}
        </div>
      )}
    </section>
  );
}

export interface CardRowProps {
  icon?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** At the end of the row: a button, a figure, a badge. */
  end?: ReactNode;
  /** A whole-row tint for what needs a person. */
  tone?: "warning" | "danger" | undefined;
  className?: string | undefined;
}

/** A line of a flush Card, with a hairline between lines. */
export function CardRow({ icon, title, description, end, tone, className }: CardRowProps) {
  return (
    <div
      className={classNames(
        "flex min-h-11 items-center gap-3 border-border px-4 py-2.5 not-first:border-t",
        tone === "warning" && "bg-warning-soft [&_.lucide:first-child]:text-warning",
        tone === "danger" && "bg-danger-soft [&_.lucide:first-child]:text-danger",
        className,
      )}
    >
      {icon !== undefined && (
        <span className="flex w-4 shrink-0 justify-center text-foreground-3">{icon}</span>
      )}
      <div className="min-w-0 flex-1">
        <div className="truncate text-foreground">{title}</div>
        {description !== undefined && <div className="text-xs text-foreground-3">{description}</div>}
      </div>
      {end}
    </div>
  );
}
