"use client";
/** The four answers that make an organisation. Its administrator is signed in right away. */
import { Button, Callout, Field, Input } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client";
import { describeTrouble, fieldErrors } from "../../trpc/error";
import { NewPasswordField, useJudge } from "../password/new-password-field";
import { Form } from "../pieces/form";
import { EntryTitle } from "./entry-frame";
import { LinkTrouble } from "./link-trouble";
import { requestSignIn } from "./session-requests";

type Name = "organisation" | "fullName" | "email" | "password";

const empty: Record<Name, string> = { organisation: "", fullName: "", email: "", password: "" };

export function SetUpForm({ token, minLength }: { token: string; minLength: number }) {
  const trpc = useTRPC();
  const judge = useJudge();
  const [values, setValues] = useState(empty);
  const [errors, setErrors] = useState<Partial<Record<Name, string>>>({});
  const owner = { email: values.email, name: values.fullName };
  const save = useMutation(
    trpc.access.completeSetUp.mutationOptions({
      onSuccess: () => enter(values.email.trim(), values.password),
      onError: (error) => setErrors(fieldErrors(error)),
    }),
  );
  const set = (name: Name) => (value: string) => setValues((now) => ({ ...now, [name]: value }));
  const submit = () => {
    const fault = judge?.(values.password, minLength, owner).fault ?? null;
    const found = { ...missing(values), ...(fault === null ? {} : { password: fault }) };
    setErrors(found);
    if (Object.keys(found).length === 0 && !save.isPending) save.mutate({ token, ...values });
  };
  const trouble = save.error === null ? null : describeTrouble(save.error);
  const code = trouble?.refusal?.code;
  if (code === "link-unusable" || code === "already-set-up")
    return <LinkTrouble error={save.error} forSetUp />;
  return (
    <>
      <EntryTitle title="Set up Rollcall">Your organisation, and you as its first administrator.</EntryTitle>
      <Form onSubmit={submit} errors={errors} className="flex flex-col gap-4">
        {trouble !== null && Object.keys(errors).length === 0 && (
          <Callout tone="danger" live>
            {trouble.message}
          </Callout>
        )}
        <Field
          label="Organisation"
          size="lg"
          error={errors.organisation}
          description="As it stands in mails."
        >
          <Input
            size="page"
            autoComplete="organization"
            value={values.organisation}
            onChange={(event) => set("organisation")(event.currentTarget.value)}
          />
        </Field>
        <Field label="Your name" size="lg" error={errors.fullName}>
          <Input
            size="page"
            autoComplete="name"
            value={values.fullName}
            onChange={(event) => set("fullName")(event.currentTarget.value)}
          />
        </Field>
        <Field label="Your work address" size="lg" error={errors.email} description="You sign in with it.">
          <Input
            size="page"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={values.email}
            onChange={(event) => set("email")(event.currentTarget.value)}
          />
        </Field>
        <NewPasswordField
          label="Password"
          value={values.password}
          onChange={set("password")}
          minLength={minLength}
          owner={owner}
          error={errors.password}
          size="page"
        />
        <Button
          type="submit"
          variant="primary"
          size="page"
          wide
          loading={save.isPending || save.isSuccess}
          className="mt-3"
        >
          Create the organisation
        </Button>
      </Form>
    </>
  );
}

function missing(values: Record<Name, string>): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  if (values.organisation.trim() === "") found.organisation = "Give the organisation a name.";
  if (values.fullName.trim() === "") found.fullName = "Type your name.";
  if (!values.email.includes("@")) found.email = "Type your whole mail address.";
  return found;
}

async function enter(email: string, password: string): Promise<void> {
  const error = await requestSignIn({ email, password, stay: true });
  window.location.replace(error === null ? "/overview" : "/sign-in?passwordSet=1");
}
