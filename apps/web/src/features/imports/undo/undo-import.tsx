"use client";
/** The way to the question whether an import is taken back. Nothing is done by it. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button } from "@rollcall/ui";
import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useMay } from "../../shell/viewer-context";
import { undoWords } from "./undo-words";

export function UndoImport({ record }: { record: ImportRecord }) {
  const mayRun = useMay("imports.run");
  const words = undoWords(record);
  if (!mayRun || words === null) return null;
  return (
    <Button icon={<Undo2 />} render={<Link href={`/imports/${record.id}/undo`} />}>
      {words}
    </Button>
  );
}
