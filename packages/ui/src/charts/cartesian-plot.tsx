"use client";
// The part of the charts that is loaded when one comes into sight: Recharts, drawn with our tokens.
import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

import { formatCompact, formatNumber } from "../format-number";
import { useReaderLocale } from "../locale";
import { niceTicks } from "./chart-scale";
import { ChartTooltip } from "./chart-tooltip";
import { colorOf } from "./chart-types";
import type { CartesianChartProps, ChartPoint, ChartSeries } from "./chart-types";

export type PlotKind = "area" | "line" | "bar";

/** Space around the plot, in pixels; direct labels are placed by it. */
export const PLOT_TOP = 8;
export const PLOT_BOTTOM = 24;

/** The axes, the series and the tooltip. */
export function CartesianPlot(props: CartesianChartProps & { kind: PlotKind }) {
  const { kind, label, points, series, height = 240, totalLabel } = props;
  const { locale } = useReaderLocale();
  const format = props.formatValue ?? ((value: number) => formatNumber(value, locale));
  const yTicks = niceTicks(highest(points, series, kind !== "line"));
  const ticked = points.filter((point) => point.tick !== undefined).map((point) => point.x);
  const byX = new Map(points.map((point) => [point.x, point]));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={points.map((point) => ({ x: point.x, ...point.values }))}
        margin={{ top: PLOT_TOP, right: 4, bottom: 0, left: 0 }}
        barCategoryGap={points.length > 40 ? 1 : 2}
        maxBarSize={32}
        aria-label={label}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="x"
          height={PLOT_BOTTOM}
          tickLine={false}
          axisLine={{ stroke: "var(--border)" }}
          tickMargin={6}
          tick={{ fill: "var(--foreground-3)", fontSize: 12 }}
          tickFormatter={(x: string) => byX.get(x)?.tick ?? x}
          {...(ticked.length > 0
            ? { ticks: ticked, interval: "equidistantPreserveStart" as const, minTickGap: 20 }
            : { minTickGap: 32 })}
        />
        <YAxis
          width={36}
          domain={[0, yTicks.at(-1) ?? 1]}
          ticks={yTicks}
          tickLine={false}
          axisLine={false}
          tickMargin={8}
          tick={{ fill: "var(--foreground-3)", fontSize: 12 }}
          tickFormatter={(value: number) => formatCompact(value, locale)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={
            kind === "bar" ? { fill: "var(--muted)" } : { stroke: "var(--foreground-3)", strokeWidth: 1 }
          }
          content={({ active, label: x }) => {
            const point = byX.get(String(x));
            if (!active || point === undefined) return null;
            return <ChartTooltip point={point} series={series} format={format} totalLabel={totalLabel} />;
          }}
        />
        {series.map((entry, index) => drawn(kind, entry, index === series.length - 1))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** One series. The topmost area is nearly clear under a strong line, so the total reads first. */
function drawn(kind: PlotKind, { key, label, color }: ChartSeries, top: boolean) {
  const ink = colorOf(color);
  const dot = { r: 4, fill: ink, stroke: "var(--background)", strokeWidth: 2 };
  const shared = { dataKey: key, name: label, isAnimationActive: false };
  switch (kind) {
    case "area":
      return (
        <Area
          key={key}
          {...shared}
          stackId="all"
          type="linear"
          stroke={top ? ink : "var(--background)"}
          strokeWidth={top ? 1.75 : 1}
          fill={ink}
          fillOpacity={top ? 0.09 : 0.85}
          activeDot={top ? dot : false}
        />
      );
    case "line":
      return (
        <Line
          key={key}
          {...shared}
          type="linear"
          stroke={ink}
          strokeWidth={1.75}
          dot={false}
          activeDot={dot}
        />
      );
    case "bar":
      return (
        <Bar
          key={key}
          {...shared}
          stackId="all"
          fill={ink}
          stroke="var(--background)"
          strokeWidth={0.5}
          radius={1}
        />
      );
  }
}

/** The highest point: of the sums when they are stacked. */
export function highest(
  points: readonly ChartPoint[],
  series: readonly ChartSeries[],
  stacked: boolean,
): number {
  let most = 0;
  for (const { values } of points) {
    const figures = series.map(({ key }) => values[key] ?? 0);
    most = Math.max(most, stacked ? figures.reduce((sum, figure) => sum + figure, 0) : Math.max(...figures));
  }
  return most;
}
