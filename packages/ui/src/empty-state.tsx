// What stands where there is nothing: a list without rows, a page that is not there, something that broke. Each says
// what is the case and offers the next step. Safe in server components.
import { CircleAlert, SearchX } from "lucide-react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export interface EmptyStateProps {
  title: ReactNode;
  description?: ReactNode;
  /** The next step: at most a primary and a secondary button. */
  actions?: ReactNode;
  /** Instead of the empty tally. */
  icon?: ReactNode;
  /** The heading's level where it stands. */
  level?: 1 | 2 | 3 | undefined;
  className?: string | undefined;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, description, actions, icon, level = 2, className }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div
      className={classNames("mx-auto flex max-w-90 flex-col items-center px-4 py-12 text-center", className)}
    >
      {icon === undefined ? (
        <EmptyTally />
      ) : (
        <span className="text-foreground-3 [&_.lucide]:size-6">{icon}</span>
      )}
      <Heading className="mt-5 text-base font-semibold text-balance">{title}</Heading>
      {description !== undefined && <p className="mt-1 text-pretty text-foreground-3">{description}</p>}
      {actions !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}

/** The mark, not yet counted: dotted strokes, struck through faintly. Decoration. */
function EmptyTally() {
  return (
    <svg aria-hidden viewBox="0 0 60 24" width="60" height="24" fill="none" strokeLinecap="round">
      <g stroke="var(--border-strong)" strokeWidth="2.5" strokeDasharray="0.1 5.6">
        <path d="M8 3v18M22 3v18M36 3v18M50 3v18" />
      </g>
      <path d="M2 19.5 58 6.5" stroke="var(--accent-border)" strokeWidth="3" />
    </svg>
  );
}

export interface NothingFoundProps {
  /** What was looked for, and where: "No row matches “thabbo”." */
  children: ReactNode;
  /** E.g. a button that clears the filters. */
  action?: ReactNode;
  className?: string | undefined;
}

/** A search or filter that matches nothing: one line, with the way out. */
export function NothingFound({ children, action, className }: NothingFoundProps) {
  return (
    <div
      role="status"
      className={classNames("flex items-center gap-3 rounded-md border border-border px-4 py-3", className)}
    >
      <SearchX className="text-foreground-3" />
      <div className="min-w-0 flex-1 text-pretty">{children}</div>
      {action}
    </div>
  );
}

export interface ErrorStateProps {
  /** What happened, in plain words. */
  title: ReactNode;
  /** What it means and what to do. */
  description?: ReactNode;
  /** To quote when asking for help. */
  reference?: string | undefined;
  actions?: ReactNode;
  level?: 1 | 2 | 3 | undefined;
  className?: string | undefined;
}

/** Something broke here. */
export function ErrorState({
  title,
  description,
  reference,
  actions,
  level = 2,
  className,
}: ErrorStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div
      role="alert"
      className={classNames("mx-auto flex max-w-100 flex-col items-center px-4 py-12 text-center", className)}
    >
      <span className="flex size-9 items-center justify-center rounded-full border border-danger-border bg-danger-soft text-danger">
        <CircleAlert className="size-4.5" />
      </span>
      <Heading className="mt-4 text-base font-semibold text-balance">{title}</Heading>
      {description !== undefined && <p className="mt-1 text-pretty text-foreground-3">{description}</p>}
      {actions !== undefined && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
      {reference !== undefined && (
        <p className="mt-5 text-xs text-foreground-3">
          Quote <code className="rounded-xs bg-muted px-1 py-0.5 font-mono select-all">{reference}</code> when
          you ask for help.
        </p>
      )}
    </div>
  );
}

export interface NotFoundProps {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined;
}

/** A page or a thing that is not there (any more). */
export function NotFound({
  title = "This page is not here",
  description = "The address may be mistyped, or what it showed has been removed.",
  actions,
  className,
}: NotFoundProps) {
  return (
    <EmptyState level={1} title={title} description={description} actions={actions} className={className} />
  );
}
