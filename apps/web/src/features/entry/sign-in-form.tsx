"use client";
/** Address, password, and in. What was typed stays when it did not work; whether there is such an account is never said. */
import { Button, Callout, Checkbox, Field, Input, PasswordInput } from "@rollcall/ui";
import Link from "next/link";
import { useRef, useState } from "react";
import { Form } from "../pieces/form";
import { useIsPhone } from "../shell/reader";
import { requestSignIn } from "./session-requests";
import type { SignInError } from "./sign-in-answer";

export interface SignInFormProps {
  /** where to go afterwards; a path of ours, checked by the server */
  destination: string;
  email: string;
}

export function SignInForm({ destination, email: known }: SignInFormProps) {
  const phone = useIsPhone();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const [stay, setStay] = useState(true);
  const [errors, setErrors] = useState<{ email?: string; password?: string }>({});
  const [trouble, setTrouble] = useState<SignInError | null>(null);
  const [busy, setBusy] = useState(false);
  const passwordBox = useRef<HTMLInputElement>(null);

  const submit = async () => {
    const missing = {
      ...(email.trim() === "" ? { email: "Type the address you sign in with." } : {}),
      ...(password === "" ? { password: "Type your password." } : {}),
    };
    setErrors(missing);
    setTrouble(null);
    if (Object.keys(missing).length > 0 || busy) return;
    setBusy(true);
    const error = await requestSignIn({ email: email.trim(), password, stay });
    if (error === null) {
      // A full load: nothing of whoever was here before stays in memory.
      window.location.assign(destination);
      return;
    }
    setBusy(false);
    setTrouble(error);
    passwordBox.current?.select();
  };

  return (
    <Form onSubmit={() => void submit()} errors={errors} className="flex flex-col gap-4">
      {trouble !== null && (
        <Callout tone="danger" live>
          {describe(trouble)}
        </Callout>
      )}
      <Field label="Work address" size="lg" error={errors.email}>
        <Input
          size="page"
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      </Field>
      <Field
        label="Password"
        size="lg"
        error={errors.password}
        aside={
          <Link
            href={`/forgot-password${email === "" ? "" : `#${encodeURIComponent(email)}`}`}
            className="rounded-xs text-sm font-medium text-accent-text hover:underline"
          >
            Forgot it?
          </Link>
        }
      >
        <PasswordInput
          ref={passwordBox}
          size="page"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </Field>
      <Checkbox
        checked={stay}
        onCheckedChange={setStay}
        label={
          <span className="max-md:text-base">Stay signed in on this {phone ? "phone" : "computer"}</span>
        }
      />
      <Button type="submit" variant="primary" size="page" wide loading={busy} className="mt-2">
        Sign in
      </Button>
    </Form>
  );
}

function describe(error: SignInError): string {
  switch (error.kind) {
    case "failed":
      return "That address and password do not match an account that may sign in.";
    case "wait":
      return `Too many attempts. Try again in ${waitOf(error.seconds)}, or ask for a link to set a new password.`;
    case "defect":
      return "Signing in did not work because of a fault here. Try again; if it stays, tell an administrator.";
  }
}

function waitOf(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
