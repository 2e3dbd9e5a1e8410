// What pages import from @rollcall/ui/charts. The drawing library behind AreaChart, LineChart and BarChart is loaded
// when one of them comes into sight.
export { BarList, StackedBars } from "./bar-list";
export type { BarListItem, StackedBarsRow } from "./bar-list";
export { AreaChart, BarChart, LineChart } from "./cartesian-chart";
export { ChartFrame, Legend } from "./chart-frame";
export type { ChartFrameProps, ChartTable, LegendItem } from "./chart-frame";
export type { CartesianChartProps, ChartColor, ChartPoint, ChartSeries } from "./chart-types";
