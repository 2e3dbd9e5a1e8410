"use client";
// Areas, lines and bars over an axis. What draws them is big, so it is loaded only in the browser, and only when the
// chart comes near the screen; until then a quiet block of the same height stands there.
import { Suspense, lazy, useEffect, useState } from "react";

import { formatNumber } from "../format-number";
import { useReaderLocale } from "../locale";
import { niceTicks, spread } from "./chart-scale";
import type { CartesianChartProps, ChartSeries } from "./chart-types";

type Kind = "area" | "line" | "bar";

const Plot = lazy(() => import("./cartesian-plot").then((module) => ({ default: module.CartesianPlot })));

/** Stacked areas: how parts and their whole grow. */
export function AreaChart(props: CartesianChartProps) {
  return <Chart {...props} kind="area" />;
}

/** Lines side by side: how several things grow. */
export function LineChart(props: CartesianChartProps) {
  return <Chart {...props} kind="line" />;
}

/** Stacked bars: how much a day, and of what. */
export function BarChart(props: CartesianChartProps) {
  return <Chart {...props} kind="bar" />;
}

function Chart(props: CartesianChartProps & { kind: Kind }) {
  const { height = 240, directLabels = false, kind } = props;
  const [box, setBox] = useState<HTMLElement | null>(null);
  const near = useNear(box);
  const waiting = <div className="h-full animate-breathe rounded-sm bg-muted/60" />;
  return (
    <div ref={setBox} className="@container flex min-w-0" style={{ height }}>
      <div className="min-w-0 flex-1">
        {near ? (
          <Suspense fallback={waiting}>
            <Plot {...props} height={height} />
          </Suspense>
        ) : (
          waiting
        )}
      </div>
      {directLabels && <DirectLabels {...props} height={height} stacked={kind !== "line"} />}
    </div>
  );
}

/** True once the element has come near the screen. */
function useNear(element: HTMLElement | null): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (element === null || near) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}

/** Pixels the plot leaves above and below, as in cartesian-plot. */
const TOP = 8;
const BOTTOM = 24;
const LINE = 36;

/** Name and last figure of each series, at the height where it ends. */
function DirectLabels(props: CartesianChartProps & { height: number; stacked: boolean }) {
  const { points, series, height, stacked } = props;
  const { locale } = useReaderLocale();
  const last = points.at(-1);
  if (last === undefined) return null;
  const format = props.formatValue ?? ((value: number) => formatNumber(value, locale));
  const ends = seriesEnds(series, last.values, stacked);
  const most = points.reduce((top, point) => {
    const figures = series.map(({ key }) => point.values[key] ?? 0);
    return Math.max(top, stacked ? figures.reduce((sum, figure) => sum + figure, 0) : Math.max(...figures));
  }, 0);
  const ceiling = niceTicks(most).at(-1) ?? 1;
  const plot = height - TOP - BOTTOM;
  const places = spread(
    ends.map((end) => TOP + plot * (1 - end / ceiling) - LINE / 2),
    LINE,
    0,
    height - BOTTOM - LINE,
  );
  return (
    <ul className="relative w-24 shrink-0 text-xs @max-md:hidden">
      {series.map((entry, index) => (
        <li key={entry.key} className="absolute left-2 leading-4" style={{ top: places[index] }}>
          <span className="block font-medium text-foreground">{entry.label}</span>
          <span className="tabular block text-foreground-3">{format(last.values[entry.key] ?? 0)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The figure at whose height each series is labelled: the middle of its band, or its own. */
function seriesEnds(
  series: readonly ChartSeries[],
  values: Readonly<Record<string, number>>,
  stacked: boolean,
): number[] {
  let below = 0;
  return series.map(({ key }) => {
    const own = values[key] ?? 0;
    if (!stacked) return own;
    const middle = below + own / 2;
    below += own;
    return middle;
  });
}
