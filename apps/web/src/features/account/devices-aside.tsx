"use client";
/** The newest devices of a user beside the page; nothing where there are none. */
import { AsideSection, Card, CardRow } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { AccountDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { DeviceStateBadge, PlatformIcon } from "../pieces/device-words";

export function DevicesAside({ account }: { account: AccountDetails }) {
  const trpc = useTRPC();
  const list = useQuery(trpc.enrolment.devices.list.queryOptions({ accountId: account.id, limit: 3 }));
  const devices = (list.data?.items ?? []).filter((device) => device.state !== "REMOVED");
  if (devices.length === 0) return null;
  return (
    <AsideSection title="Devices" meta={<Link href={`/users/${account.id}/devices`}>All</Link>}>
      <Card flush className="mt-1 mb-2">
        {devices.map((device) => (
          <CardRow
            key={device.id}
            icon={<PlatformIcon platform={device.platform} />}
            title={device.name}
            description={device.policy?.name ?? device.platformName}
            end={<DeviceStateBadge state={device.state} variant="plain" />}
          />
        ))}
      </Card>
    </AsideSection>
  );
}
