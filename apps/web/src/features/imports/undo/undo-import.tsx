"use client";
/** Taking an import back: the button, and what it would do in four heaps before anything is done. Decides nothing. */
import type { ImportRecord } from "@rollcall/accounts";
import { AlertDialog, Button, Callout, Skeleton } from "@rollcall/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { countOf } from "../../pieces/words";
import { useMay } from "../../shell/viewer-context";
import { watchImport } from "../running/kept-watch";
import { describeUndo } from "./describe-undo";

export function UndoImport({ record }: { record: ImportRecord }) {
  const [asking, setAsking] = useState(false);
  const mayRun = useMay("imports.run");
  if (!mayRun || record.status !== "COMPLETED" || record.undoneBy !== null) return null;
  return (
    <>
      <Button icon={<Undo2 />} onClick={() => setAsking(true)}>
        {record.undoes === null ? "Undo this import" : "Undo this undo"}
      </Button>
      {asking && <UndoQuestion record={record} onClose={() => setAsking(false)} />}
    </>
  );
}

function UndoQuestion({ record, onClose }: { record: ImportRecord; onClose: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const preview = useQuery(
    trpc.imports.undoPreview.queryOptions({ importId: record.id }, { staleTime: 0, retry: false }),
  );
  const undo = useMutation(
    trpc.imports.undo.mutationOptions({
      onSuccess: (made) => {
        watchImport(made.id);
        queries.setQueryData(trpc.imports.get.queryKey({ importId: made.id }), made);
        void queries.invalidateQueries({ queryKey: trpc.imports.pathKey() });
        router.push(`/imports/${made.id}`);
      },
      // Somebody changed something meanwhile: show what is.
      onError: () => void preview.refetch(),
    }),
  );
  const heaps = preview.data === undefined ? null : describeUndo(preview.data);
  const touched = (preview.data?.restored ?? 0) + (preview.data?.removed ?? 0);
  const trouble = undo.error ?? preview.error;
  return (
    <AlertDialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={
        record.undoes === null
          ? `Take back ${record.fileName}?`
          : "Take this undo back, and do the import again?"
      }
      confirmLabel={touched === 0 ? "Take it back" : `Take back ${countOf(touched, "account")}`}
      cancelLabel="Leave it as it is"
      hint="All of it happens, or none of it. This can itself be undone."
      onConfirm={async () => {
        if (preview.data === undefined) throw new Error("not looked at yet");
        await undo.mutateAsync({ importId: record.id, fingerprint: preview.data.fingerprint });
      }}
    >
      {heaps === null && preview.error === null && <Skeleton className="w-60" />}
      {heaps !== null && (
        <ul className="space-y-1.5">
          {heaps.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {trouble !== null && (
        <Callout tone="danger" live className="mt-3">
          {describeTrouble(trouble).message}
        </Callout>
      )}
    </AlertDialog>
  );
}
