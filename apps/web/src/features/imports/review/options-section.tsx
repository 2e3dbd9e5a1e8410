"use client";
/** The options of a planned import: what holds, and a dialog to choose otherwise. Another choice makes another plan. */
import type { ImportRecord } from "@rollcall/accounts";
import { AsideSection, Button, Callout, Dialog } from "@rollcall/ui";
import { useState } from "react";
import { describeTrouble } from "../../../trpc/error";
import { countOf } from "../../pieces/words";
import { describeOptions, planOptionsOf, sameOptions } from "../options/describe-options";
import { OptionsForm } from "../options/options-form";
import type { UploadOptions } from "../upload/upload-store";
import { useReplan } from "./use-replan";

export function OptionsSection({ record }: { record: ImportRecord }) {
  const [open, setOpen] = useState(false);
  const words = describeOptions(record.options);
  const skipped = record.options.mode === "create" ? (record.summary?.skip ?? 0) : 0;
  return (
    <AsideSection
      title="Options"
      meta={
        <Button size="sm" onClick={() => setOpen(true)}>
          Change
        </Button>
      }
    >
      <p className="text-pretty text-foreground-2">{words.charAt(0).toUpperCase() + words.slice(1)}</p>
      {skipped > 0 && (
        <p className="mt-1 text-xs text-pretty text-foreground-3">
          {countOf(skipped, "row")} {skipped === 1 ? "is of an account" : "are of accounts"} that exist.
          Change the options to overwrite {skipped === 1 ? "it" : "them"}.
        </p>
      )}
      {open && <OptionsDialog record={record} onClose={() => setOpen(false)} />}
    </AsideSection>
  );
}

function OptionsDialog({ record, onClose }: { record: ImportRecord; onClose: () => void }) {
  const current = record.options;
  const [options, setOptions] = useState<UploadOptions>(current);
  const replan = useReplan(record.id, onClose);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      locked={replan.isPending}
      size="sm"
      flush
      title="Options"
      description="Another choice makes another plan. Nothing is changed until you confirm it."
      onSubmit={() => replan.mutate({ importId: record.id, options: planOptionsOf(options) })}
      footer={
        <>
          <Button onClick={onClose}>Keep as it is</Button>
          <Button
            variant="primary"
            type="submit"
            loading={replan.isPending}
            disabled={sameOptions(options, current)}
          >
            {replan.isPending ? "Planning" : "Plan again"}
          </Button>
        </>
      }
    >
      {replan.error !== null && (
        <Callout tone="danger" live className="m-4">
          {describeTrouble(replan.error).message}
        </Callout>
      )}
      <OptionsForm
        inDialog
        options={options}
        onChange={setOptions}
        asked={{ formatId: record.format?.id ?? null, needsDomain: false, planned: true }}
      />
    </Dialog>
  );
}
