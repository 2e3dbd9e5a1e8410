"use client";
/** What can be done with a policy from the list, besides changing and deleting it. */
import { MenuItem } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { Star } from "lucide-react";
import type { Policy } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";

export function PolicyActions({ policy }: { policy: Policy }) {
  const trpc = useTRPC();
  const news = useNews();
  const update = useMutation(trpc.organisation.policies.update.mutationOptions({ onError: news.failed }));
  const turn = (isDefault: boolean) =>
    update.mutate(
      { policyId: policy.id, isDefault },
      {
        onSuccess: () =>
          news.done(
            isDefault
              ? `${policy.name} holds wherever no group says otherwise.`
              : `${policy.name} is no longer the default.`,
          ),
      },
    );
  return (
    <MenuItem icon={<Star />} onSelect={() => turn(!policy.isDefault)}>
      {policy.isDefault ? "No longer the default" : "Make it the default"}
    </MenuItem>
  );
}
