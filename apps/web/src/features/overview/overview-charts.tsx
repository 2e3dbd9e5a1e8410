"use client";
/** The pictures of the overview: accounts over time, imports by outcome, mail by day. Each is a table at a press. */
import { Num, RelativeTime, useReaderLocale } from "@rollcall/ui";
import { AreaChart, BarChart, ChartFrame, StackedBars } from "@rollcall/ui/charts";
import Link from "next/link";
import type { Overview, OverviewImport } from "@rollcall/accounts";
import { useMay } from "../shell/viewer-context";
import { accountPoints, byWeek, isWeekly, longDay, mailPoints } from "./chart-points";

export function OverviewCharts({ overview }: { overview: Overview }) {
  // To others the overview tells no imports: an empty picture would say that there are none.
  const mayRead = useMay("imports.read");
  return (
    <>
      <AccountsChart overview={overview} />
      {mayRead ? (
        <div className="grid border-t border-border xl:grid-cols-2">
          <ImportsChart overview={overview} />
          <div className="border-border max-xl:border-t xl:border-l">
            <MailChart overview={overview} />
          </div>
        </div>
      ) : (
        <div className="border-t border-border">
          <MailChart overview={overview} />
        </div>
      )}
    </>
  );
}

/** From the bottom up; a source that nobody comes from is left out. */
const accountSeries = [
  { key: "directory", label: "Directory", color: "chart-3" },
  { key: "manual", label: "Manual", color: "chart-2" },
  { key: "imported", label: "Imported", color: "chart-1" },
] as const;

function AccountsChart({ overview }: { overview: Overview }) {
  const { locale } = useReaderLocale();
  const points = overview.accountsOverTime;
  const weekly = isWeekly(points.map((point) => point.day));
  return (
    <ChartFrame
      title="Accounts over time"
      unit={weekly ? "by source, weekly" : "by source, daily"}
      table={{
        columns: [weekly ? "Week to" : "Day", "Directory", "Manual", "Imported"],
        rows: points.map(({ day, directory, manual, imported }) => [
          longDay(day, locale),
          directory,
          manual,
          imported,
        ]),
      }}
    >
      <AreaChart
        label="Accounts over time, by source"
        height={320}
        points={accountPoints(points, locale)}
        series={accountSeries.filter(({ key }) => points.some((point) => point[key] > 0))}
        totalLabel="All accounts"
        directLabels
      />
    </ChartFrame>
  );
}

const outcomes = [
  { label: "New", color: "success" },
  { label: "Update", color: "info" },
  { label: "Unchanged, skipped", color: "neutral" },
  { label: "Attention", color: "warning" },
] as const;

function valuesOf(entry: OverviewImport): [number, number, number, number] {
  const { create, update, unchanged, skip, problem } = entry.summary ?? {
    create: 0,
    update: 0,
    unchanged: 0,
    skip: 0,
    problem: 0,
  };
  return [create, update, unchanged + skip, problem];
}

function ImportsChart({ overview }: { overview: Overview }) {
  return (
    <ChartFrame
      title="Imports by outcome"
      unit="rows"
      legend={outcomes}
      table={{
        columns: ["File", ...outcomes.map((outcome) => outcome.label)],
        rows: overview.imports.map((entry) => [entry.fileName, ...valuesOf(entry)]),
      }}
    >
      {overview.imports.length === 0 ? (
        <p className="py-6 text-foreground-3">No file has been imported yet.</p>
      ) : (
        <StackedBars
          label="Imports by outcome"
          rows={overview.imports.map((entry) => ({
            key: entry.id,
            label: (
              <Link href={`/imports/${entry.id}`} className="rounded-xs hover:underline">
                {entry.fileName}
              </Link>
            ),
            detail: <RelativeTime value={entry.createdAt} as="day" />,
            parts: outcomes.map((outcome, index) => ({ ...outcome, value: valuesOf(entry)[index] ?? 0 })),
          }))}
        />
      )}
    </ChartFrame>
  );
}

function MailChart({ overview }: { overview: Overview }) {
  const { locale } = useReaderLocale();
  const points = byWeek(overview.mailByDay);
  const weekly = points.length < overview.mailByDay.length;
  const sum = (key: "sent" | "waiting" | "failed") => points.reduce((total, point) => total + point[key], 0);
  const series = [
    { key: "sent", label: "Sent", color: "chart-1" },
    { key: "waiting", label: "Waiting", color: "warning" },
    { key: "failed", label: "Not delivered", color: "danger" },
  ] as const;
  return (
    <ChartFrame
      title="Mail delivery"
      unit={weekly ? "mails a week" : "mails a day"}
      legend={series.map(({ key, label, color }) => ({ label, color, value: <Num value={sum(key)} /> }))}
      table={{
        columns: [weekly ? "Week to" : "Day", ...series.map((entry) => entry.label)],
        rows: points.map(({ day, sent, waiting, failed }) => [longDay(day, locale), sent, waiting, failed]),
      }}
    >
      <BarChart
        label={weekly ? "Mails a week, by state" : "Mails a day, by state"}
        height={236}
        points={mailPoints(points, locale)}
        series={series}
        totalLabel="All mails"
      />
    </ChartFrame>
  );
}
