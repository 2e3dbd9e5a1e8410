"use client";
/** The way to the question whether an import is taken back. Nothing is done by it. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button } from "@rollcall/ui";
import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useMay } from "../../shell/viewer-context";

export function UndoImport({ record }: { record: ImportRecord }) {
  const mayRun = useMay("imports.run");
  const { undoneBy, redactedAt } = record;
  const some = undoneBy?.status === "COMPLETED" && undoneBy.rows !== null;
  if (!mayRun || record.status !== "COMPLETED" || redactedAt !== null || (undoneBy !== null && !some))
    return null;
  return (
    <Button icon={<Undo2 />} render={<Link href={`/imports/${record.id}/undo`} />}>
      {some ? "Undo the rest" : record.undoes === null ? "Undo this import" : "Undo this undo"}
    </Button>
  );
}
