"use client";
/** Everybody's enrolled devices: whose, what they are, under which policy, and which are lost. */
import { Button, EmptyState, NothingFound, PanelBody, RelativeTime, Toolbar } from "@rollcall/ui";
import { CompactRow, type GridColumn } from "@rollcall/ui/data-grid";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import type { DeviceItem } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { SearchPage } from "../pieces/search-page";
import { DeviceStateBadge, PlatformIcon } from "../pieces/device-words";
import { nextCursor } from "../pieces/params";
import { PagedGrid } from "../pieces/paged-grid";
import { useUrlState } from "../pieces/use-url-state";
import { devicesInput, devicesQuery, everyDevice, isNarrowed, type DevicesQuery } from "./devices-query";

const DeviceActions = dynamic(() => import("./device-actions").then((module) => module.DeviceActions), {
  ssr: false,
});

const DevicesFilters = dynamic(() => import("./devices-filters").then((module) => module.DevicesFilters), {
  ssr: false,
  loading: () => (
    <Toolbar className="border-b border-border">
      <span aria-hidden className="h-[26px]" />
    </Toolbar>
  ),
});

export function DevicesScreen() {
  const trpc = useTRPC();
  const [query, setQuery] = useUrlState(devicesQuery);
  const list = useInfiniteQuery(
    trpc.enrolment.devices.list.infiniteQueryOptions(devicesInput(query), {
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <SearchPage
      title="Devices"
      plain
      search={{
        label: "Search devices",
        placeholder: "Device, name or address",
        applied: query.search,
        apply: (search) => setQuery({ ...query, search }, "replace"),
      }}
      searchClassName="px-4 pb-3"
    >
      <DevicesFilters query={query} setQuery={setQuery} />
      <PanelBody scroll={false}>
        <PagedGrid<DeviceItem>
          list={list}
          what="list of devices"
          label="Devices"
          columns={columns}
          rowKey={(device) => device.id}
          rowActions={(device) => <DeviceActions device={device} withOwner />}
          renderCompact={(device) => (
            <CompactRow
              leading={<DeviceMark device={device} />}
              title={device.name}
              detail={device.personName}
              end={
                <span className="flex items-center gap-2">
                  <DeviceStateBadge state={device.state} variant="plain" />
                  <DeviceActions device={device} withOwner />
                </span>
              }
            />
          )}
          empty={<Empty query={query} onClear={() => setQuery(everyDevice)} />}
        />
      </PanelBody>
    </SearchPage>
  );
}

function DeviceMark({ device }: { device: DeviceItem }) {
  return (
    <span aria-hidden className="flex size-9 shrink-0 items-center justify-center rounded-md bg-muted">
      <PlatformIcon platform={device.platform} className="size-5 text-foreground-2" />
    </span>
  );
}

const columns: GridColumn<DeviceItem>[] = [
  {
    id: "name",
    header: "Device",
    width: "minmax(170px, 1.4fr)",
    cell: (device) => (
      <span className="flex min-w-0 items-center gap-2.5">
        <PlatformIcon platform={device.platform} className="shrink-0 text-foreground-3" />
        <span className="truncate font-medium text-foreground">{device.name}</span>
      </span>
    ),
  },
  { id: "platform", header: "Kind", width: 88, cell: (device) => device.platformName },
  {
    id: "person",
    header: "Whose",
    width: "minmax(140px, 1.2fr)",
    cell: (device) => (
      <Link
        href={`/users/${device.accountId}/devices`}
        prefetch={false}
        tabIndex={-1}
        className="truncate rounded-xs hover:underline"
        title={device.address}
      >
        {device.personName}
      </Link>
    ),
  },
  {
    id: "policy",
    header: "Policy",
    width: "minmax(120px, 1fr)",
    cell: (device) =>
      device.policy === null ? (
        <span className="text-foreground-3">None</span>
      ) : (
        <span className="truncate" title={device.policy.rules.join("\n")}>
          {device.policy.name}
        </span>
      ),
  },
  {
    id: "state",
    header: "State",
    width: 100,
    cell: (device) => <DeviceStateBadge state={device.state} variant="plain" />,
  },
  {
    id: "enrolled",
    header: "Enrolled",
    width: 110,
    align: "end",
    cell: (device) => <RelativeTime value={device.enrolledAt} as="day" className="text-foreground-3" />,
  },
];

function Empty({ query, onClear }: { query: DevicesQuery; onClear: () => void }) {
  if (isNarrowed(query)) {
    return (
      <NothingFound className="m-4 md:m-5" action={<Button onClick={onClear}>Show all devices</Button>}>
        No device matches.
      </NothingFound>
    );
  }
  return (
    <EmptyState
      title="No devices yet"
      description="People enrol their phones and computers themselves, from a link in a mail. Select people and invite them to enrol."
      actions={
        <>
          <Button render={<Link href="/users" />}>Choose people</Button>
          <Button variant="ghost" render={<Link href="/policies" />}>
            Say what holds
          </Button>
        </>
      }
    />
  );
}
