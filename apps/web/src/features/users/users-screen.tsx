"use client";
/** The list of users: searched, filtered and sorted by the server, whatever its length; many at once from the bar below. */
import { BottomBar, Button, IconButton, Kbd, Num, PanelBody, SearchInput, Toolbar } from "@rollcall/ui";
import { FileUp, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import type { AccountListItem, AccountSort } from "@rollcall/accounts";
import { ConsolePage } from "../pieces/console-page";
import { LazyDataGrid } from "../pieces/lazy-data-grid";
import { lazyPart } from "../pieces/lazy-part";
import { QueryTrouble } from "../pieces/query-trouble";
import { useOnce } from "../pieces/use-once";
import { useSearchText } from "../pieces/use-search-text";
import { useUrlState } from "../pieces/use-url-state";
import { useIsPhone, useModKey } from "../shell/reader";
import { useMay } from "../shell/viewer-context";
import { useShortcutsOn } from "../shell/shortcuts";
import { useHiddenColumns } from "./use-columns";
import { useUsers } from "./use-users";
import { CompactUser, hiddenAtFirst, userColumns } from "./user-columns";
import { usersQuery, type UsersQuery } from "./users-query";
import { rememberWalk } from "./walk";

const UsersFilters = dynamic(() => import("./users-filters").then((module) => module.UsersFilters), {
  ssr: false,
  loading: () => <span aria-hidden className="h-[26px]" />,
});
const UsersTools = dynamic(() => import("./users-tools").then((module) => module.UsersTools), {
  ssr: false,
  loading: () => <span aria-hidden className="h-[26px]" />,
});
const UsersEmpty = lazyPart(() => import("./users-empty").then((module) => module.UsersEmpty));
const UserRowMenu = lazyPart(() => import("./user-row-menu").then((module) => module.UserRowMenu));
const SelectionBar = lazyPart(() => import("./selection-bar").then((module) => module.SelectionBar));
const AddUser = lazyPart(() => import("./add-user").then((module) => module.AddUser));

export function UsersScreen() {
  const [query, setQuery] = useUrlState(usersQuery);
  const users = useUsers(query);
  const phone = useIsPhone();
  const mayWrite = useMay("accounts.write");
  const mayHelp = useMay("accounts.help");
  const selection = useSelection(query);
  const columns = useShownColumns(query);
  const [seen, setSeen] = useState<[number, number]>([0, 0]);
  const total = users.total;
  const addWanted = useOnce(useSearchParams().get("add") !== null);
  const barWanted = useOnce(selection.all || selection.ids.size > 0);
  const remember = () => rememberWalk(usersQuery.write(query).toString());
  return (
    <ConsolePage
      title="Users"
      meta={total === null ? undefined : <Total count={total.count} exact={total.exact} />}
      actions={<Actions query={query} setQuery={setQuery} />}
      plain
    >
      {phone && <PhoneSearch query={query} setQuery={setQuery} />}
      <Toolbar
        className="border-b border-border"
        end={
          <UsersTools
            query={query}
            onChange={setQuery}
            columns={columns.all}
            hidden={columns.hidden}
            onShow={columns.show}
          />
        }
      >
        <UsersFilters filters={query.filters} onChange={(filters) => setQuery({ ...query, filters })} />
      </Toolbar>
      <PanelBody scroll={false}>
        {users.error !== null ? (
          <QueryTrouble what="list of users" error={users.error} onRetry={users.retry} />
        ) : (
          <LazyDataGrid<AccountListItem>
            label="Users"
            columns={columns.shown}
            rows={users.rows}
            rowKey={(user) => user.id}
            totalCount={total?.count ?? null}
            loading={users.loading}
            loadingMore={users.loadingMore}
            hasMore={users.hasMore}
            onEndReached={users.loadMore}
            sort={{ column: query.sort.by, direction: query.sort.direction }}
            onSortChange={({ column, direction }) =>
              setQuery({ ...query, sort: { by: column as AccountSort, direction } })
            }
            {...(mayWrite || mayHelp
              ? {
                  selection: selection.ids,
                  onSelectionChange: selection.set,
                  allSelected: selection.all,
                  selectLabel: (user: AccountListItem) => `Select ${user.name}`,
                  rowActions: (user: AccountListItem) => <UserRowMenu user={user} onOpen={remember} />,
                }
              : {})}
            renderCompact={(user, { selected }) => (
              <CompactUser user={user} selected={selected} onOpen={remember} />
            )}
            onVisibleChange={(first, last) => setSeen([first, last])}
            empty={
              <UsersEmpty query={query} onClear={() => setQuery({ ...query, search: "", filters: {} })} />
            }
            className={users.stale ? "opacity-60 transition-opacity" : undefined}
          />
        )}
        {barWanted && (
          <SelectionBar
            query={query}
            selection={selection}
            rows={users.rows}
            total={total?.count ?? users.rows.length}
          />
        )}
      </PanelBody>
      <StatusBar seen={seen} total={total} />
      {mayWrite && addWanted && <AddUser />}
    </ConsolePage>
  );
}

/** What is selected; gone when another list is shown. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** everything that matches, loaded or not */
  all: boolean;
  set: (ids: Set<string>) => void;
  selectAll: () => void;
  clear: () => void;
}

function useSelection(query: UsersQuery): Selection {
  const list = JSON.stringify([query.search.trim(), query.filters]);
  const [state, setState] = useState<{ list: string; ids: ReadonlySet<string>; all: boolean }>({
    list,
    ids: new Set(),
    all: false,
  });
  const current = state.list === list ? state : { list, ids: new Set<string>(), all: false };
  return {
    ids: current.ids,
    all: current.all,
    set: (ids) => setState({ list, ids, all: false }),
    selectAll: () => setState({ list, ids: current.ids, all: true }),
    clear: () => setState({ list, ids: new Set(), all: false }),
  };
}

function useShownColumns(query: UsersQuery) {
  const [hidden, show] = useHiddenColumns(hiddenAtFirst);
  const all = userColumns(() => rememberWalk(usersQuery.write(query).toString()));
  return { all, shown: all.filter((column) => column.id === "name" || !hidden.has(column.id)), hidden, show };
}

interface QueryProps {
  query: UsersQuery;
  setQuery: (query: UsersQuery, step?: "push" | "replace") => void;
}

function Actions({ query, setQuery }: QueryProps) {
  const phone = useIsPhone();
  const mayWrite = useMay("accounts.write");
  const mayImport = useMay("imports.run");
  const addHref = useAddHref();
  if (phone) {
    return mayWrite ? (
      <IconButton
        label="Add user"
        size="lg"
        icon={<Plus className="size-5" />}
        render={<Link href={addHref} scroll={false} />}
      />
    ) : null;
  }
  return (
    <>
      <Search query={query} setQuery={setQuery} className="w-70 max-lg:w-48" />
      {mayWrite && (
        <Button icon={<Plus />} render={<Link href={addHref} scroll={false} />}>
          Add user
        </Button>
      )}
      {mayImport && (
        <Button variant="primary" icon={<FileUp />} render={<Link href="/imports/new" />}>
          Import people
        </Button>
      )}
    </>
  );
}

/** The same list with the drawer open over it. */
function useAddHref(): string {
  const params = new URLSearchParams(useSearchParams());
  params.set("add", "1");
  return `/users?${params}`;
}

function Search({
  query,
  setQuery,
  className,
  touch = false,
}: QueryProps & { className?: string; touch?: boolean }) {
  const [text, setText] = useSearchText(query.search, (search) => setQuery({ ...query, search }, "replace"));
  const { on } = useShortcutsOn();
  return (
    <SearchInput
      label="Search users"
      placeholder="Name or address"
      slash={on && !touch}
      size={touch ? "touch" : "md"}
      value={text}
      onValueChange={setText}
      className={className}
    />
  );
}

function PhoneSearch(props: QueryProps) {
  return (
    <div className="px-4 pb-3">
      <Search {...props} touch />
    </div>
  );
}

function Total({ count, exact }: { count: number; exact: boolean }) {
  return (
    <>
      {!exact && "about "}
      <Num value={count} />
    </>
  );
}

function StatusBar({
  seen,
  total,
}: {
  seen: [number, number];
  total: { count: number; exact: boolean } | null;
}) {
  const mod = useModKey();
  if (total === null || total.count === 0) return null;
  const keys = [
    { keys: ["↑", "↓"], does: "move" },
    { keys: ["X"], does: "select" },
    { keys: ["⇧", "↑", "↓"], does: "extend" },
    { keys: ["↵"], does: "open" },
    { keys: [mod, "K"], does: "everything else" },
  ];
  return (
    <BottomBar
      slim
      note={
        <>
          <Num value={seen[0] + 1} />–<Num value={Math.min(seen[1] + 1, total.count)} /> of{" "}
          {!total.exact && "about "}
          <Num value={total.count} />
        </>
      }
    >
      {keys.map((entry) => (
        <span key={entry.does} className="flex items-center gap-1.5 max-lg:hidden">
          <Kbd keys={entry.keys} /> {entry.does}
        </span>
      ))}
    </BottomBar>
  );
}
