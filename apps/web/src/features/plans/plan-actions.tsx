"use client";
/** What can be done with a plan from the list, besides changing and deleting it. */
import { MenuItem } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { Ban, CircleCheck, Star, Users } from "lucide-react";
import Link from "next/link";
import type { ServicePlan } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";

export function PlanActions({ plan }: { plan: ServicePlan }) {
  const trpc = useTRPC();
  const news = useNews();
  const update = useMutation(trpc.organisation.plans.update.mutationOptions({ onError: news.failed }));
  const turn = (enabled: boolean) =>
    update.mutate(
      { planId: plan.id, enabled },
      {
        onSuccess: () =>
          news.done(`The plan ${plan.name} is ${enabled ? "enabled" : "disabled"}.`, [
            { label: "Undo", onClick: () => turn(!enabled) },
          ]),
      },
    );
  const makeDefault = () =>
    update.mutate(
      { planId: plan.id, isDefault: true },
      { onSuccess: () => news.done(`${plan.name} is the default plan.`) },
    );
  return (
    <>
      <MenuItem icon={<Users />} render={<Link href={`/users?plan=${plan.id}`} prefetch={false} />}>
        See its accounts
      </MenuItem>
      {plan.enabled && !plan.isDefault && (
        <MenuItem icon={<Star />} onSelect={makeDefault}>
          Make it the default
        </MenuItem>
      )}
      {!plan.isDefault && (
        <MenuItem icon={plan.enabled ? <Ban /> : <CircleCheck />} onSelect={() => turn(!plan.enabled)}>
          {plan.enabled ? "Disable" : "Enable"}
        </MenuItem>
      )}
    </>
  );
}
