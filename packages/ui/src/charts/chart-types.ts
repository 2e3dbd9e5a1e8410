// The words charts are described with. Colours are tokens: series without meaning take the ink in three strengths,
// series with meaning its colour.
import type { ReactNode } from "react";

export type ChartColor =
  "chart-1" | "chart-2" | "chart-3" | "success" | "info" | "warning" | "danger" | "neutral";

export interface ChartSeries {
  key: string;
  label: string;
  color: ChartColor;
}

export interface ChartPoint {
  /** Where on the axis; unique. */
  x: string;
  /** Under the axis; only points that have it are labelled. Without any, the chart picks. */
  tick?: string | undefined;
  /** Head of the tooltip: "Week of 14 September". */
  title?: string | undefined;
  /** A figure per series key; a missing one is 0. */
  values: Readonly<Record<string, number>>;
  /** At the foot of the tooltip. */
  note?: ReactNode;
}

export interface CartesianChartProps {
  /** What it shows, for assistive technology. */
  label: string;
  points: readonly ChartPoint[];
  /** From the bottom up, as they are stacked. */
  series: readonly ChartSeries[];
  /** Height in pixels, axis included (240). */
  height?: number | undefined;
  /** How a figure is written; grouped by default. */
  formatValue?: ((value: number) => string) | undefined;
  /** Names the sum in the tooltip: "All accounts". Without it there is no sum. */
  totalLabel?: string | undefined;
  /** Series and last figure at the right end, in place of a legend; hidden where it is narrow. */
  directLabels?: boolean | undefined;
}

/** The custom property of a colour, for `fill`, `stroke` and `background`. */
export function colorOf(color: ChartColor): string {
  return color.startsWith("chart-") ? `var(--${color})` : `var(--${color}-solid)`;
}
