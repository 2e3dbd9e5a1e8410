"use client";
/** A file that would make administrators does so only after an explicit yes that says how many (PRODUCT.md, "Roles"). */
import type { ImportRecord } from "@rollcall/accounts";
import { AlertDialog, Button, Callout } from "@rollcall/ui";
import { useState } from "react";
import { describeTrouble } from "../../../trpc/error";
import { countOf } from "../../pieces/words";
import { planOptionsOf } from "../options/describe-options";
import { useReplan } from "./use-replan";

export function GrantRoles({ record }: { record: ImportRecord }) {
  const [asking, setAsking] = useState(false);
  const replan = useReplan(record.id);
  const { grantsHeld = 0, administratorsMade = 0 } = record.consequences ?? {};
  const plan = (grantRoles: boolean) =>
    replan.mutateAsync({
      importId: record.id,
      options: { ...planOptionsOf(record.options), grantRoles },
      // a yes is one to those that were seen
      ...(record.fingerprint === null ? {} : { fingerprint: record.fingerprint }),
    });
  const agreed = record.options.granted?.reduce((sum, count) => sum + count, 0) ?? 0;
  if (grantsHeld === 0 && !(record.options.grantRoles && administratorsMade > 0)) return null;
  const many = countOf(grantsHeld, "administrator");
  return (
    <div className="p-4 pb-3">
      {grantsHeld > 0 ? (
        <Callout
          tone="warning"
          title={`${countOf(grantsHeld, "row")} would make ${grantsHeld === 1 ? "an administrator" : "administrators"}`}
          action={
            <Button size="sm" onClick={() => setAsking(true)}>
              Make {many}…
            </Button>
          }
        >
          {agreed > 0
            ? `The yes was to ${countOf(agreed, "administrator")}: now there are more, or stronger ones. They wait until you say yes to all of them.`
            : "They wait until you say yes. The other rows need not."}
        </Callout>
      ) : (
        <Callout
          tone="info"
          title={`${countOf(administratorsMade, "administrator")} will be made`}
          action={
            <Button
              size="sm"
              loading={replan.isPending}
              onClick={() => void plan(false).catch(() => undefined)}
            >
              Make none
            </Button>
          }
        >
          You said yes. The rows wait again if you change your mind.
        </Callout>
      )}
      {replan.error !== null && (
        <Callout tone="danger" live className="mt-2">
          {describeTrouble(replan.error).message}
        </Callout>
      )}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Make ${many}?`}
        confirmLabel={`Yes, make ${many}`}
        cancelLabel="No, let them wait"
        hint="Nothing is changed yet: the plan is made again with them in it."
        onConfirm={() => plan(true)}
      >
        Administrators manage other people’s accounts. No row makes one above your own role.
      </AlertDialog>
    </div>
  );
}
