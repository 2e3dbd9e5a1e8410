"use client";
// The frame of a picture made of figures: title, unit, legend, and the same figures as a table at the press of a
// button. A chart without a frame is not accessible.
import { ChartNoAxesColumn, Table2 } from "lucide-react";
import { useState } from "react";
import type { ReactNode } from "react";

import { classNames } from "../class-names";
import { IconButton } from "../icon-button";
import { Scroller } from "../scroller";
import { TBody, THead, Table, Td, Th, Tr } from "../table";
import type { ChartColor } from "./chart-types";
import { colorOf } from "./chart-types";

export interface ChartTable {
  /** The first heads the names, the others figures. */
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export interface LegendItem {
  label: string;
  value?: ReactNode;
  color: ChartColor;
}

export interface ChartFrameProps {
  title: string;
  /** What is counted, over what: "by source, weekly". */
  unit?: string | undefined;
  table: ChartTable;
  legend?: readonly LegendItem[] | undefined;
  /** At the end of the title's line, before the switch. */
  actions?: ReactNode;
  tableLabel?: string | undefined;
  chartLabel?: string | undefined;
  className?: string | undefined;
  /** The chart. */
  children: ReactNode;
}

/** Title, unit, switch, legend, chart. */
export function ChartFrame(props: ChartFrameProps) {
  const {
    title,
    unit,
    table,
    legend,
    actions,
    tableLabel = "Show as table",
    chartLabel = "Show as chart",
  } = props;
  const [tabular, setTabular] = useState(false);
  return (
    <section aria-label={title} className={classNames("min-w-0 px-4 pt-2.5 pb-4 md:px-5", props.className)}>
      <div className="mb-2 flex min-h-8 items-center gap-3">
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          {title}
          {unit !== undefined && <span className="ml-2.5 font-normal text-foreground-3">{unit}</span>}
        </h2>
        {actions}
        <IconButton
          label={tabular ? chartLabel : tableLabel}
          icon={tabular ? <ChartNoAxesColumn /> : <Table2 />}
          size="sm"
          className="-mr-1.5"
          onClick={() => setTabular((was) => !was)}
        />
      </div>
      {legend !== undefined && !tabular && <Legend items={legend} />}
      {tabular ? <FigureTable label={title} table={table} /> : props.children}
    </section>
  );
}

/** Swatch, name, figure, side by side. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-foreground-2">
      {items.map((item) => (
        <li key={item.label} className="flex items-center gap-2">
          <span
            aria-hidden
            className="size-2 shrink-0 rounded-[2px]"
            style={{ background: colorOf(item.color) }}
          />
          {item.label}
          {item.value !== undefined && <span className="tabular text-foreground-3">{item.value}</span>}
        </li>
      ))}
    </ul>
  );
}

function FigureTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    <Scroller className="max-h-80 rounded-md border border-border">
      <Table label={label} density="compact">
        <THead>
          {table.columns.map((column, index) => (
            <Th key={column} numeric={index > 0}>
              {column}
            </Th>
          ))}
        </THead>
        <TBody>
          {table.rows.map((row, index) => (
            <Tr key={index}>
              {row.map((cell, at) => (
                <Td key={at} numeric={at > 0}>
                  {typeof cell === "number" ? cell.toLocaleString() : cell}
                </Td>
              ))}
            </Tr>
          ))}
        </TBody>
      </Table>
    </Scroller>
  );
}
