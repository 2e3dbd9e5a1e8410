"use client";
/** Asks for a link by mail. The answer is the same whether there is such an account or not. */
import { Button, Callout, Field, Input } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import Link from "next/link";
import { useState, useSyncExternalStore } from "react";
import { useTRPC } from "../../trpc/client";
import { describeTrouble } from "../../trpc/error";
import { Form } from "../pieces/form";
import { EntryTitle } from "./entry-frame";

export function ForgotPassword() {
  const trpc = useTRPC();
  const known = useFragmentAddress();
  const [typed, setTyped] = useState<string | null>(null);
  const email = typed ?? known;
  const [errors, setErrors] = useState<{ email?: string }>({});
  const send = useMutation(trpc.access.requestPasswordReset.mutationOptions());
  if (send.isSuccess) return <Sent email={email} />;
  const submit = () => {
    const found = email.includes("@") ? {} : { email: "Type the whole address you sign in with." };
    setErrors(found);
    if (Object.keys(found).length === 0 && !send.isPending) send.mutate({ email: email.trim() });
  };
  return (
    <>
      <EntryTitle title="Get a new link">
        We mail you a link with which you choose a password. It also replaces a welcome link that has expired.
      </EntryTitle>
      <Form onSubmit={submit} errors={errors} className="flex flex-col gap-4">
        {send.error !== null && (
          <Callout tone="danger" live>
            {describeTrouble(send.error).message}
          </Callout>
        )}
        <Field label="Work address" size="lg" error={errors.email}>
          <Input
            size="page"
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={email}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Field>
        <Button type="submit" variant="primary" size="page" wide loading={send.isPending} className="mt-2">
          Mail me a link
        </Button>
        <Button variant="ghost" size="page" wide render={<Link href="/sign-in" />}>
          Back to sign in
        </Button>
      </Form>
    </>
  );
}

function Sent({ email }: { email: string }) {
  return (
    <div role="status">
      <MailCheck className="mb-4 size-7 text-success" />
      <EntryTitle title="Look at your mail">
        If {email} belongs to an account here, a link is on its way. It may take a minute, and it may have
        landed among the spam.
      </EntryTitle>
      <Button size="page" wide render={<Link href="/sign-in" />}>
        Back to sign in
      </Button>
    </div>
  );
}

/** The address that was typed on the sign-in page, handed over behind the #. */
function useFragmentAddress(): string {
  return useSyncExternalStore(
    () => () => undefined,
    () => decode(window.location.hash.slice(1)),
    () => "",
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
