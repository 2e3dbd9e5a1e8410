/** What the organisation has chosen. */
import type { Metadata } from "next";
import { SettingsScreen } from "../../../features/settings/settings-screen";
import { Hydrated, prefetch, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  await prefetch(trpc.organisation.settings.queryOptions());
  return (
    <Hydrated>
      <SettingsScreen />
    </Hydrated>
  );
}
