/** A user's profile. */
import type { Metadata } from "next";
import { AccountProfile } from "../../../../features/account/account-profile";

export const metadata: Metadata = { title: "User" };

export default function AccountPage() {
  return <AccountProfile />;
}
