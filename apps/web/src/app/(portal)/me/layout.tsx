/** One's own account; everybody who is signed in has one. */
import type { ReactNode } from "react";
import { PortalFrame } from "../../../features/portal/portal-frame";
import { requireViewer } from "../../../server/viewer";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  return <PortalFrame viewer={await requireViewer()}>{children}</PortalFrame>;
}
