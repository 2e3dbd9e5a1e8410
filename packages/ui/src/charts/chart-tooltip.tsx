// What a chart says about one point: its heading, a line per series, the sum, a note.
import type { ChartPoint, ChartSeries } from "./chart-types";
import { colorOf } from "./chart-types";

export interface ChartTooltipProps {
  point: ChartPoint;
  series: readonly ChartSeries[];
  format: (value: number) => string;
  totalLabel: string | undefined;
}

/** The box. The topmost series comes first, as it stands in the chart. */
export function ChartTooltip({ point, series, format, totalLabel }: ChartTooltipProps) {
  const total = series.reduce((sum, { key }) => sum + (point.values[key] ?? 0), 0);
  return (
    <div className="min-w-44 rounded-md bg-overlay px-3 py-2 text-xs shadow-md">
      <p className="mb-1.5 font-medium text-foreground">{point.title ?? point.x}</p>
      {series.toReversed().map(({ key, label, color }) => (
        <p key={key} className="flex items-center gap-2 py-0.5 text-foreground-2">
          <span className="size-2 shrink-0 rounded-[2px]" style={{ background: colorOf(color) }} />
          <span className="flex-1">{label}</span>
          <span className="tabular ml-4 text-foreground">{format(point.values[key] ?? 0)}</span>
        </p>
      ))}
      {totalLabel !== undefined && (
        <p className="mt-1 flex justify-between gap-4 border-t border-border pt-1.5 text-foreground-2">
          <span>{totalLabel}</span>
          <span className="tabular font-medium text-foreground">{format(total)}</span>
        </p>
      )}
      {point.note !== undefined && <p className="mt-1 text-foreground-3">{point.note}</p>}
    </div>
  );
}
