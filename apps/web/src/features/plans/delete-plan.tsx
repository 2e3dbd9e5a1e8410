"use client";
/** Asks once before a plan is deleted. One that accounts have cannot be; it says so before the server does. */
import { AlertDialog, Button, Dialog } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import type { ServicePlan } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";
import { countOf } from "../pieces/words";

export interface DeletePlanProps {
  plan: ServicePlan;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function DeletePlan({ plan, open, onOpenChange }: DeletePlanProps) {
  const trpc = useTRPC();
  const news = useNews();
  const remove = useMutation(trpc.organisation.plans.delete.mutationOptions({ onError: news.failed }));
  if (plan.accounts > 0) {
    return (
      <Dialog
        open={open}
        onOpenChange={onOpenChange}
        size="sm"
        title={`${plan.name} is in use`}
        footer={
          <>
            <Button onClick={() => onOpenChange(false)}>Close</Button>
            <Button variant="primary" render={<Link href={`/users?plan=${plan.id}`} />}>
              See its accounts
            </Button>
          </>
        }
      >
        <p className="text-pretty text-foreground-2">
          {countOf(plan.accounts, "account has", "accounts have")} this plan. Give them another one first. To
          keep it from new accounts, disable it.
        </p>
      </Dialog>
    );
  }
  return (
    <AlertDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete ${plan.name}?`}
      confirmLabel="Delete the plan"
      cancelLabel="Keep it"
      hint="Files that name it will say that there is no such plan."
      onConfirm={async () => {
        await remove.mutateAsync({ planId: plan.id });
        news.done(`The plan ${plan.name} is deleted.`);
      }}
    >
      The plan {plan.name} goes. No account has it.
      {plan.isDefault && " It is the default: until there is another, files have to name a plan."}
    </AlertDialog>
  );
}
