"use client";
/** Asked before an import that is over a limit: why, its number by hand, and the password. It decides nothing; the server does. */
import { Button, Callout, Dialog, Field, Input, PasswordInput } from "@rollcall/ui";
import { useEffect, useRef, useState } from "react";
import { useViewer } from "../../shell/viewer-context";
import { describeGuard, parseNumber } from "./describe-guard";
import type { Asked } from "./use-guard";

export interface GuardDialogProps {
  asked: Asked;
  /** what the button says that asked */
  label: string;
  /** what is over a limit, where it is not an import of a file, and what it does with accounts */
  title?: string;
  does?: string;
  busy: boolean;
}

type Wrong = { number?: string; password?: string };

export function GuardDialog({
  asked,
  label,
  busy,
  title = "This import is over a limit",
  does,
}: GuardDialogProps) {
  const viewer = useViewer();
  const [number, setNumber] = useState("");
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState<Wrong>({});
  const { guard, open, close, answer } = asked;
  const words = describeGuard(guard, does);
  const wrong: Wrong = { ...asked.wrong, ...missing };
  const fields = useFirstMistake(wrong);
  const forget = () => {
    setNumber("");
    setPassword("");
    setMissing({});
    close();
  };
  const submit = () => {
    if (busy) return;
    const typed = parseNumber(number);
    const found: Wrong = {};
    if (typed !== guard.number) found.number = number.trim() === "" ? words.missing : words.other;
    if (password === "") found.password = "Type your password.";
    setMissing(found);
    if (typed !== null && Object.keys(found).length === 0) answer(typed, password);
  };
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    setMissing({});
    asked.forgive();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) forget();
      }}
      size="sm"
      locked={busy}
      title={title}
      description="Nothing is wrong with it. It changes much, so it asks for a second look."
      onSubmit={submit}
      footer={
        <>
          <Button disabled={busy} onClick={forget}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" loading={busy}>
            {label}
          </Button>
        </>
      }
    >
      <div ref={fields} className="flex flex-col gap-4">
        {asked.trouble !== null && (
          <Callout tone="danger" live>
            {asked.trouble}
          </Callout>
        )}
        <Callout tone="warning">
          <ul className="flex flex-col gap-1" aria-label="Why it asks">
            {guard.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Callout>
        <Field label={words.label} error={wrong.number} required>
          <Input
            inputMode="numeric"
            autoComplete="off"
            value={number}
            onChange={(event) => change(setNumber)(event.currentTarget.value)}
          />
        </Field>
        <input type="email" name="email" autoComplete="username" value={viewer.email} readOnly hidden />
        <Field label="Your password" error={wrong.password} required>
          <PasswordInput
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => change(setPassword)(event.currentTarget.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}

/** Puts the reader on the first field that is wrong, with its text marked, whenever that is another. */
function useFirstMistake({ number, password }: Wrong) {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (number === undefined && password === undefined) return;
    const first = fields.current?.querySelector<HTMLInputElement>("input[aria-invalid=true]");
    first?.focus();
    first?.select();
  }, [number, password]);
  return fields;
}
