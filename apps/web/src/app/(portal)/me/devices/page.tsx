/** One's own devices. */
import type { Metadata } from "next";
import { PortalDevices } from "../../../../features/portal/portal-devices";
import { Hydrated, prefetch, trpc } from "../../../../trpc/server";

export const metadata: Metadata = { title: "My devices" };

export default async function DevicesPage() {
  await prefetch(trpc.enrolment.mine.devices.queryOptions());
  return (
    <Hydrated>
      <PortalDevices />
    </Hydrated>
  );
}
