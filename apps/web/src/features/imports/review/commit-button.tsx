"use client";
/** The one primary button of the review, and the sentence that says what else the press does or why it is off. */
import { Button, Callout } from "@rollcall/ui";
import { useModKey } from "../../shell/reader";
import type { Confirm } from "./use-confirm";

export interface CommitButtonProps {
  confirm: Confirm;
  /** the id of the sentence that belongs to it */
  describedBy: string;
  /** in the bar at the foot, on narrow screens */
  narrow?: boolean;
}

export function CommitButton({ confirm, describedBy, narrow = false }: CommitButtonProps) {
  const mod = useModKey();
  return (
    <Button
      variant="primary"
      size="lg"
      wide={!narrow}
      kbd={narrow ? undefined : [mod, "↵"]}
      loading={confirm.busy}
      disabled={confirm.blocked !== null}
      aria-describedby={describedBy}
      onClick={confirm.press}
    >
      {confirm.busy ? "Starting" : confirm.label}
    </Button>
  );
}

export function CommitSentence({ confirm, id }: { confirm: Confirm; id: string }) {
  return (
    <p
      id={id}
      className={`text-xs text-pretty ${confirm.blocked === null ? "text-foreground-3" : "text-warning"}`}
    >
      {confirm.blocked ?? confirm.sentence}
    </p>
  );
}

/** Why the last press did not work; nothing while all is well. */
export function CommitTrouble({ confirm }: { confirm: Confirm }) {
  if (confirm.trouble === null) return null;
  return (
    <Callout tone="danger" live className="mb-3">
      {confirm.trouble}
    </Callout>
  );
}
