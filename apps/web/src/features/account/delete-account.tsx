"use client";
/** Asks once before an account is deleted, and leads back to the list. */
import { AlertDialog } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { AccountDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";

export interface DeleteAccountProps {
  account: AccountDetails;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function DeleteAccount({ account, open, onOpenChange }: DeleteAccountProps) {
  const trpc = useTRPC();
  const news = useNews();
  const router = useRouter();
  const remove = useMutation(trpc.people.remove.mutationOptions({ onError: news.failed }));
  const confirm = async () => {
    await remove.mutateAsync({ accountIds: [account.id] });
    router.push("/users");
    news.done(`The account of ${account.name} is deleted.`);
  };
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete ${account.name}?`}
      confirmLabel="Delete the account"
      cancelLabel="Keep it"
      onConfirm={confirm}
      hint="This cannot be undone. To keep somebody out for a while, disable the account instead."
    >
      {account.name} ({account.email}) loses the account, is signed out everywhere, and links that were mailed
      stop working. The audit log keeps what happened.
    </AlertDialog>
  );
}
