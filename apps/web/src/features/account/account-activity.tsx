"use client";
/** Everything the audit log knows about this user. */
import { Button, SkeletonRows } from "@rollcall/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client";
import { nextCursor } from "../pieces/params";
import { History } from "../audit/history";
import { QueryTrouble } from "../pieces/query-trouble";
import { useAccount } from "./account-context";

export function AccountActivity() {
  const account = useAccount();
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      { subjectType: "account", subjectId: account.id, limit: 50 },
      { getNextPageParam: nextCursor },
    ),
  );
  if (list.isPending) return <SkeletonRows rows={6} label="Loading activity" />;
  if (list.isError)
    return <QueryTrouble what="activity" error={list.error} onRetry={() => void list.refetch()} />;
  const events = list.data.pages.flatMap((page) => page.items);
  return (
    <div className="max-w-140">
      <History label={`Everything about ${account.name}`} events={events} subjectId={account.id} />
      {list.hasNextPage && (
        <Button className="mt-4" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show older ones
        </Button>
      )}
    </div>
  );
}
