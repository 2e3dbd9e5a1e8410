"use client";
/** Choosing the password. When it is set, the link is used up and the person is signed in. */
import { Button, Callout, RelativeTime } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { PasswordLink } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { describeTrouble, fieldErrors } from "../../trpc/error";
import { NewPasswordField, useJudge } from "../password/new-password-field";
import { Form } from "../pieces/form";
import { EntryTitle } from "./entry-frame";
import { LinkTrouble } from "./link-trouble";
import { requestSignIn } from "./session-requests";

export function SetPasswordForm({ token, link }: { token: string; link: PasswordLink }) {
  const trpc = useTRPC();
  const judge = useJudge();
  const owner = { email: link.email, name: link.name };
  const [password, setPassword] = useState("");
  const [errors, setErrors] = useState<{ password?: string }>({});
  const save = useMutation(
    trpc.access.setPassword.mutationOptions({
      onSuccess: () => enter(link.email, password),
      onError: (error) => setErrors(fieldErrors(error)),
    }),
  );
  const submit = () => {
    const fault = judge?.(password, link.passwordMinLength, owner).fault ?? null;
    setErrors(fault === null ? {} : { password: fault });
    if (fault === null && !save.isPending) save.mutate({ token, password });
  };
  const trouble = save.error === null ? null : describeTrouble(save.error);
  if (trouble?.refusal?.code === "link-unusable") return <LinkTrouble error={save.error} />;
  const first = link.purpose === "welcome";
  return (
    <>
      <EntryTitle title={first ? `Welcome, ${link.name}` : "Choose a new password"}>
        {first
          ? `Your account at ${link.organisation} is ready. Choose a password to begin.`
          : `For your account at ${link.organisation}. You will be signed out everywhere else.`}
      </EntryTitle>
      <Form onSubmit={submit} errors={errors} className="flex flex-1 flex-col gap-5 md:flex-none">
        {trouble !== null && errors.password === undefined && (
          <Callout tone="danger" live>
            {trouble.message}
          </Callout>
        )}
        <div className="rounded-md border border-border bg-surface px-4 py-3">
          <p className="text-xs text-foreground-3">You sign in as</p>
          <p className="text-base font-medium break-all">{link.email}</p>
        </div>
        {/* Password managers store the address with the password only when they find it in the form. */}
        <input type="email" name="email" autoComplete="username" value={link.email} readOnly hidden />
        <NewPasswordField
          value={password}
          onChange={setPassword}
          minLength={link.passwordMinLength}
          owner={owner}
          error={errors.password}
          size="page"
          autoFocus
        />
        <div className="mt-auto flex flex-col gap-3 pt-3">
          <Button type="submit" variant="primary" size="page" wide loading={save.isPending || save.isSuccess}>
            {first ? "Set password and begin" : "Set new password"}
          </Button>
          <p className="text-center text-xs text-foreground-3">
            The link works once, until <RelativeTime value={link.expiresAt} as="moment" />.
          </p>
        </div>
      </Form>
    </>
  );
}

/** Straight in with the new password; by the sign-in page when that is not possible. */
async function enter(email: string, password: string): Promise<void> {
  const error = await requestSignIn({ email, password, stay: true });
  window.location.replace(error === null ? "/" : "/sign-in?passwordSet=1");
}
