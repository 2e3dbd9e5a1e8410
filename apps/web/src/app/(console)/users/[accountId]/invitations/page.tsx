/** A user's invitations. */
import type { Metadata } from "next";
import { AccountInvitations } from "../../../../../features/account/account-invitations";

export const metadata: Metadata = { title: "User: invitations" };

export default function AccountInvitationsPage() {
  return <AccountInvitations />;
}
