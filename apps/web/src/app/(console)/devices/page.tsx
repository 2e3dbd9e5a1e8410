/** The list of devices, its first page fetched with the page. */
import type { Metadata } from "next";
import { devicesInput, devicesQuery } from "../../../features/devices/devices-query";
import { DevicesScreen } from "../../../features/devices/devices-screen";
import { nextCursor, toSearchParams } from "../../../features/pieces/params";
import { Hydrated, prefetchPages, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Devices" };

type Params = Record<string, string | string[] | undefined>;

export default async function DevicesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const input = devicesInput(devicesQuery.parse(toSearchParams(await searchParams)));
  await prefetchPages(
    trpc.enrolment.devices.list.infiniteQueryOptions(input, { getNextPageParam: nextCursor }),
  );
  return (
    <Hydrated>
      <DevicesScreen />
    </Hydrated>
  );
}
