"use client";
/** Another role for everybody who is selected, one account after the other, because each is judged by itself. */
import { Button, Callout, Dialog, RadioGroup } from "@rollcall/ui";
import { useState } from "react";
import type { AdminRole, BulkResult } from "@rollcall/accounts";
import { useTRPCClient } from "../../trpc/client";
import { grantable, type Grant } from "../account/grants";
import { adminRoleLabels } from "../pieces/role-name";
import { countOf } from "../pieces/words";
import { useViewer } from "../shell/viewer-context";
import { useBulk } from "./use-bulk";
import type { UsersQuery } from "./users-query";
import type { Selection } from "./users-screen";

export interface BulkRoleProps {
  query: UsersQuery;
  selection: Selection;
  count: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function BulkRole({ query, selection, count, open, onOpenChange }: BulkRoleProps) {
  const client = useTRPCClient();
  const viewer = useViewer();
  const { run } = useBulk(query, selection);
  const [grant, setGrant] = useState<Grant>("USER");
  const submit = () => {
    onOpenChange(false);
    void run({
      doing: "Changing roles",
      did: grant === "USER" ? "made Users" : `made ${adminRoleLabels[grant]} administrators`,
      act: (accountIds) => changeEach(accountIds, grant),
    });
  };
  const changeEach = async (accountIds: string[], next: Grant): Promise<BulkResult> => {
    const role: "USER" | "ADMINISTRATOR" = next === "USER" ? "USER" : "ADMINISTRATOR";
    const adminRole: AdminRole | null = next === "USER" ? null : next;
    for (const accountId of accountIds) await client.people.changeRole.mutate({ accountId, role, adminRole });
    return { changed: accountIds.length, unchanged: 0, gone: 0 };
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Role of ${countOf(count, "user")}`}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Leave it</Button>
          <Button type="submit" variant="primary">
            Change {countOf(count, "role")}
          </Button>
        </>
      }
    >
      {grant !== "USER" && count > 1 && (
        <Callout tone="warning" className="mb-3">
          {countOf(count, "person", "people")} will be able to use this console.
        </Callout>
      )}
      <RadioGroup<Grant>
        label="Role"
        hideLabel
        value={grant}
        onValueChange={setGrant}
        options={grantable(viewer)}
      />
    </Dialog>
  );
}
