"use client";
/** What an administrator can do with a device: mark it lost, remove it. Both ask once. */
import { AlertDialog, IconButton, Menu, MenuItem, MenuSeparator } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { Ellipsis, MapPinOff, Trash2, UserRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { DeviceItem } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";

export interface DeviceActionsProps {
  device: DeviceItem;
  /** where the list is of many people: a way to the device's owner */
  withOwner?: boolean | undefined;
}

export function DeviceActions({ device, withOwner = false }: DeviceActionsProps) {
  const trpc = useTRPC();
  const news = useNews();
  const [asks, setAsks] = useState<"lost" | "remove" | null>(null);
  const markLost = useMutation(trpc.enrolment.devices.markLost.mutationOptions({ onError: news.failed }));
  const remove = useMutation(trpc.enrolment.devices.remove.mutationOptions({ onError: news.failed }));
  const { name, personName, may } = device;
  const canMark = may.markLost && device.state === "ENROLLED";
  const canRemove = may.remove && device.state !== "REMOVED";
  if (!canMark && !canRemove && !withOwner) return null;
  return (
    <>
      <Menu
        align="end"
        label={`More about ${name}`}
        trigger={<IconButton label="More" icon={<Ellipsis />} size="sm" variant="secondary" />}
      >
        {withOwner && (
          <MenuItem
            icon={<UserRound />}
            render={<Link href={`/users/${device.accountId}/devices`} prefetch={false} />}
          >
            Open {personName}
          </MenuItem>
        )}
        {withOwner && (canMark || canRemove) && <MenuSeparator />}
        {canMark && (
          <MenuItem icon={<MapPinOff />} onSelect={() => setAsks("lost")}>
            Mark as lost
          </MenuItem>
        )}
        {canRemove && (
          <MenuItem icon={<Trash2 />} tone="danger" onSelect={() => setAsks("remove")}>
            Remove
          </MenuItem>
        )}
      </Menu>
      <AlertDialog
        open={asks === "lost"}
        onOpenChange={() => setAsks(null)}
        title={`Mark ${name} as lost?`}
        confirmLabel="Mark as lost"
        cancelLabel="Leave it"
        hint="When it turns up again, remove it and invite its owner anew."
        onConfirm={async () => {
          await markLost.mutateAsync({ deviceId: device.id });
          news.done(`${name} of ${personName} is marked as lost.`);
        }}
      >
        {name} of {personName} is shown as lost here and to its owner. Their password and other devices stay
        as they are.
      </AlertDialog>
      <AlertDialog
        open={asks === "remove"}
        onOpenChange={() => setAsks(null)}
        title={`Remove ${name}?`}
        confirmLabel="Remove the device"
        cancelLabel="Keep it"
        hint="To enrol it again, its owner needs a new invitation."
        onConfirm={async () => {
          await remove.mutateAsync({ deviceId: device.id });
          news.done(`${name} of ${personName} is removed.`);
        }}
      >
        {name} of {personName} is no longer enrolled. The account stays.
      </AlertDialog>
    </>
  );
}
