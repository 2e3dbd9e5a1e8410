"use client";
/** Every mail to this user, newest first. */
import {
  Button,
  Card,
  EmptyState,
  RelativeTime,
  RowLink,
  SkeletonRows,
  TBody,
  THead,
  Table,
  Td,
  Th,
  Tr,
} from "@rollcall/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../trpc/client";
import { nextCursor } from "../pieces/params";
import { MessageStateBadge } from "../pieces/message-state";
import { QueryTrouble } from "../pieces/query-trouble";
import { useAccount } from "./account-context";

export function AccountMail() {
  const account = useAccount();
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.mail.list.infiniteQueryOptions(
      { accountId: account.id, limit: 50 },
      { getNextPageParam: nextCursor },
    ),
  );
  if (list.isPending) return <SkeletonRows rows={5} label="Loading mail" />;
  if (list.isError)
    return <QueryTrouble what="mail" error={list.error} onRetry={() => void list.refetch()} />;
  const messages = list.data.pages.flatMap((page) => page.items);
  if (messages.length === 0) {
    return (
      <EmptyState
        title="No mail yet"
        description={`Nothing has been sent to ${account.name}. A welcome mail brings a link to choose a password.`}
      />
    );
  }
  return (
    <>
      <Card flush>
        <Table label={`Mail to ${account.name}`}>
          <THead>
            <Th>Mail</Th>
            <Th>State</Th>
            <Th numeric>Made</Th>
          </THead>
          <TBody>
            {messages.map((message) => (
              <Tr key={message.id} interactive>
                <Td>
                  <RowLink render={<Link href={`/mail/${message.id}`} />}>{message.kindName}</RowLink>
                </Td>
                <Td>
                  <MessageStateBadge state={message.state} variant="plain" />
                </Td>
                <Td numeric quiet>
                  <RelativeTime value={message.createdAt} />
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      </Card>
      {list.hasNextPage && (
        <Button className="mt-3" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show older ones
        </Button>
      )}
    </>
  );
}
