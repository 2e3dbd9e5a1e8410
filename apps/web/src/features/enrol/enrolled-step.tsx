"use client";
/** It worked: which device, which policy holds from now on, and the way to one's account. */
import { Button } from "@rollcall/ui";
import { Check } from "lucide-react";
import type { DevicePlatform, Enrolled, InvitationLink } from "@rollcall/accounts";
import { thingOf } from "./device-names";
import { PolicyRules } from "./device-step";
import { StepFoot, StepTitle } from "./enrol-frame";

export interface EnrolledStepProps {
  link: InvitationLink;
  enrolled: Enrolled;
  platform: DevicePlatform;
}

export function EnrolledStep({ link, enrolled, platform }: EnrolledStepProps) {
  const { deviceName, policy } = enrolled;
  const first = link.personName.split(/\s+/)[0] ?? link.personName;
  return (
    <div role="status" className="flex flex-1 flex-col md:flex-none">
      <span
        aria-hidden
        className="mb-5 flex size-14 items-center justify-center rounded-full border border-success-border bg-success-soft text-success"
      >
        <Check className="size-6" />
      </span>
      <StepTitle title={`You’re in, ${first}`}>
        {deviceName} is enrolled.
        {policy === null ? (
          ` No policy applies to this ${thingOf(platform)} at the moment.`
        ) : (
          <>
            {" "}
            The policy <strong className="font-semibold text-foreground">{policy.name}</strong> applies from
            now on.
          </>
        )}
      </StepTitle>
      {policy !== null && policy.rules.length > 0 && (
        <div className="rounded-xl border border-border bg-surface px-4 pt-1 pb-3">
          <PolicyRules rules={policy.rules} />
        </div>
      )}
      <StepFoot>
        {/* A whole page load, so that it begins with the session that there is now. */}
        <Button variant="primary" size="page" wide render={<a href="/me/devices" />}>
          Go to my devices
        </Button>
        <p className="text-center text-sm text-foreground-3">You can close this page.</p>
      </StepFoot>
    </div>
  );
}
