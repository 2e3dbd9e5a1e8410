// Figures and charts, after mockup 01.
import {
  CalendarDays,
  FileUp,
  FolderSync,
  Laptop,
  Lock,
  MailWarning,
  MailOpen,
  Monitor,
  Smartphone,
  TriangleAlert,
} from "lucide-react";
import { useState } from "react";

import { AreaChart, BarChart, BarList, ChartFrame, LineChart, StackedBars } from "../src/charts";
import type { ChartPoint } from "../src/charts";
import {
  Aside,
  AsideSection,
  NoticeItem,
  Button,
  PageHeader,
  Panel,
  PanelBody,
  RelativeTime,
  SegmentedControl,
  Stat,
  StatGroup,
  ToolbarSeparator,
} from "../src/index";
import { Frame } from "./frame";

const MONTHS = ["Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"];
const GROWTH: ChartPoint[] = Array.from({ length: 52 }, (_, week) => ({
  x: `w${week}`,
  tick: week % 4 === 2 ? MONTHS[Math.floor(week / 4.34)] : undefined,
  title: `Week ${week + 1}`,
  values: {
    directory: week < 9 ? 0 : 2400 + week * 11,
    manual: 650 + week * 4,
    imported: 3200 + (week > 4 ? 1400 : 0) + (week > 16 ? 1900 : 0) + (week > 40 ? 1352 : 0) + week * 44,
  },
  note: week === 41 ? "+1,352 from drivers-q3.xlsx" : undefined,
}));
const MAIL: ChartPoint[] = Array.from({ length: 30 }, (_, day) => ({
  x: `${day}`,
  tick: day % 7 === 1 ? `${24 + (day % 7)} Oct` : undefined,
  title: `Day ${day + 1}`,
  values: {
    delivered: 120 + ((day * 53) % 170) + (day === 25 ? 400 : 0),
    retrying: day % 5,
    bounced: day === 25 ? 14 : 1,
  },
}));

export function OverviewScene() {
  const [period, setPeriod] = useState<"30" | "90" | "12">("12");
  const table = {
    columns: ["Week", "Directory", "Manual", "Imported"],
    rows: GROWTH.map((p) => [
      p.title ?? p.x,
      p.values.directory ?? 0,
      p.values.manual ?? 0,
      p.values.imported ?? 0,
    ]),
  };
  return (
    <Frame active="Overview">
      <Panel>
        <PageHeader
          title="Overview"
          actions={
            <>
              <SegmentedControl
                className="max-md:hidden"
                label="Period"
                value={period}
                onValueChange={setPeriod}
                options={[
                  { value: "30", label: "30 days" },
                  { value: "90", label: "90 days" },
                  { value: "12", label: "12 months" },
                ]}
              />
              <span className="flex items-center max-md:hidden">
                <ToolbarSeparator />
              </span>
              <Button variant="primary" icon={<FileUp />}>
                Import people
              </Button>
            </>
          }
        />
        <PanelBody
          aside={
            <Aside label="Now">
              <AsideSection title="Needs attention" meta="6" flush>
                <NoticeItem
                  tone="warning"
                  icon={<TriangleAlert />}
                  title="people-2026-11.csv waits for review"
                  detail="12,361 new · 61 rows need attention"
                  action="Review"
                  link={<a href="#review" />}
                />
                <NoticeItem
                  tone="warning"
                  icon={<FolderSync />}
                  title="Directory is 4 days behind"
                  detail="11 people miss mail until it syncs"
                  action="Sync now"
                  link={<a href="#review" />}
                />
                <NoticeItem
                  tone="danger"
                  icon={<MailWarning />}
                  title="14 mails bounced"
                  detail="9 of them at drayline.example"
                  action="See mails"
                  link={<a href="#review" />}
                />
                <NoticeItem
                  tone="danger"
                  icon={<Smartphone />}
                  title="Tomasz Wilk reported a phone lost"
                  detail="iPhone 15 · today, 09:12 · locked, not wiped"
                  action="Open"
                  link={<a href="#review" />}
                />
                <NoticeItem
                  tone="warning"
                  icon={<Lock />}
                  title="7 accounts are locked"
                  detail="Wrong passwords since yesterday"
                  action="Unlock"
                  onClick={() => undefined}
                />
                <NoticeItem
                  icon={<MailOpen />}
                  title="112 invitations expire tomorrow"
                  detail="Sent 16 November with night-shift.xls"
                  action="Resend"
                  onClick={() => undefined}
                />
              </AsideSection>
              <AsideSection title="Devices by platform" meta="9,417">
                <BarList
                  label="Devices by platform"
                  items={[
                    { key: "ios", icon: <Smartphone />, label: "iOS", value: 4902 },
                    { key: "android", icon: <Smartphone />, label: "Android", value: 3118 },
                    { key: "macos", icon: <Laptop />, label: "macOS", value: 824 },
                    { key: "windows", icon: <Monitor />, label: "Windows", value: 573 },
                  ]}
                />
              </AsideSection>
              <AsideSection title="Lately">
                <p className="flex gap-3 py-1">
                  <CalendarDays className="mt-0.5" /> <RelativeTime value={"2026-11-20T09:12:00Z"} />
                </p>
              </AsideSection>
            </Aside>
          }
        >
          <StatGroup label="Figures">
            <Stat
              label="Accounts"
              value={13904}
              change="+312"
              changeTone="success"
              caption="in 30 days, net"
            />
            <Stat label="Enrolled" value={10218} change="73.5%" caption="1,038 invited, not yet in" />
            <Stat label="Devices" value={9417} change="+286" changeTone="success" caption="1 reported lost" />
            <Stat
              label="Mail delivered"
              value="99.2%"
              change="14 bounced"
              changeTone="danger"
              caption="of 6,208 in 30 days"
            />
          </StatGroup>
          <ChartFrame
            title="Accounts over time"
            unit="by source, weekly"
            table={table}
            className="border-b border-border"
          >
            <AreaChart
              label="Accounts over time by source"
              points={GROWTH}
              height={320}
              directLabels
              totalLabel="All accounts"
              series={[
                { key: "directory", label: "Directory", color: "chart-3" },
                { key: "manual", label: "Manual", color: "chart-2" },
                { key: "imported", label: "Imported", color: "chart-1" },
              ]}
            />
          </ChartFrame>
          <div className="grid md:grid-cols-2">
            <ChartFrame
              title="Imports by outcome"
              unit="rows"
              className="md:border-r md:border-border"
              legend={[
                { label: "New", color: "success" },
                { label: "Update", color: "info" },
                { label: "Unchanged, skipped", color: "neutral" },
                { label: "Attention", color: "warning" },
              ]}
              table={{ columns: ["File", "New", "Update"], rows: [["temps.csv", 180, 4]] }}
            >
              <StackedBars
                label="Imports by outcome"
                rows={[
                  "temps-november.csv",
                  "night-shift.xls",
                  "drivers-q3.xlsx",
                  "customs-brokers.csv",
                  "yard-managers.csv",
                ].map((name, index) => ({
                  key: name,
                  label: name,
                  detail: `${20 - index} Nov`,
                  parts: [
                    { label: "New", value: 300 - index * 40, color: "success" as const },
                    { label: "Update", value: 20 + index * 20, color: "info" as const },
                    { label: "Unchanged", value: index === 3 ? 200 : 2, color: "neutral" as const },
                    { label: "Attention", value: index, color: "warning" as const },
                  ],
                }))}
              />
            </ChartFrame>
            <ChartFrame
              title="Mail delivery"
              unit="mails a day"
              legend={[
                { label: "Delivered", value: "6,158", color: "chart-1" },
                { label: "Retrying", value: 36, color: "warning" },
                { label: "Bounced", value: 14, color: "danger" },
              ]}
              table={{
                columns: ["Day", "Delivered"],
                rows: MAIL.map((p) => [p.title ?? "", p.values.delivered ?? 0]),
              }}
            >
              <BarChart
                label="Mails a day"
                points={MAIL}
                series={[
                  { key: "delivered", label: "Delivered", color: "chart-1" },
                  { key: "retrying", label: "Retrying", color: "warning" },
                  { key: "bounced", label: "Bounced", color: "danger" },
                ]}
              />
            </ChartFrame>
          </div>
          <ChartFrame title="Sign-ins" unit="a week" table={table} className="border-t border-border">
            <LineChart
              label="Sign-ins a week"
              points={GROWTH}
              height={160}
              directLabels
              series={[
                { key: "manual", label: "Portal", color: "chart-2" },
                { key: "directory", label: "Console", color: "chart-1" },
              ]}
            />
          </ChartFrame>
        </PanelBody>
      </Panel>
    </Frame>
  );
}
