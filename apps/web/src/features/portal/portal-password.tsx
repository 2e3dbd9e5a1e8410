"use client";
/** Changing my own password. Every other browser is signed out by it. */
import { Button, Callout, Field, PasswordInput } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Me } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { describeTrouble, fieldErrors } from "../../trpc/error";
import { NewPasswordField, useJudge } from "../password/new-password-field";
import { Form } from "../pieces/form";
import { useNews } from "../pieces/use-news";
import { PortalTitle } from "./portal-frame";

const empty = { currentPassword: "", newPassword: "" };

export function PortalPassword({ viewer, notice }: { viewer: Me; notice: "must-change" | null }) {
  const trpc = useTRPC();
  const news = useNews();
  const router = useRouter();
  const judge = useJudge();
  const [values, setValues] = useState(empty);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const change = useMutation(
    trpc.access.changeMyPassword.mutationOptions({
      onSuccess: () => {
        setValues(empty);
        news.done("Your password is changed. Other browsers are signed out.");
        if (viewer.mustChangePassword) router.push("/");
        else router.refresh();
      },
      onError: (error) => setErrors(errorsOf(error)),
    }),
  );
  const owner = { email: viewer.email, name: viewer.name };
  const submit = () => {
    const fault = judge?.(values.newPassword, viewer.passwordMinLength, owner).fault ?? null;
    const found: Record<string, string> = {};
    if (values.currentPassword === "") found["currentPassword"] = "Type the password you have now.";
    if (fault !== null) found["newPassword"] = fault;
    setErrors(found);
    if (Object.keys(found).length === 0 && !change.isPending) change.mutate(values);
  };
  const trouble = change.error === null ? null : describeTrouble(change.error);
  return (
    <>
      <PortalTitle title="Change my password" />
      {notice === "must-change" && viewer.mustChangePassword && (
        <Callout tone="warning" title="Choose a password of your own first" className="mb-5">
          The one you have was given to you by somebody else.
        </Callout>
      )}
      <Form onSubmit={submit} errors={errors} className="flex flex-col gap-5">
        {trouble !== null && Object.keys(errors).length === 0 && (
          <Callout tone="danger" live>
            {trouble.message}
          </Callout>
        )}
        <input type="email" name="email" autoComplete="username" value={viewer.email} readOnly hidden />
        <Field label="Password now" size="lg" error={errors["currentPassword"]}>
          <PasswordInput
            size="page"
            autoComplete="current-password"
            value={values.currentPassword}
            onChange={(event) => setValues({ ...values, currentPassword: event.currentTarget.value })}
          />
        </Field>
        <NewPasswordField
          value={values.newPassword}
          onChange={(newPassword) => setValues({ ...values, newPassword })}
          minLength={viewer.passwordMinLength}
          owner={owner}
          error={errors["newPassword"]}
          size="page"
        />
        <div className="mt-2 md:self-start">
          <Button type="submit" variant="primary" size="page" wide loading={change.isPending}>
            Change password
          </Button>
        </div>
      </Form>
    </>
  );
}

/** A wrong current password is a mistake in its field. */
function errorsOf(error: unknown): Record<string, string> {
  const { refusal } = describeTrouble(error);
  if (refusal?.code === "sign-in-failed")
    return { currentPassword: "This is not the password you have now." };
  return fieldErrors(error);
}
