"use client";
/** The people of one group or department, page by page; of a group they can be taken out, and others put in. */
import { Button, EmptyState, IconButton, Toolbar } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { UserMinus } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import type { AccountListItem, DepartmentDetails, GroupDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";
import { LazyDataGrid } from "../pieces/lazy-data-grid";
import { QueryTrouble } from "../pieces/query-trouble";
import { CompactUser, userColumns } from "../users/user-columns";
import { useUsers } from "../users/use-users";
import { usersQuery } from "../users/users-query";
import { rememberWalk } from "../users/walk";
import type { KindWords } from "./kinds";

const AddMember = dynamic(() => import("./add-member").then((module) => module.AddMember), { ssr: false });

export interface MembersProps {
  words: KindWords;
  details: GroupDetails | DepartmentDetails;
}

export function Members({ words, details }: MembersProps) {
  const address = `${words.param}=${details.id}`;
  const users = useUsers(usersQuery.parse(new URLSearchParams(address)));
  const remember = () => rememberWalk(address);
  const takeOut = useTakeOut(details);
  const editable = words.kind === "group" && details.may.edit;
  const shown = new Set(["name", "email", words.kind === "group" ? "department" : "groups", "status"]);
  return (
    <>
      {editable && (
        <Toolbar className="border-b border-border pt-3">
          <div className="w-72 max-md:w-full">
            <AddMember group={details} />
          </div>
        </Toolbar>
      )}
      {users.error !== null ? (
        <QueryTrouble what="list of people" error={users.error} onRetry={users.retry} />
      ) : (
        <LazyDataGrid<AccountListItem>
          label={`People in ${details.name}`}
          columns={userColumns(remember)
            .filter((column) => shown.has(column.id))
            .map((column) => ({ ...column, sortable: false }))}
          rows={users.rows}
          rowKey={(user) => user.id}
          totalCount={users.total?.count ?? null}
          loading={users.loading}
          loadingMore={users.loadingMore}
          hasMore={users.hasMore}
          onEndReached={users.loadMore}
          renderCompact={(user) => <CompactUser user={user} selected={false} onOpen={remember} />}
          {...(editable
            ? {
                rowActions: (user: AccountListItem) => (
                  <IconButton
                    label={`Take ${user.name} out`}
                    icon={<UserMinus />}
                    size="sm"
                    variant="secondary"
                    onClick={() => takeOut(user)}
                  />
                ),
              }
            : {})}
          empty={
            <EmptyState
              title={`Nobody is in ${details.name}`}
              description={
                words.kind === "group"
                  ? "Find somebody above, or select people in the list of users."
                  : "Open a user and choose this department, or import a list that names it."
              }
              actions={<Button render={<Link href="/users" />}>Find a user</Button>}
            />
          }
        />
      )}
    </>
  );
}

function useTakeOut(details: GroupDetails | DepartmentDetails) {
  const trpc = useTRPC();
  const news = useNews();
  const remove = useMutation(trpc.people.removeFromGroup.mutationOptions({ onError: news.failed }));
  const add = useMutation(trpc.people.addToGroup.mutationOptions({ onError: news.failed }));
  return (user: AccountListItem) => {
    const input = { accountIds: [user.id], groupId: details.id };
    const undo = () =>
      add.mutate(input, { onSuccess: () => news.done(`${user.name} is back in ${details.name}.`) });
    remove.mutate(input, {
      onSuccess: () =>
        news.done(`${user.name} is out of ${details.name}.`, [{ label: "Undo", onClick: undo }]),
    });
  };
}
