// Bars that need no axis: a share each (BarList), or what a whole is made of (StackedBars). Plain markup, safe in
// server components.
import type { ReactNode } from "react";

import { Num } from "../num";
import type { ChartColor } from "./chart-types";
import { colorOf } from "./chart-types";

export interface BarListItem {
  key: string;
  icon?: ReactNode;
  label: ReactNode;
  value: number;
}

/** Name, bar, figure; the longest bar is the largest value. */
export function BarList({
  label,
  items,
  color = "chart-1",
}: {
  label: string;
  items: readonly BarListItem[];
  color?: ChartColor;
}) {
  const most = Math.max(1, ...items.map((item) => item.value));
  return (
    <ul aria-label={label} className="flex flex-col">
      {items.map((item) => (
        <li
          key={item.key}
          className="grid h-7 grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)_48px] items-center gap-3"
        >
          <span className="flex min-w-0 items-center gap-2.5 text-foreground-2 [&_.lucide]:size-3.5 [&_.lucide]:text-foreground-3">
            {item.icon}
            <span className="truncate">{item.label}</span>
          </span>
          <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-muted-strong">
            <span
              className="block h-full rounded-full"
              style={{ width: `${(item.value / most) * 100}%`, background: colorOf(color) }}
            />
          </span>
          <Num value={item.value} className="text-right text-foreground-2" />
        </li>
      ))}
    </ul>
  );
}

export interface StackedBarsRow {
  key: string;
  label: ReactNode;
  /** Quiet, after the label: a day. */
  detail?: ReactNode;
  parts: readonly { label: string; value: number; color: ChartColor }[];
}

/** A line each: name, what it is made of as a bar of fixed width, the sum. */
export function StackedBars({ label, rows }: { label: string; rows: readonly StackedBarsRow[] }) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {rows.map((row) => {
        const total = row.parts.reduce((sum, part) => sum + part.value, 0);
        return (
          <li
            key={row.key}
            className="grid min-h-[33px] grid-cols-[minmax(0,1.6fr)_72px_minmax(64px,0.9fr)_52px] items-center gap-x-3 border-border-subtle not-first:border-t max-md:grid-cols-[minmax(0,1fr)_72px_48px]"
          >
            <span className="truncate text-foreground">{row.label}</span>
            <span className="truncate text-foreground-3 max-md:hidden">{row.detail}</span>
            <span className="flex h-1.5 gap-px">
              {row.parts
                .filter((part) => part.value > 0)
                .map((part) => (
                  <span
                    key={part.label}
                    className="min-w-0.5 rounded-[2px]"
                    style={{ flex: `${part.value} 1 0`, background: colorOf(part.color) }}
                  >
                    <span className="sr-only">
                      {part.label} {part.value},{" "}
                    </span>
                  </span>
                ))}
            </span>
            <Num value={total} className="text-right text-foreground-2" />
          </li>
        );
      })}
    </ul>
  );
}
