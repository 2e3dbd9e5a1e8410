"use client";
/**
 * Behind the link of an invitation: who invites, a password when there is none, the device's name, enrolled. Looking uses
 * nothing up, and going back loses nothing; only the last button enrols. The step stands in the address, the token behind the #.
 */
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import type { DevicePlatform, Enrolled, InvitationLink } from "@rollcall/accounts";
import { useTRPCClient } from "../../trpc/client";
import { isRetryable } from "../../trpc/error";
import { LinkSkeleton } from "../entry/link-trouble";
import { SomebodyElse, type SignedInAs } from "../entry/somebody-else";
import { useLinkToken } from "../entry/use-link-token";
import { EnrolFrame } from "./enrol-frame";
import { EnrolTrouble } from "./enrol-trouble";
import { EnrolledStep } from "./enrolled-step";
import { DeviceStep } from "./device-step";
import { InvitationStep, NotMe } from "./invitation-step";
import { PasswordStep } from "./password-step";
import { suggestedName } from "./device-names";

export function Enrol({
  signedInAs,
  organisation,
}: {
  signedInAs: SignedInAs | null;
  organisation: string | null;
}) {
  const token = useLinkToken();
  const client = useTRPCClient();
  const link = useQuery({
    queryKey: ["invitation link", token],
    queryFn: () =>
      client.enrolment.link.check.mutate({ token: token ?? "", touchPoints: navigator.maxTouchPoints }),
    enabled: typeof token === "string",
    retry: (count, error) => count < 2 && isRetryable(error),
    staleTime: Infinity,
    gcTime: 0,
  });
  const frame = { organisation };
  if (token === null) {
    return (
      <EnrolFrame {...frame}>
        <EnrolTrouble error={null} />
      </EnrolFrame>
    );
  }
  if (token === undefined || link.isPending) {
    return (
      <EnrolFrame {...frame}>
        <LinkSkeleton />
      </EnrolFrame>
    );
  }
  if (link.isError) {
    return (
      <EnrolFrame {...frame}>
        <EnrolTrouble error={link.error} />
      </EnrolFrame>
    );
  }
  if (signedInAs !== null && signedInAs.email !== link.data.address) {
    return (
      <EnrolFrame {...frame}>
        <SomebodyElse
          signedInAs={signedInAs}
          meant={{ name: link.data.personName, email: link.data.address }}
        />
      </EnrolFrame>
    );
  }
  return <Steps key={token} token={token} link={link.data} />;
}

/** What the person has chosen so far. */
export interface EnrolChoices {
  password: string;
  deviceName: string;
  /** the name is ours until they type one */
  named: boolean;
  platform: DevicePlatform;
}

export interface StepProps {
  token: string;
  link: InvitationLink;
  choices: EnrolChoices;
  choose: (change: Partial<EnrolChoices>) => void;
  go: (step: EnrolStep | null) => void;
  onEnrolled: (enrolled: Enrolled) => void;
  onPasswordFault: (fault: string) => void;
}

type EnrolStep = "password" | "device" | "not-me";

function Steps({ token, link }: { token: string; link: InvitationLink }) {
  const wanted = useSearchParams().get("step");
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null);
  const [passwordFault, setPasswordFault] = useState<string | null>(null);
  const [choices, setChoices] = useState<EnrolChoices>({
    password: "",
    deviceName: suggestedName(link.personName, link.platform),
    named: false,
    platform: link.platform,
  });
  const go = (step: EnrolStep | null) => {
    const query = step === null ? "" : `?step=${step}`;
    window.history.pushState(null, "", `${window.location.pathname}${query}${window.location.hash}`);
    window.scrollTo(0, 0);
  };
  const props: StepProps = {
    token,
    link,
    choices,
    choose: (change) => setChoices((now) => ({ ...now, ...change })),
    go,
    onEnrolled: setEnrolled,
    onPasswordFault: (fault) => {
      setPasswordFault(fault);
      go("password");
    },
  };
  const frame = { organisation: link.organisation };
  if (enrolled !== null) {
    return (
      <EnrolFrame {...frame}>
        <EnrolledStep link={link} enrolled={enrolled} platform={choices.platform} />
      </EnrolFrame>
    );
  }
  const step = stepOf(wanted, link.needsPassword, choices.password);
  const of = link.needsPassword ? 2 : 1;
  if (step === "password") {
    return (
      <EnrolFrame {...frame} progress={{ at: 1, of, onBack: () => go(null) }}>
        <PasswordStep {...props} fault={passwordFault} />
      </EnrolFrame>
    );
  }
  if (step === "device") {
    return (
      <EnrolFrame
        {...frame}
        progress={{ at: of, of, onBack: () => go(link.needsPassword ? "password" : null) }}
      >
        <DeviceStep {...props} />
      </EnrolFrame>
    );
  }
  return (
    <EnrolFrame {...frame}>
      {step === "not-me" ? <NotMe {...props} /> : <InvitationStep {...props} />}
    </EnrolFrame>
  );
}

/** After a reload the password is gone, so its step comes again. */
function stepOf(wanted: string | null, needsPassword: boolean, password: string): EnrolStep | null {
  if (wanted === "not-me") return "not-me";
  if (wanted !== "password" && wanted !== "device") return null;
  if (!needsPassword) return "device";
  return wanted === "device" && password !== "" ? "device" : "password";
}
