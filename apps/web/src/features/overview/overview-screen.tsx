"use client";
/** The first page: how many there are, what needs a person, how it grew, and what was done lately. */
import {
  Aside,
  AsideSection,
  BottomBar,
  Button,
  Num,
  PanelBody,
  SegmentedControl,
  Stat,
  StatGroup,
  ToolbarSeparator,
} from "@rollcall/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import type { Overview } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { ConsolePage } from "../pieces/console-page";
import { QueryTrouble } from "../pieces/query-trouble";
import { useUrlState } from "../pieces/use-url-state";
import { countOf } from "../pieces/words";
import { useIsPhone } from "../shell/reader";
import { useMay } from "../shell/viewer-context";
import { Attention } from "./attention";
import { overviewInput, overviewQuery, type Period } from "./overview-query";
import { OverviewSkeleton } from "./overview-skeleton";

/** The pictures come after the figures: drawing them is much code, and none of it is needed to read what is wrong. */
const OverviewCharts = dynamic(() => import("./overview-charts").then((module) => module.OverviewCharts), {
  ssr: false,
  loading: () => <div aria-hidden className="m-5 h-80 animate-breathe rounded-sm bg-muted/60" />,
});

const DevicesByPlatform = dynamic(
  () => import("./devices-by-platform").then((module) => module.DevicesByPlatform),
  { ssr: false },
);
const Lately = dynamic(() => import("./lately").then((module) => module.Lately), { ssr: false });

const periodLabels: { value: Period; label: string }[] = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "12 months" },
];

export function OverviewScreen() {
  const trpc = useTRPC();
  const phone = useIsPhone();
  const mayImport = useMay("imports.run");
  const [query, setQuery] = useUrlState(overviewQuery);
  const overview = useQuery(
    trpc.organisation.overview.queryOptions(overviewInput(query), { placeholderData: keepPreviousData }),
  );
  const importButton = (size: "md" | "touch") => (
    <Button
      variant="primary"
      size={size}
      wide={size === "touch"}
      icon={<FileUp />}
      render={<Link href="/imports/new" />}
    >
      Import people
    </Button>
  );
  return (
    <ConsolePage
      title="Overview"
      actions={
        <>
          <SegmentedControl
            label="Period"
            value={query.period}
            onValueChange={(period) => setQuery({ period })}
            options={periodLabels}
            className="max-sm:hidden"
          />
          {mayImport && !phone && (
            <>
              <ToolbarSeparator />
              {importButton("md")}
            </>
          )}
        </>
      }
    >
      {overview.data !== undefined ? (
        <Body overview={overview.data} />
      ) : overview.isError ? (
        <QueryTrouble what="overview" error={overview.error} onRetry={() => void overview.refetch()} />
      ) : (
        <OverviewSkeleton />
      )}
      {mayImport && phone && <BottomBar>{importButton("touch")}</BottomBar>}
    </ConsolePage>
  );
}

function Body({ overview }: { overview: Overview }) {
  const { attention, events } = overview;
  return (
    <PanelBody
      aside={
        <Aside label="Now" narrow="hidden">
          <AsideSection title="Needs attention" meta={<Num value={attention.length} />} flush>
            <Attention items={attention} />
          </AsideSection>
          <DevicesByPlatform />
          <AsideSection title="Lately" meta={<Link href="/audit">All</Link>}>
            <Lately events={events} />
          </AsideSection>
        </Aside>
      }
    >
      <Figures overview={overview} />
      <section className="border-b border-border py-2 lg:hidden" aria-label="Needs attention">
        <div className="flex min-h-8 items-center justify-between px-4">
          <h2 className="font-semibold">Needs attention</h2>
          <Num value={attention.length} className="text-foreground-3" />
        </div>
        <Attention items={attention} />
      </section>
      <OverviewCharts overview={overview} />
      <section className="border-t border-border px-4 py-3 lg:hidden" aria-label="Lately">
        <h2 className="mb-1 font-semibold">Lately</h2>
        <Lately events={events} />
      </section>
    </PanelBody>
  );
}

function Figures({ overview: { totals } }: { overview: Overview }) {
  const { mail, byStatus, accounts } = totals;
  const bad = mail.FAILED + mail.UNKNOWN;
  const decided = mail.SENT + bad;
  const all = Object.values(mail).reduce((sum, count) => sum + count, 0);
  return (
    <StatGroup label="Figures">
      <Stat
        label="Accounts"
        value={accounts}
        change={totals.newIn30Days > 0 ? <Num value={totals.newIn30Days} signed /> : undefined}
        changeTone="success"
        caption="new in 30 days"
      />
      <Stat
        label="Active"
        value={byStatus.active}
        change={accounts > 0 ? <Num value={byStatus.active / accounts} as="share" /> : undefined}
        caption={`${countOf(byStatus.invited, "person", "people")} invited, not yet in`}
      />
      <Stat label="Groups" value={totals.groups} caption={countOf(totals.departments, "department")} />
      <Stat
        label="Mail sent"
        value={decided === 0 ? "–" : <Num value={mail.SENT / decided} as="share" />}
        change={bad > 0 ? `${bad} not delivered` : undefined}
        changeTone="danger"
        caption={`of ${countOf(all, "mail")} in 30 days`}
      />
    </StatGroup>
  );
}
