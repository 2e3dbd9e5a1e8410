"use client";
/**
 * Why a confirmed import was not carried out and is here again, with the way on: a preview by what is so now. It stays until that was
 * made, for whoever looks.
 */
import type { ImportRecord } from "@rollcall/accounts";
import { Button, Callout } from "@rollcall/ui";
import { describeTrouble } from "../../../trpc/error";
import { planOptionsOf } from "../options/describe-options";
import { useReplan } from "./use-replan";

export function Objection({ record, className }: { record: ImportRecord; className?: string }) {
  const replan = useReplan(record.id);
  if (record.objection === null) return null;
  return (
    <Callout
      tone="warning"
      live
      className={className}
      title="This import was confirmed and not carried out"
      action={
        <Button
          size="sm"
          loading={replan.isPending}
          onClick={() => replan.mutate({ importId: record.id, options: planOptionsOf(record.options) })}
        >
          Preview again
        </Button>
      }
    >
      {record.objection} Corrections and decisions are kept.
      {replan.error !== null && (
        <p role="alert" className="mt-1 text-danger">
          {describeTrouble(replan.error).message}
        </p>
      )}
    </Callout>
  );
}
