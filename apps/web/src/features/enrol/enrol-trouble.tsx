"use client";
/** An invitation's link that does not work (any more): what is the case, and who can help. */
import { Button } from "@rollcall/ui";
import { Link2Off } from "lucide-react";
import Link from "next/link";
import { describeTrouble } from "../../trpc/error";
import { StepFoot, StepTitle } from "./enrol-frame";

interface Words {
  title: string;
  words: string;
}

const reasons = {
  used: {
    title: "This invitation was used already",
    words:
      "Each invitation enrols one device, once. If that was you, sign in to see your devices. For another device, ask for another invitation.",
  },
  expired: {
    title: "This invitation has expired",
    words:
      "Nothing is lost. Ask the administrator who invited you to send it again; the new link comes by mail.",
  },
  unknown: {
    title: "This invitation is not valid",
    words:
      "The address may have been cut short, or a newer mail has taken its place. Open the newest invitation in your mail, or ask an administrator.",
  },
} as const satisfies Record<string, Words>;

export function EnrolTrouble({ error }: { error: unknown }) {
  const trouble = error === null ? null : describeTrouble(error);
  const { title, words } = wordsOf(trouble);
  const reference = trouble?.reference ?? null;
  return (
    <div role="alert" className="flex flex-1 flex-col md:flex-none">
      <span className="mb-5 flex size-12 items-center justify-center rounded-full bg-muted text-foreground-2">
        <Link2Off className="size-5.5" />
      </span>
      <StepTitle title={title}>
        {words}
        {reference !== null && ` Quote ${reference} when you ask for help.`}
      </StepTitle>
      <StepFoot>
        {trouble?.again === true ? (
          <Button variant="primary" size="page" wide onClick={() => window.location.reload()}>
            Try again
          </Button>
        ) : (
          <Button size="page" wide render={<Link href="/sign-in?callbackUrl=%2Fme%2Fdevices" />}>
            Sign in
          </Button>
        )}
      </StepFoot>
    </div>
  );
}

function wordsOf(trouble: ReturnType<typeof describeTrouble> | null): Words {
  if (trouble === null) {
    return {
      title: "This link is not whole",
      words: "The address is missing its end. Copy the whole link from the mail, in one piece.",
    };
  }
  if (trouble.refusal?.code === "link-unusable") return reasons[trouble.refusal.reason];
  return { title: "That did not work", words: trouble.message };
}
