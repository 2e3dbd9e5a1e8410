"use client";
/** Asks once before an attribute is deleted with all its values. */
import { AlertDialog } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import type { Attribute } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";
import { countOf } from "../pieces/words";

export interface DeleteAttributeProps {
  attribute: Attribute;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function DeleteAttribute({ attribute, open, onOpenChange }: DeleteAttributeProps) {
  const trpc = useTRPC();
  const news = useNews();
  const remove = useMutation(trpc.organisation.attributes.delete.mutationOptions({ onError: news.failed }));
  const { name, accounts } = attribute;
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={accounts === 0 ? `Delete ${name}?` : `Delete ${name} of ${countOf(accounts, "account")}?`}
      confirmLabel={accounts === 0 ? "Delete the attribute" : `Delete ${countOf(accounts, "value")}`}
      cancelLabel="Keep it"
      hint={accounts === 0 ? undefined : "This cannot be undone. An export keeps the values in a file."}
      onConfirm={async () => {
        const gone = await remove.mutateAsync({ attributeId: attribute.id });
        news.done(
          `The attribute ${name} is deleted${gone.accounts === 0 ? "" : `, with ${countOf(gone.accounts, "value")}`}.`,
        );
      }}
    >
      {accounts === 0
        ? `The attribute ${name} goes. No account has a value for it.`
        : `${countOf(accounts, "account loses its", "accounts lose their")} ${name}. Nothing else of them changes.`}
    </AlertDialog>
  );
}
