"use client";
/** What else can be done with an import under review: its record, the rows to correct, and dropping it. */
import type { ImportRecord } from "@rollcall/accounts";
import { AlertDialog, IconButton, Menu, MenuItem, MenuSeparator } from "@rollcall/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download, Ellipsis, FileUp, ScrollText, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { countOf } from "../../pieces/words";
import { useNews } from "../../pieces/use-news";

export function ReviewMenu({ record }: { record: ImportRecord }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const news = useNews();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation(
    trpc.imports.cancel.mutationOptions({
      onSuccess: (cancelled) =>
        queries.setQueryData(trpc.imports.get.queryKey({ importId: record.id }), cancelled),
      onError: news.failed,
    }),
  );
  const problems = record.summary?.problem ?? 0;
  return (
    <>
      <Menu align="end" trigger={<IconButton label="More" icon={<Ellipsis />} />}>
        {problems > 0 && (
          <MenuItem
            icon={<Download />}
            render={<a href={`/api/imports/${record.id}/corrections`} download />}
          >
            Download {countOf(problems, "row")} to correct
          </MenuItem>
        )}
        <MenuItem icon={<ScrollText />} render={<Link href={`/imports/${record.id}/record`} />}>
          Record of this import
        </MenuItem>
        <MenuItem icon={<FileUp />} render={<Link href="/imports/new" />}>
          Import another file
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Trash2 />} tone="danger" onSelect={() => setAsking(true)}>
          Cancel this import
        </MenuItem>
      </Menu>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title="Cancel this import?"
        confirmLabel="Cancel the import"
        cancelLabel="Go on reviewing"
        hint="No account has been changed. To start again, choose the file once more."
        onConfirm={() => cancel.mutateAsync({ importId: record.id })}
      >
        The {countOf(record.rows, "row")} read from {record.fileName} are dropped. The record of the import
        stays.
      </AlertDialog>
    </>
  );
}
