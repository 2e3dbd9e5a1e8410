"use client";
/** Gives somebody another role. Only roles that the reader may grant are offered. */
import { Button, Callout, Dialog, RadioGroup } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { describeTrouble } from "../../trpc/error";
import { adminRoleLabels } from "../pieces/role-name";
import { useNews } from "../pieces/use-news";
import { grantOption, type Grant } from "./grants";

export interface RoleDialogProps {
  account: AccountDetails;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function RoleDialog({ account, open, onOpenChange }: RoleDialogProps) {
  const trpc = useTRPC();
  const news = useNews();
  const now: Grant = account.role === "USER" ? "USER" : (account.adminRole ?? "BASIC");
  const [grant, setGrant] = useState<Grant>(now);
  const change = useMutation(
    trpc.people.changeRole.mutationOptions({
      onSuccess: () => {
        onOpenChange(false);
        news.done(
          `${account.name} is now ${grant === "USER" ? "a User" : `${adminRoleLabels[grant]} administrator`}.`,
        );
      },
    }),
  );
  const submit = () => {
    if (grant === now) onOpenChange(false);
    else if (grant === "USER") change.mutate({ accountId: account.id, role: "USER", adminRole: null });
    else change.mutate({ accountId: account.id, role: "ADMINISTRATOR", adminRole: grant });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        change.reset();
        setGrant(now);
        onOpenChange(next);
      }}
      title={`Role of ${account.name}`}
      description="It counts from the next click on, wherever they are signed in."
      onSubmit={submit}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Leave it</Button>
          <Button type="submit" variant="primary" loading={change.isPending} disabled={grant === now}>
            Change role
          </Button>
        </>
      }
    >
      {change.error !== null && (
        <Callout tone="danger" live className="mb-3">
          {describeTrouble(change.error).message}
        </Callout>
      )}
      <RadioGroup<Grant>
        label="Role"
        hideLabel
        value={grant}
        onValueChange={setGrant}
        options={[...new Set<Grant>(["USER", ...account.may.grant, now])].map(grantOption)}
      />
    </Dialog>
  );
}
