// Names and values of one thing, one line each (34 px), headed. Safe in server components; a line that can be changed
// holds an InlineEdit.
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export interface DefinitionListProps {
  title?: ReactNode;
  /** At the end of the title's line. */
  action?: ReactNode;
  /** Width of the names in pixels; on a phone at most 45 % of the line. */
  labelWidth?: number | undefined;
  className?: string | undefined;
  /** Between the title and the lines: chips, a sentence. */
  lead?: ReactNode;
  /** DefinitionRow, or InlineEdit. */
  children: ReactNode;
}

/** A headed list of lines. */
export function DefinitionList({
  title,
  action,
  labelWidth = 144,
  lead,
  className,
  children,
}: DefinitionListProps) {
  return (
    <section className={className}>
      {title !== undefined && (
        <div className="mb-1 flex min-h-8 items-center justify-between gap-3">
          <h2 className="text-sm font-semibold">{title}</h2>
          {action}
        </div>
      )}
      {lead !== undefined && <div className="flex flex-wrap items-center gap-1.5 pb-2">{lead}</div>}
      <dl style={{ "--label": `${labelWidth}px` } as React.CSSProperties}>{children}</dl>
    </section>
  );
}

/** The line every row of a DefinitionList is. */
export const definitionRowClass =
  "group/line -mx-2 grid min-h-[34px] grid-cols-[var(--label)_minmax(0,1fr)] items-center gap-x-2 rounded-sm px-2 max-md:min-h-11 max-md:grid-cols-[min(var(--label),45%)_minmax(0,1fr)]";

export interface DefinitionRowProps {
  label: ReactNode;
  children: ReactNode;
  className?: string | undefined;
}

/** A name and a value that is not changed here (or changes at once, like a Switch). */
export function DefinitionRow({ label, children, className }: DefinitionRowProps) {
  return (
    <div className={classNames(definitionRowClass, className)}>
      <dt className="text-foreground-3">{label}</dt>
      <dd className="min-w-0 py-1 break-words text-foreground">
        {children === null || children === undefined || children === "" ? (
          <span className="text-foreground-3">–</span>
        ) : (
          children
        )}
      </dd>
    </div>
  );
}
