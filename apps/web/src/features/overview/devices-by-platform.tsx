"use client";
/** How many enrolled devices there are of each kind, and how many are lost; nothing while nobody has enrolled one. */
import { AsideSection, Num } from "@rollcall/ui";
import { BarList } from "@rollcall/ui/charts";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTRPC } from "../../trpc/client";
import { platformIds } from "../devices/devices-query";
import { PlatformIcon, platforms } from "../pieces/device-words";
import { countOf } from "../pieces/words";

export function DevicesByPlatform() {
  const trpc = useTRPC();
  const counts = useQuery(trpc.enrolment.devices.counts.queryOptions());
  if (counts.data === undefined) return null;
  const { platforms: byPlatform, lost } = counts.data;
  const items = platformIds
    .map((platform) => ({ platform, value: byPlatform[platform] }))
    .filter(({ value }) => value > 0)
    .sort((one, other) => other.value - one.value);
  const total = items.reduce((sum, { value }) => sum + value, 0);
  if (total + lost === 0) return null;
  return (
    <AsideSection title="Devices by kind" meta={<Num value={total} />}>
      {items.length > 0 && (
        <BarList
          label="Enrolled devices by kind"
          items={items.map(({ platform, value }) => ({
            key: platform,
            icon: <PlatformIcon platform={platform} />,
            label: platforms[platform].label,
            value,
          }))}
        />
      )}
      {lost > 0 && (
        <Link
          href="/devices?state=LOST"
          className="mt-2 flex items-center gap-2 rounded-xs text-danger hover:underline"
        >
          <TriangleAlert className="size-3.5" />
          {countOf(lost, "device")} reported lost
        </Link>
      )}
    </AsideSection>
  );
}
