"use client";
/** The devices of one user: what they are, under which policy, with marking lost and removing. */
import { Button, Card, CardRow, EmptyState, RelativeTime, SkeletonRows } from "@rollcall/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Smartphone } from "lucide-react";
import dynamic from "next/dynamic";
import { useTRPC } from "../../trpc/client";
import { DeviceStateBadge, PlatformIcon } from "../pieces/device-words";
import { nextCursor } from "../pieces/params";
import { QueryTrouble } from "../pieces/query-trouble";
import { useAccount } from "./account-context";
import { InviteButton } from "./invite-button";

const DeviceActions = dynamic(
  () => import("../devices/device-actions").then((module) => module.DeviceActions),
  { ssr: false },
);

export function AccountDevices() {
  const account = useAccount();
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.enrolment.devices.list.infiniteQueryOptions(
      { accountId: account.id, limit: 50 },
      { getNextPageParam: nextCursor },
    ),
  );
  if (list.isPending) return <SkeletonRows rows={3} label="Loading devices" />;
  if (list.isError)
    return <QueryTrouble what="list of devices" error={list.error} onRetry={() => void list.refetch()} />;
  const devices = list.data.pages.flatMap((page) => page.items);
  if (devices.length === 0) {
    return (
      <EmptyState
        icon={<Smartphone />}
        title="No devices yet"
        description={`${account.name} enrols a device from the link of an invitation.`}
        actions={<InviteButton account={account} />}
      />
    );
  }
  return (
    <>
      <Card flush>
        {devices.map((device) => (
          <CardRow
            key={device.id}
            icon={<PlatformIcon platform={device.platform} />}
            title={<span className="font-medium">{device.name}</span>}
            description={
              <>
                {device.platformName} · enrolled <RelativeTime value={device.enrolledAt} />
                {device.policy !== null && ` · ${device.policy.name}`}
              </>
            }
            end={
              <span className="flex items-center gap-3">
                <DeviceStateBadge state={device.state} variant="plain" />
                <DeviceActions device={device} />
              </span>
            }
          />
        ))}
      </Card>
      {list.hasNextPage && (
        <Button className="mt-3" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show older ones
        </Button>
      )}
    </>
  );
}
