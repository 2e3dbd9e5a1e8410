"use client";
/** The one primary button of the review, the sentence that says what else the press does or why it is off, and what it asks first. */
import { Button, Callout } from "@rollcall/ui";
import { ShieldAlert } from "lucide-react";
import dynamic from "next/dynamic";
import { useOnce } from "../../pieces/use-once";
import { useModKey } from "../../shell/reader";
import type { Confirm } from "./use-confirm";

// With something to draw meanwhile it waits by itself; without, the whole page is hidden until it is there, and the button loses the focus.
const GuardDialog = dynamic(() => import("./guard-dialog").then((module) => module.GuardDialog), {
  loading: () => null,
});

/** Longer words need the whole button. */
const roomWithKeys = 28;

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
      kbd={narrow || confirm.label.length > roomWithKeys ? undefined : [mod, "↵"]}
      loading={confirm.busy}
      disabled={confirm.blocked !== null}
      aria-describedby={describedBy}
      onClick={confirm.press}
    >
      {confirm.busy ? "Starting" : asksFirst(confirm) ? `${confirm.label}…` : confirm.label}
    </Button>
  );
}

function asksFirst({ asked, blocked }: Confirm): boolean {
  return asked !== null && blocked === null;
}

export function CommitSentence({ confirm, id }: { confirm: Confirm; id: string }) {
  return (
    <div
      id={id}
      className={`text-xs text-pretty ${confirm.blocked === null ? "text-foreground-3" : "text-warning"}`}
    >
      <p>{confirm.blocked ?? confirm.sentence}</p>
      {asksFirst(confirm) && (
        <p className="mt-1 text-warning">
          <ShieldAlert className="mr-1.5 inline size-3.5 align-text-bottom" />
          Over a limit: it asks for the number and your password.
        </p>
      )}
    </div>
  );
}

/** Drawn once on the page, wherever the buttons are. */
export function CommitQuestion({ confirm }: { confirm: Confirm }) {
  const wanted = useOnce(confirm.asked?.open ?? false);
  if (!wanted || confirm.asked === null) return null;
  return <GuardDialog asked={confirm.asked} label={confirm.label} busy={confirm.busy} />;
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
