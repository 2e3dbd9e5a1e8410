/** For whoever has no password, or not the right one. */
import type { Metadata } from "next";
import { EntryFrame } from "../../../features/entry/entry-frame";
import { ForgotPassword } from "../../../features/entry/forgot-password";
import { frontDesk } from "../../../server/front-desk";

export const metadata: Metadata = { title: "Get a new link" };

export default async function ForgotPasswordPage() {
  const desk = await frontDesk();
  return (
    <EntryFrame organisation={desk.organisation}>
      <ForgotPassword />
    </EntryFrame>
  );
}
