"use client";
/** Gives a new group or department its name. */
import { Button, Dialog, Field, Input } from "@rollcall/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { describeTrouble } from "../../trpc/error";
import { useNews } from "../pieces/use-news";
import type { KindWords } from "./kinds";
import { useNamedActions } from "./use-named";

export interface NameDialogProps {
  words: KindWords;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function NameDialog({ words, open, onOpenChange }: NameDialogProps) {
  const news = useNews();
  const router = useRouter();
  const { create } = useNamedActions(words.kind);
  const [name, setName] = useState("");
  const [error, setError] = useState<string | null>(null);
  const close = (next: boolean) => {
    onOpenChange(next);
    setName("");
    setError(null);
  };
  const submit = async () => {
    if (name.trim() === "") {
      setError(`Give the ${words.one} a name.`);
      return;
    }
    try {
      const made = await create.mutateAsync({ name });
      close(false);
      news.done(`The ${words.one} ${made.name} is there.`, [
        { label: "Open", onClick: () => router.push(`${words.href}/${made.id}`) },
      ]);
    } catch (cause) {
      setError(describeTrouble(cause).message);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      size="sm"
      title={`Add ${words.one}`}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={() => close(false)}>Cancel</Button>
          <Button type="submit" variant="primary" loading={create.isPending}>
            Add {words.one}
          </Button>
        </>
      }
    >
      <Field label="Name" error={error}>
        <Input value={name} onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
    </Dialog>
  );
}
