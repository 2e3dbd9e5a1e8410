"use client";
/** My devices: what is enrolled, under which policy; rename, report lost, remove. A card opens to its actions. */
import { Button, EmptyState, RelativeTime, SkeletonRows, classNames } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown, CircleCheck, ShieldCheck, Smartphone, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useId, useState } from "react";
import type { MyDevice } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { PlatformIcon } from "../pieces/device-words";
import { lazyPart } from "../pieces/lazy-part";
import { QueryTrouble } from "../pieces/query-trouble";
import { countOf } from "../pieces/words";
import { PortalCard, PortalTitle } from "./portal-frame";

const PortalDeviceActions = lazyPart(() =>
  import("./portal-device-actions").then((module) => module.PortalDeviceActions),
);

export function PortalDevices() {
  const trpc = useTRPC();
  const devices = useQuery(trpc.enrolment.mine.devices.queryOptions());
  const [open, setOpen] = useState<string | null>(null);
  if (devices.isPending) return <SkeletonRows rows={4} label="Loading your devices" />;
  if (devices.isError) {
    return (
      <QueryTrouble
        what="list of your devices"
        error={devices.error}
        onRetry={() => void devices.refetch()}
      />
    );
  }
  const { data } = devices;
  // A single one has nothing to be told apart from.
  const shown = open ?? (data.length === 1 ? data[0]?.id : null);
  return (
    <>
      <PortalTitle title="My devices" meta={data.length === 0 ? undefined : countOf(data.length, "device")} />
      {data.length === 0 ? (
        <EmptyState
          icon={<Smartphone />}
          title="No device is enrolled"
          description="An administrator sends you an invitation by mail. Open its link on the device that you want to use for work."
          actions={<Button render={<Link href="/me" />}>My account</Button>}
        />
      ) : (
        <>
          <ul className="flex flex-col gap-3">
            {data.map((device) => (
              <li key={device.id}>
                <DeviceCard
                  device={device}
                  open={device.id === shown}
                  onToggle={() => setOpen(device.id === shown ? "" : device.id)}
                />
              </li>
            ))}
          </ul>
          <p className="mt-5 text-base text-pretty text-foreground-3">
            To add a device, ask an administrator for an invitation and open it there.
          </p>
        </>
      )}
    </>
  );
}

function DeviceCard({ device, open, onToggle }: { device: MyDevice; open: boolean; onToggle: () => void }) {
  const id = useId();
  const lost = device.state === "LOST";
  return (
    <PortalCard>
      <div className="relative flex items-start gap-4 p-4">
        <span aria-hidden className="flex size-11 shrink-0 items-center justify-center rounded-md bg-muted">
          <PlatformIcon platform={device.platform} className="size-5.5" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="text-md font-semibold break-words">{device.name}</h2>
          <p className="text-sm text-foreground-3">
            {device.platformName} · enrolled <RelativeTime value={device.enrolledAt} />
          </p>
          <p
            className={classNames(
              "mt-1.5 flex items-center gap-1.5 text-sm font-medium",
              lost ? "text-danger" : "text-success",
            )}
          >
            {lost ? <TriangleAlert /> : <CircleCheck />}
            {lost ? "Reported lost" : "Enrolled"}
          </p>
        </div>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          aria-label={`${open ? "Fold" : "Open"} ${device.name}`}
          onClick={onToggle}
          className="-m-1 flex size-9 shrink-0 items-center justify-center rounded-md text-foreground-3 after:absolute after:inset-0 after:rounded-xl"
        >
          <ChevronDown className={classNames("size-5 transition-transform", open && "rotate-180")} />
        </button>
      </div>
      <div id={id} hidden={!open}>
        {open && (
          <>
            <Policy device={device} />
            <PortalDeviceActions device={device} />
          </>
        )}
      </div>
    </PortalCard>
  );
}

function Policy({ device: { policy } }: { device: MyDevice }) {
  if (policy === null) {
    return (
      <p className="border-t border-border-subtle px-4 py-3 text-sm text-foreground-3">
        No policy holds for it.
      </p>
    );
  }
  return (
    <div className="border-t border-border-subtle px-4 py-3">
      <p className="text-sm text-foreground-3">
        The policy <strong className="font-medium text-foreground">{policy.name}</strong> holds for it
      </p>
      <ul className="mt-1.5 flex flex-col gap-1.5 text-base">
        {policy.rules.map((rule) => (
          <li key={rule} className="flex gap-2.5">
            <ShieldCheck className="mt-0.5 shrink-0 text-foreground-3" />
            <span className="min-w-0 break-words text-pretty">{rule}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
