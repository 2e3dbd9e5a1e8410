/** A new password for oneself. */
import type { Metadata } from "next";
import { PortalPassword } from "../../../../features/portal/portal-password";
import { requireViewer } from "../../../../server/viewer";

export const metadata: Metadata = { title: "Change my password" };

type Params = Record<string, string | string[] | undefined>;

export default async function PasswordPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [viewer, params] = await Promise.all([requireViewer(), searchParams]);
  return (
    <PortalPassword viewer={viewer} notice={params["notice"] === "must-change" ? "must-change" : null} />
  );
}
