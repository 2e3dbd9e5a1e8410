/** Every mail to a user. */
import type { Metadata } from "next";
import { AccountMail } from "../../../../../features/account/account-mail";

export const metadata: Metadata = { title: "Mail to a user" };

export default function AccountMailPage() {
  return <AccountMail />;
}
