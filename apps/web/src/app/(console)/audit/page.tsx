/** The audit log. Its days are the reader's own, so its first page is fetched where they are known: in the browser. */
import type { Metadata } from "next";
import { AuditScreen } from "../../../features/audit/audit-screen";

export const metadata: Metadata = { title: "Audit log" };

export default function AuditPage() {
  return <AuditScreen />;
}
