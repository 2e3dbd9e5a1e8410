"use client";
/** Asks once before a domain is deleted, and says what becomes of its people: a file of them is mailed to whoever deletes it. */
import { AlertDialog } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import type { Domain } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";
import { countOf } from "../pieces/words";
import { useViewer } from "../shell/viewer-context";

export interface DeleteDomainProps {
  domain: Domain;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function DeleteDomain({ domain, open, onOpenChange }: DeleteDomainProps) {
  const trpc = useTRPC();
  const news = useNews();
  const viewer = useViewer();
  const remove = useMutation(trpc.organisation.domains.delete.mutationOptions({ onError: news.failed }));
  const { name, accounts } = domain;
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete ${name}?`}
      confirmLabel={`Delete ${name}`}
      cancelLabel="Keep it"
      hint="To undo it, add the domain again: the accounts are still here."
      onConfirm={async () => {
        const gone = await remove.mutateAsync({ domainId: domain.id });
        news.done(
          gone.mailedTo === null
            ? `${name} is deleted.`
            : `${name} is deleted. Its ${countOf(gone.accounts, "hosted user")} are on the way to ${gone.mailedTo}.`,
        );
      }}
    >
      {accounts === 0 ? (
        <>
          {name} is no longer one of your domains. No account has its address there, so there is nothing to
          export.
        </>
      ) : (
        <>
          {name} is no longer one of your domains.{" "}
          {countOf(accounts, "account has its address", "accounts have their address")} there: the hosted
          users among them are exported to a file that can be imported again, and mailed to {viewer.email}.
          The accounts themselves stay.
        </>
      )}
    </AlertDialog>
  );
}
