"use client";
/** Members outside the file whom the import takes out of a group, because the file is that group's member list: everyone by name. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button, Dialog, formatNumber, Skeleton, useReaderLocale } from "@rollcall/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { UserMinus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTRPCClient } from "../../../trpc/client";
import { countOf } from "../../pieces/words";
import { ConsequenceLine, linkClass } from "./consequence-line";

export function Removals({ record }: { record: ImportRecord }) {
  const { locale } = useReaderLocale();
  const [open, setOpen] = useState(false);
  const count = record.removals;
  return (
    <ConsequenceLine
      icon={UserMinus}
      warn
      detail={
        <>
          They are not in the file.{" "}
          <button type="button" className={linkClass} onClick={() => setOpen(true)}>
            Show who
          </button>
        </>
      }
    >
      <strong className="font-semibold">{formatNumber(count, locale)}</strong>{" "}
      {count === 1 ? "membership ends" : "memberships end"}
      {open && <RemovalList record={record} onClose={() => setOpen(false)} />}
    </ConsequenceLine>
  );
}

function RemovalList({ record, onClose }: { record: ImportRecord; onClose: () => void }) {
  const client = useTRPCClient();
  const pages = useInfiniteQuery({
    queryKey: ["import-removals", record.id, record.fingerprint],
    queryFn: ({ pageParam }) =>
      client.imports.removals.query({
        importId: record.id,
        limit: 100,
        ...(pageParam === null ? {} : { cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const removals = pages.data?.pages.flatMap((page) => page.removals) ?? [];
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="md"
      flush
      title={`${countOf(record.removals, "membership")} ${record.removals === 1 ? "ends" : "end"}`}
      description="The file is the member list of these groups; whoever is not in it leaves them. The accounts stay."
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <ul
        tabIndex={0}
        aria-label="Who leaves which group"
        className="max-h-96 overflow-y-auto scrollbar-thin"
      >
        {removals.map(({ accountId, email, group }) => (
          <li
            key={`${accountId} ${group}`}
            className="flex min-h-9 items-center justify-between gap-4 border-border-subtle px-5 not-first:border-t"
          >
            <Link href={`/users/${accountId}`} className="min-w-0 truncate rounded-xs hover:underline">
              {email}
            </Link>
            <span className="shrink-0 text-foreground-3">leaves {group}</span>
          </li>
        ))}
        {pages.isFetching && (
          <li className="px-5 py-3">
            <Skeleton className="w-60" />
          </li>
        )}
        {pages.hasNextPage && !pages.isFetching && (
          <li className="px-5 py-2">
            <Button size="sm" onClick={() => void pages.fetchNextPage()}>
              Show more
            </Button>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
