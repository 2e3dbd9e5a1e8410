/** Signing in. Whoever is signed in already goes straight on. */
import { Callout } from "@rollcall/ui";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { EntryFrame, EntryTitle } from "../../../features/entry/entry-frame";
import { safeCallback } from "../../../features/entry/safe-callback";
import { SignInForm } from "../../../features/entry/sign-in-form";
import { frontDesk } from "../../../server/front-desk";
import { viewer } from "../../../server/viewer";

export const metadata: Metadata = { title: "Sign in" };

type Params = Record<string, string | string[] | undefined>;

export default async function SignInPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [params, person, desk] = await Promise.all([searchParams, viewer(), frontDesk()]);
  const destination = safeCallback(single(params["callbackUrl"])) ?? "/";
  if (person !== null) redirect(destination);
  return (
    <EntryFrame
      organisation={desk.organisation}
      footer={
        <p>
          Invited and no password yet? Use the link in your mail, or{" "}
          <Link href="/forgot-password" className="rounded-xs font-medium text-accent-text hover:underline">
            send it again
          </Link>
          .
        </p>
      }
    >
      <EntryTitle title="Sign in">
        {desk.organisation === null ? "to Rollcall" : `to ${desk.organisation}`}
      </EntryTitle>
      <div className="mb-5 flex flex-col gap-3 empty:hidden">
        <Notice params={params} isSetUp={desk.isSetUp} />
      </div>
      <SignInForm destination={destination} email="" />
    </EntryFrame>
  );
}

function Notice({ params, isSetUp }: { params: Params; isSetUp: boolean }) {
  if (!isSetUp) {
    return (
      <Callout tone="warning">
        Rollcall has no administrator yet. Open the set-up link that was printed where it was started.
      </Callout>
    );
  }
  if (params["ended"] !== undefined) {
    return <Callout tone="info">Your session has ended. Sign in to go on where you were.</Callout>;
  }
  if (params["passwordSet"] !== undefined) {
    return <Callout tone="success">Your password is set. Sign in with it.</Callout>;
  }
  if (params["signedOut"] !== undefined) return <Callout tone="success">You are signed out.</Callout>;
  return null;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? undefined : value;
}
