"use client";
/** The end of the review: at the foot of the aside, or of the screen where there is no room for an aside. */
import type { ImportRecord } from "@rollcall/accounts";
import { BottomBar, Button } from "@rollcall/ui";
import { ChevronUp } from "lucide-react";
import { useId } from "react";
import { CommitButton, CommitSentence, CommitTrouble } from "./commit-button";
import { describeConsequences } from "./describe-consequences";
import type { Confirm } from "./use-confirm";

export function AsideFooter({ confirm }: { confirm: Confirm }) {
  const id = useId();
  return (
    <>
      <CommitTrouble confirm={confirm} />
      <CommitButton confirm={confirm} describedBy={id} />
      <div className="mt-2 text-center">
        <CommitSentence confirm={confirm} id={id} />
      </div>
    </>
  );
}

export interface NarrowFooterProps {
  confirm: Confirm;
  record: ImportRecord;
  /** opens what the aside would say */
  onOpenBill: () => void;
}

export function NarrowFooter({ confirm, record, onOpenBill }: NarrowFooterProps) {
  const id = useId();
  return (
    <BottomBar
      note={
        <div className="md:py-2.5">
          <CommitTrouble confirm={confirm} />
          <CommitSentence confirm={confirm} id={id} />
          <Button variant="ghost" trailing={<ChevronUp />} onClick={onOpenBill} className="mt-1 md:-ml-3">
            {describeConsequences(record)}
          </Button>
        </div>
      }
    >
      <CommitButton confirm={confirm} describedBy={id} narrow />
    </BottomBar>
  );
}
