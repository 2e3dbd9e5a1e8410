/** What each kind of mail looks like. */
import type { Metadata } from "next";
import { MailPreviews } from "../../../../features/settings/mail-previews";
import { mailPreviews } from "../../../../server/mail-previews";
import { requireAdministrator } from "../../../../server/viewer";

export const metadata: Metadata = { title: "What mails look like" };

type Params = Record<string, string | string[] | undefined>;

export default async function MailPreviewsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [, params] = await Promise.all([requireAdministrator(), searchParams]);
  const wanted = params["mail"];
  const previews = await mailPreviews(typeof wanted === "string" ? wanted : undefined);
  return <MailPreviews {...previews} />;
}
