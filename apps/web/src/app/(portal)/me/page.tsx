/** Who I am. A User who opened a page of the console lands here, and is told why. */
import type { Metadata } from "next";
import { PortalProfile } from "../../../features/portal/portal-profile";
import { requireViewer } from "../../../server/viewer";

export const metadata: Metadata = { title: "My account" };

type Params = Record<string, string | string[] | undefined>;

export default async function ProfilePage({ searchParams }: { searchParams: Promise<Params> }) {
  const [viewer, params] = await Promise.all([requireViewer(), searchParams]);
  return (
    <PortalProfile viewer={viewer} fromConsole={params["notice"] === "console" && viewer.role === "USER"} />
  );
}
