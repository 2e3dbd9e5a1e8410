"use client";
/** A link for one person, opened in a browser where another is signed in: nothing happens before that is clear. */
import { Button } from "@rollcall/ui";
import Link from "next/link";
import { useState } from "react";
import { EntryTitle } from "./entry-frame";
import { requestSignOut } from "./session-requests";

/** Somebody by name and address. */
export interface SignedInAs {
  name: string;
  email: string;
}

export function SomebodyElse({ signedInAs, meant }: { signedInAs: SignedInAs; meant: SignedInAs }) {
  const [busy, setBusy] = useState(false);
  const goOn = () => {
    setBusy(true);
    void requestSignOut(window.location.pathname + window.location.hash);
  };
  return (
    <>
      <EntryTitle title={`Are you ${meant.name}?`}>
        This link is for {meant.name} ({meant.email}), but this browser is signed in as {signedInAs.name} (
        {signedInAs.email}).
      </EntryTitle>
      <div className="flex flex-col gap-3">
        <Button variant="primary" size="page" wide loading={busy} onClick={goOn}>
          Sign out and go on as {meant.name}
        </Button>
        <Button size="page" wide render={<Link href="/" />}>
          Stay signed in as {signedInAs.name}
        </Button>
      </div>
    </>
  );
}
