"use client";
/** What this device is and is called, and what will hold for it. The button here enrols, and uses the link up. */
import { Button, Callout, Field, Input, Select } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import type { DevicePlatform, InvitationLink } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { describeTrouble, fieldErrors } from "../../trpc/error";
import { requestSignIn } from "../entry/session-requests";
import { PlatformIcon, platforms } from "../pieces/device-words";
import { Form } from "../pieces/form";
import { otherNames, suggestedName } from "./device-names";
import type { StepProps } from "./enrol";
import { StepFoot, StepTitle } from "./enrol-frame";
import { EnrolTrouble } from "./enrol-trouble";

export function DeviceStep(props: StepProps) {
  const { link, choices, choose } = props;
  const { errors, trouble, unusable, busy, submit } = useEnrolling(props);
  if (unusable !== null) return <EnrolTrouble error={unusable} />;
  return (
    <Form onSubmit={submit} errors={errors} className="flex flex-1 flex-col md:flex-none">
      <StepTitle title="Name this device">So that you can tell it apart if it’s ever lost.</StepTitle>
      {trouble !== null && (
        <Callout tone="danger" live className="mb-5">
          {trouble}
        </Callout>
      )}
      <Recognised {...props} />
      <Field label="Device name" size="lg" error={errors.deviceName} className="mt-5">
        <Input
          size="page"
          value={choices.deviceName}
          maxLength={120}
          onChange={(event) => choose({ deviceName: event.currentTarget.value, named: true })}
        />
      </Field>
      <div className="mt-3 flex flex-wrap gap-2">
        {otherNames(choices.platform).map((name) => (
          <button
            key={name}
            type="button"
            onClick={() => choose({ deviceName: name, named: true })}
            className="h-10 rounded-full border border-border-strong bg-surface px-4 text-sm font-medium transition-colors hover:bg-muted"
          >
            {name}
          </button>
        ))}
      </div>
      <WhatHolds link={link} />
      <StepFoot>
        <Button type="submit" variant="primary" size="page" wide loading={busy}>
          Enrol this device
        </Button>
      </StepFoot>
    </Form>
  );
}

function useEnrolling({ token, link, choices, onEnrolled, onPasswordFault }: StepProps) {
  const trpc = useTRPC();
  const [errors, setErrors] = useState<{ deviceName?: string }>({});
  const [entering, setEntering] = useState(false);
  const accept = useMutation(
    trpc.enrolment.link.accept.mutationOptions({
      onSuccess: async (enrolled) => {
        setEntering(true);
        // Straight in where that is possible; else the portal asks.
        if (enrolled.passwordSet)
          await requestSignIn({ email: enrolled.address, password: choices.password, stay: true });
        onEnrolled(enrolled);
      },
      onError: (error) => {
        const { password, deviceName } = fieldErrors(error);
        setErrors(deviceName === undefined ? {} : { deviceName });
        if (password !== undefined) onPasswordFault(password);
      },
    }),
  );
  const submit = () => {
    const deviceName = choices.deviceName.trim();
    setErrors(deviceName === "" ? { deviceName: "Give the device a name." } : {});
    if (deviceName === "" || accept.isPending || entering) return;
    const { platform } = choices;
    accept.mutate({ token, password: link.needsPassword ? choices.password : null, deviceName, platform });
  };
  const trouble = accept.error === null ? null : describeTrouble(accept.error);
  const unusable = trouble?.refusal?.code === "link-unusable" ? accept.error : null;
  return {
    errors,
    trouble: trouble === null || errors.deviceName !== undefined ? null : trouble.message,
    unusable,
    busy: accept.isPending || entering,
    submit,
  };
}

/** What the browser says it runs on; a press corrects it. */
function Recognised({ link, choices, choose }: StepProps) {
  const [changing, setChanging] = useState(false);
  const { platform, named } = choices;
  const change = (next: DevicePlatform) =>
    choose({
      platform: next,
      ...(named ? {} : { deviceName: suggestedName(link.personName, next) }),
    });
  return (
    <div className="flex items-center gap-3.5 rounded-xl border border-border bg-surface p-4">
      <span aria-hidden className="flex size-11 shrink-0 items-center justify-center rounded-md bg-muted">
        <PlatformIcon platform={platform} className="size-5.5" />
      </span>
      {changing ? (
        <div className="min-w-0 flex-1">
          <Select<DevicePlatform>
            aria-label="Kind of device"
            size="page"
            value={platform}
            options={(Object.keys(platforms) as DevicePlatform[]).map((value) => ({
              value,
              label: platforms[value].label,
            }))}
            onValueChange={change}
          />
        </div>
      ) : (
        <>
          <div className="min-w-0 flex-1">
            <p className="text-base font-medium">{platforms[platform].label}</p>
            <p className="text-sm text-foreground-3">
              {platform === link.platform ? "Recognised by itself" : "As you say"}
            </p>
          </div>
          <Button variant="link" size="lg" onClick={() => setChanging(true)}>
            Change
          </Button>
        </>
      )}
    </div>
  );
}

function WhatHolds({ link: { organisation, policy } }: { link: InvitationLink }) {
  if (policy === null) {
    return (
      <p className="mt-7 text-sm text-pretty text-foreground-3">
        {organisation} has no policy for this device at the moment. You see one here and in your account when
        that changes.
      </p>
    );
  }
  return (
    <section className="mt-7" aria-label="What will hold for this device">
      <h2 className="text-sm text-foreground-3">
        The policy <strong className="font-medium text-foreground">{policy.name}</strong> will hold for it
      </h2>
      <PolicyRules rules={policy.rules} />
    </section>
  );
}

/** The sentences of a policy. */
export function PolicyRules({ rules }: { rules: readonly string[] }) {
  return (
    <ul className="mt-2 flex flex-col">
      {rules.map((rule) => (
        <li key={rule} className="flex gap-3 py-1.5 text-base">
          <ShieldCheck className="mt-0.5 size-4.5 shrink-0 text-foreground-3" />
          <span className="min-w-0 break-words text-pretty">{rule}</span>
        </li>
      ))}
    </ul>
  );
}
