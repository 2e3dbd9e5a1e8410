/** Everything that was done to a user. */
import type { Metadata } from "next";
import { AccountActivity } from "../../../../../features/account/account-activity";

export const metadata: Metadata = { title: "Activity of a user" };

export default function AccountActivityPage() {
  return <AccountActivity />;
}
