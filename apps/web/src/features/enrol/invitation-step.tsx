"use client";
/** Who invites whom to what; and the way out for somebody else. */
import { Avatar, Button, RelativeTime } from "@rollcall/ui";
import type { ReactNode } from "react";
import type { StepProps } from "./enrol";
import { StepFoot, StepTitle } from "./enrol-frame";

export function InvitationStep({ link, go }: StepProps) {
  const { invitedBy, organisation } = link;
  return (
    <>
      <div aria-hidden className="mb-5 flex items-center">
        {invitedBy !== null && <Avatar name={invitedBy} size="xl" />}
        <span
          className={`flex size-13 items-center justify-center rounded-full bg-foreground text-lg font-medium text-background ring-3 ring-background ${invitedBy === null ? "" : "-ml-3"}`}
        >
          {initials(organisation)}
        </span>
      </div>
      <StepTitle
        title={
          invitedBy === null
            ? `You are invited to ${organisation}`
            : `${invitedBy} invites you to ${organisation}`
        }
      >
        Enrol this device for work. It takes about {link.needsPassword ? "two minutes" : "a minute"}.
      </StepTitle>
      <dl className="overflow-hidden rounded-xl border border-border bg-surface">
        <Line label="You are">{link.personName}</Line>
        <Line label="You sign in as">{link.address}</Line>
        {link.policy !== null && <Line label="Policy for the device">{link.policy.name}</Line>}
      </dl>
      <StepFoot>
        <p className="mb-1 text-center text-sm text-foreground-3">
          The link works once, until <RelativeTime value={link.expiresAt} as="date" />.
        </p>
        <Button
          variant="primary"
          size="page"
          wide
          onClick={() => go(link.needsPassword ? "password" : "device")}
        >
          Accept and begin
        </Button>
        <Button variant="ghost" size="page" wide onClick={() => go("not-me")}>
          I’m not {link.personName}
        </Button>
      </StepFoot>
    </>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="border-border-subtle px-4 py-3 not-first:border-t">
      <dt className="text-sm text-foreground-3">{label}</dt>
      <dd className="mt-0.5 text-base font-medium break-words">{children}</dd>
    </div>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? "");
  return letters.join("").toUpperCase();
}

export function NotMe({ link, go }: StepProps) {
  return (
    <>
      <StepTitle title="Then leave this link alone">
        It belongs to {link.personName} ({link.address}), and enrolling would put this device under their
        name. Nothing has happened so far. Close this page
        {link.invitedBy === null ? "" : `, and tell ${link.invitedBy} that the mail reached you`}.
      </StepTitle>
      <StepFoot>
        <Button size="page" wide onClick={() => go(null)}>
          Back to the invitation
        </Button>
      </StepFoot>
    </>
  );
}
