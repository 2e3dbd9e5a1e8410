"use client";
/** A link that does not work (any more): what is the case, and the way on. */
import { Button } from "@rollcall/ui";
import Link from "next/link";
import { describeTrouble } from "../../trpc/error";
import { EntryTitle } from "./entry-frame";

export function LinkTrouble({ error, forSetUp = false }: { error: unknown; forSetUp?: boolean }) {
  const trouble = error === null ? null : describeTrouble(error);
  const message =
    trouble?.message ?? "The address is missing its end. Copy the whole link from the mail, in one piece.";
  const used = trouble?.refusal?.code === "link-unusable" && trouble.refusal.reason === "used";
  const done = used || trouble?.refusal?.code === "already-set-up";
  const reference = trouble?.reference ?? null;
  return (
    <div role="alert">
      <EntryTitle title={trouble?.again === true ? "That did not work" : "This link does not work"}>
        {message}
        {reference !== null && ` Quote ${reference} when you ask for help.`}
      </EntryTitle>
      <div className="flex flex-col gap-3">
        {trouble?.again === true ? (
          <Button variant="primary" size="page" wide onClick={() => window.location.reload()}>
            Try again
          </Button>
        ) : done ? (
          <Button variant="primary" size="page" wide render={<Link href="/sign-in" />}>
            Sign in
          </Button>
        ) : forSetUp ? (
          <p className="text-base text-foreground-2">
            Start Rollcall again: while there is no administrator, it prints a new link each time.
          </p>
        ) : (
          <Button variant="primary" size="page" wide render={<Link href="/forgot-password" />}>
            Send me a new link
          </Button>
        )}
        {!done && !forSetUp && (
          <Button variant="ghost" size="page" wide render={<Link href="/sign-in" />}>
            Sign in instead
          </Button>
        )}
      </div>
    </div>
  );
}

/** While a link is being looked at: the height of what comes, no words. */
export function LinkSkeleton() {
  return (
    <div role="status" aria-label="Looking at your link" className="animate-breathe">
      <div className="h-9 w-56 rounded-sm bg-muted" />
      <div className="mt-3 h-5 w-72 max-w-full rounded-sm bg-muted" />
      <div className="mt-10 h-10 rounded-sm bg-muted" />
      <div className="mt-4 h-10 rounded-sm bg-muted" />
    </div>
  );
}
