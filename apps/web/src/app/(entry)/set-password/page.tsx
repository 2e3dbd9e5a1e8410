/** Where the link of a welcome or reset mail leads. The token stays in the browser; this page never sees it. */
import type { Metadata } from "next";
import { EntryFrame } from "../../../features/entry/entry-frame";
import { SetPassword } from "../../../features/entry/set-password";
import { frontDesk } from "../../../server/front-desk";
import { viewer } from "../../../server/viewer";

export const metadata: Metadata = { title: "Choose a password" };

export default async function SetPasswordPage() {
  const [person, desk] = await Promise.all([viewer(), frontDesk()]);
  return (
    <EntryFrame organisation={desk.organisation}>
      <SetPassword signedInAs={person === null ? null : { name: person.name, email: person.email }} />
    </EntryFrame>
  );
}
