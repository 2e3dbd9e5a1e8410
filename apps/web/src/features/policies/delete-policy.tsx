"use client";
/** Asks once before a policy is deleted, and names the groups and devices that have none afterwards. */
import { AlertDialog } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import type { Policy } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";
import { countOf } from "../pieces/words";

export interface DeletePolicyProps {
  policy: Policy;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function DeletePolicy({ policy, open, onOpenChange }: DeletePolicyProps) {
  const trpc = useTRPC();
  const news = useNews();
  const remove = useMutation(trpc.organisation.policies.delete.mutationOptions({ onError: news.failed }));
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete ${policy.name}?`}
      confirmLabel="Delete the policy"
      cancelLabel="Keep it"
      hint="This cannot be undone. To change what it says, open it instead."
      onConfirm={async () => {
        await remove.mutateAsync({ policyId: policy.id });
        news.done(`The policy ${policy.name} is deleted.`);
      }}
    >
      {policy.groups + policy.devices === 0
        ? `The policy ${policy.name} goes. No group carries it, and it holds for no device.`
        : `${countOf(policy.groups, "group")} and ${countOf(policy.devices, "device")} have no policy afterwards.`}
    </AlertDialog>
  );
}
