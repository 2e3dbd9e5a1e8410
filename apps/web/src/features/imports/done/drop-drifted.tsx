"use client";
/** Drops rows that changed since the preview, the chosen ones or all; asks once, since a dropped row only comes back with a file. */
import type { ImportRecord } from "@rollcall/accounts";
import { AlertDialog, Button } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { useNews } from "../../pieces/use-news";
import { countOf } from "../../pieces/words";

export interface DropDriftedProps {
  record: ImportRecord;
  /** null: all of them */
  rowNos: number[] | null;
  /** how many that are */
  rows: number;
  onDropped: () => void;
}

export function DropDrifted({ record, rowNos, rows, onDropped }: DropDriftedProps) {
  const trpc = useTRPC();
  const news = useNews();
  const [asking, setAsking] = useState(false);
  const drop = useMutation(trpc.imports.dropDrifted.mutationOptions({ onError: news.failed }));
  const many = countOf(rows, "row");
  const one = rows === 1;
  return (
    <>
      <Button variant="ghost" onClick={() => setAsking(true)}>
        Drop {rowNos === null && !one ? `all ${many}` : many}…
      </Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Drop ${many}?`}
        confirmLabel={`Drop ${many}`}
        cancelLabel={one ? "Keep it" : "Keep them"}
        hint={`The record keeps what ${one ? "it" : "they"} asked for. To do it after all, import ${one ? "that line" : "those lines"} again.`}
        onConfirm={async () => {
          const { dropped } = await drop.mutateAsync({ importId: record.id, rowNos });
          news.done(
            dropped === 0
              ? "Somebody had dropped them before."
              : `${countOf(dropped, "row")} ${dropped === 1 ? "waits" : "wait"} no more.`,
          );
          onDropped();
        }}
      >
        {one ? "Its account stays as it is" : "Their accounts stay as they are"}, with what somebody changed
        after the preview. What the file asked for is not done.
      </AlertDialog>
    </>
  );
}
