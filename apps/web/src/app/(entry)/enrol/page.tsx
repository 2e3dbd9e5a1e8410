/** Where the link of an invitation leads. The token stays in the browser; this page never sees it, and looking uses nothing up. */
import type { Metadata } from "next";
import { Enrol } from "../../../features/enrol/enrol";
import { frontDesk } from "../../../server/front-desk";
import { viewer } from "../../../server/viewer";

export const metadata: Metadata = { title: "Enrol this device" };

export default async function EnrolPage() {
  const [person, desk] = await Promise.all([viewer(), frontDesk()]);
  const signedInAs = person === null ? null : { name: person.name, email: person.email };
  return <Enrol signedInAs={signedInAs} organisation={desk.organisation} />;
}
