"use client";
/** Who may use this console, and as what. Roles are changed on each one's own page. */
import { Avatar, Button, Card, RowLink, SkeletonRows, TBody, THead, Table, Td, Th, Tr } from "@rollcall/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../trpc/client";
import { AccountStatusBadge } from "../pieces/account-status";
import { nextCursor } from "../pieces/params";
import { QueryTrouble } from "../pieces/query-trouble";
import { roleName } from "../pieces/role-name";

export function Administrators() {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.people.list.infiniteQueryOptions(
      { filters: { role: "ADMINISTRATOR" }, limit: 50 },
      { getNextPageParam: nextCursor },
    ),
  );
  return (
    <section>
      <div className="mb-3 flex items-center justify-between gap-3">
        <div>
          <h2 className="text-base font-semibold">Administrators</h2>
          <p className="text-foreground-3">Open one to change the role.</p>
        </div>
        <Button render={<Link href="/users?role=ADMINISTRATOR" />}>Open in users</Button>
      </div>
      {list.isError ? (
        <QueryTrouble what="list of administrators" error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Card flush>
          {list.data === undefined ? (
            <SkeletonRows rows={3} avatar label="Loading administrators" />
          ) : (
            <Table label="Administrators" density="comfortable">
              <THead>
                <Th>Name</Th>
                <Th>Role</Th>
                <Th>Status</Th>
              </THead>
              <TBody>
                {list.data.pages
                  .flatMap((page) => page.items)
                  .map((user) => (
                    <Tr key={user.id} interactive>
                      <Td>
                        <span className="flex items-center gap-2.5">
                          <Avatar name={user.name} />
                          <RowLink render={<Link href={`/users/${user.id}`} prefetch={false} />}>
                            {user.name}
                          </RowLink>
                        </span>
                      </Td>
                      <Td>{roleName(user)}</Td>
                      <Td>
                        <AccountStatusBadge status={user.status} variant="plain" />
                      </Td>
                    </Tr>
                  ))}
              </TBody>
            </Table>
          )}
        </Card>
      )}
      {list.hasNextPage && (
        <Button className="mt-3" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </section>
  );
}
