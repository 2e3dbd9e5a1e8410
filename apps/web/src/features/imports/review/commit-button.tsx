"use client";
/** The one primary button of the review, with the sentence that says what else the press does. */
import { Button, Callout } from "@rollcall/ui";
import { useId } from "react";
import { useModKey } from "../../shell/reader";
import type { Confirm } from "./use-confirm";

export function CommitButton({ confirm, narrow = false }: { confirm: Confirm; narrow?: boolean }) {
  const mod = useModKey();
  const id = useId();
  return (
    <div className="w-full">
      {confirm.trouble !== null && (
        <Callout tone="danger" live className="mb-3">
          {confirm.trouble}
        </Callout>
      )}
      <Button
        variant="primary"
        size={narrow ? "touch" : "lg"}
        wide
        kbd={narrow ? undefined : [mod, "↵"]}
        loading={confirm.busy}
        disabled={confirm.blocked !== null}
        aria-describedby={id}
        onClick={confirm.press}
      >
        {confirm.busy ? "Starting" : confirm.label}
      </Button>
      <p
        id={id}
        className={`mt-2 text-center text-xs text-pretty ${confirm.blocked === null ? "text-foreground-3" : "text-warning"}`}
      >
        {confirm.blocked ?? confirm.sentence}
      </p>
    </div>
  );
}
