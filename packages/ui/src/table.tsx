// A table for lists of up to a few hundred rows, in the page's own markup: head 32 px, rows 34 px. For a list the
// server pages, DataGrid. Safe in server components.
import type { ComponentProps, ReactNode } from "react";

import { classNames } from "./class-names";
import { renderElement } from "./render-element";
import type { RenderProp } from "./render-element";
import { Scroller } from "./scroller";

export interface TableProps extends ComponentProps<"table"> {
  /** What the table lists, for assistive technology. */
  label: string;
  /** comfortable 44 px for lists of few, rich rows; compact 30 px for file previews. */
  density?: "compact" | "default" | "comfortable" | undefined;
  /** On a page rather than in a card: lines and space to the page's edge. */
  edge?: "card" | "page" | undefined;
}

const DENSITY = {
  compact: "[&_td]:h-[30px] text-xs",
  default: "[&_td]:h-[34px] text-sm",
  comfortable: "[&_td]:h-11 text-sm",
};

/** A table that scrolls sideways rather than squeezing. Columns are Th and Td. */
export function Table({
  label,
  density = "default",
  edge = "card",
  className,
  children,
  ...rest
}: TableProps) {
  return (
    <Scroller className={className}>
      <table
        {...rest}
        aria-label={label}
        className={classNames(
          "w-full border-separate border-spacing-0",
          DENSITY[density],
          edge === "page"
            ? "[&_:is(th,td):first-child]:pl-5 [&_:is(th,td):last-child]:pr-5"
            : "[&_:is(th,td):first-child]:pl-4 [&_:is(th,td):last-child]:pr-4",
        )}
      >
        {children}
      </table>
    </Scroller>
  );
}

/** The head: a quiet strip. Takes one Tr-less row of Th. */
export function THead({ children }: { children: ReactNode }) {
  return (
    <thead className="bg-subtle text-xs text-foreground-3">
      <tr>{children}</tr>
    </thead>
  );
}

/** The body. */
export function TBody({ children }: { children: ReactNode }) {
  return <tbody className="[&>tr:last-child>td]:border-b-0">{children}</tbody>;
}

export interface TrProps extends ComponentProps<"tr"> {
  selected?: boolean | undefined;
  /** Marks rows that open something: hover tints them. Put a RowLink in the first cell. */
  interactive?: boolean | undefined;
}

/** A row. */
export function Tr({ selected, interactive = false, className, ...rest }: TrProps) {
  return (
    <tr
      {...rest}
      aria-selected={selected}
      className={classNames(
        "group/row",
        interactive && "relative hover:bg-muted has-[[data-row-link]:focus-visible]:bg-muted",
        selected === true && "bg-accent-soft [&>td]:border-accent-border",
        className,
      )}
    />
  );
}

export interface CellProps extends ComponentProps<"td"> {
  /** Figures: right-aligned and tabular. */
  numeric?: boolean | undefined;
  /** Second in importance. */
  quiet?: boolean | undefined;
  /** Sentences: let them break. */
  wrap?: boolean | undefined;
}

/** A heading of a column. `numeric` must agree with its cells. */
export function Th({
  numeric = false,
  className,
  ...rest
}: ComponentProps<"th"> & { numeric?: boolean | undefined }) {
  return (
    <th
      scope="col"
      {...rest}
      className={classNames(
        "h-8 border-b border-border px-3 font-normal whitespace-nowrap",
        numeric ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

/** A cell. */
export function Td({ numeric = false, quiet = false, wrap = false, className, ...rest }: CellProps) {
  return (
    <td
      {...rest}
      className={classNames(
        "border-b border-border-subtle px-3",
        numeric && "tabular text-right",
        wrap ? "py-1.5 text-pretty" : "whitespace-nowrap",
        quiet ? "text-foreground-3" : "text-foreground-2",
        className,
      )}
    />
  );
}

export interface RowLinkProps {
  /** The link: `<Link href="…" />` or `<a href="…" />`. */
  render: RenderProp;
  children: ReactNode;
}

/** The name in a row's first cell; its press area is the whole row (of a Tr that is `interactive`). */
export function RowLink({ render, children }: RowLinkProps) {
  return renderElement(render, "a", {
    "data-row-link": "",
    className:
      "font-medium text-foreground no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring",
    children,
  } as ComponentProps<"a">);
}
