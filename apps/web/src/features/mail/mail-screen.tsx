"use client";
/** Every mail that went out or waits to: to whom, what it is, and how it fared. */
import {
  Button,
  EmptyState,
  FilterChip,
  NothingFound,
  PanelBody,
  RelativeTime,
  StatTileGroup,
} from "@rollcall/ui";
import { CompactRow, GridLink, type GridColumn } from "@rollcall/ui/data-grid";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { MessageListItem, MessageState } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { SearchPage } from "../pieces/search-page";
import { MessageStateBadge, messageStates } from "../pieces/message-state";
import { nextCursor } from "../pieces/params";
import { PagedGrid } from "../pieces/paged-grid";
import { useUrlState } from "../pieces/use-url-state";
import { addressWords, readerWords } from "./reader-words";
import { mailInput, mailQuery, mailStates, type MailQuery } from "./mail-query";

export function MailScreen() {
  const trpc = useTRPC();
  const [query, setQuery] = useUrlState(mailQuery);
  const list = useInfiniteQuery(
    trpc.mail.list.infiniteQueryOptions(mailInput(query), {
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
      // Waiting mail goes out by itself; the list follows.
      refetchInterval: 15_000,
    }),
  );
  return (
    <SearchPage
      title="Mail"
      search={{
        label: "Search mail",
        placeholder: "Name or address",
        applied: query.search,
        apply: (search) => setQuery({ ...query, search }, "replace"),
      }}
      searchClassName="px-4 pt-3"
    >
      <States query={query} setQuery={setQuery} />
      <PanelBody scroll={false}>
        <PagedGrid<MessageListItem>
          list={list}
          what="list of mails"
          label="Mail"
          columns={columns}
          rowKey={(message) => message.id}
          renderCompact={(message) => (
            <CompactRow
              title={<MessageLink message={message}>{readerWords(message)}</MessageLink>}
              detail={message.subject ?? message.kindName}
              end={<MessageStateBadge state={message.state} variant="plain" />}
              endDetail={<RelativeTime value={message.createdAt} />}
            />
          )}
          empty={
            <Empty query={query} onClear={() => setQuery({ search: "", state: null, importId: null })} />
          }
        />
      </PanelBody>
    </SearchPage>
  );
}

interface QueryProps {
  query: MailQuery;
  setQuery: (query: MailQuery) => void;
}

/** How many are in each state; a press shows only those. */
function States({ query, setQuery }: QueryProps) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.mail.summary.queryOptions(undefined, { refetchInterval: 15_000 }));
  const shown = mailStates.filter((state) => state !== "CANCELLED" || (data?.states.CANCELLED ?? 0) > 0);
  return (
    <div className="flex shrink-0 flex-col gap-3 border-b border-border px-4 py-3 md:px-5">
      <StatTileGroup<MessageState>
        label="Show only"
        tiles={shown.map((state) => ({
          id: state,
          icon: messageStates[state].icon,
          label: messageStates[state].label,
          value: data?.states[state] ?? 0,
          tone: (data?.states[state] ?? 0) > 0 ? messageStates[state].tone : ("neutral" as const),
        }))}
        selected={query.state === null ? [] : [query.state]}
        onSelectedChange={(selected) => setQuery({ ...query, state: selected.at(-1) ?? null })}
      />
      {query.importId !== null && (
        <div>
          <FilterChip
            field="Sent"
            verb="by"
            value={`import ${query.importId}`}
            onRemove={() => setQuery({ ...query, importId: null })}
            removeLabel="Remove filter Import"
          />
        </div>
      )}
    </div>
  );
}

function MessageLink({ message, children }: { message: MessageListItem; children: React.ReactNode }) {
  return (
    <GridLink render={<Link href={`/mail/${message.id}`} prefetch={false} />}>
      <span className="truncate">{children}</span>
    </GridLink>
  );
}

const columns: GridColumn<MessageListItem>[] = [
  {
    id: "to",
    header: "To",
    width: "minmax(160px, 1.2fr)",
    cell: (message) => <MessageLink message={message}>{readerWords(message)}</MessageLink>,
  },
  { id: "address", header: "Address", width: "minmax(200px, 1.5fr)", cell: addressWords },
  { id: "kind", header: "Mail", width: "minmax(120px, 1fr)", cell: (message) => message.kindName },
  {
    id: "state",
    header: "State",
    width: 110,
    cell: (message) => <MessageStateBadge state={message.state} variant="plain" />,
  },
  {
    id: "reason",
    header: "Reason",
    width: "minmax(120px, 1.4fr)",
    cell: (message) => (
      <span className="truncate text-foreground-3" title={message.lastError ?? undefined}>
        {message.lastError ?? "–"}
      </span>
    ),
  },
  {
    id: "made",
    header: "Made",
    width: 110,
    align: "end",
    cell: (message) => <RelativeTime value={message.createdAt} className="text-foreground-3" />,
  },
];

function Empty({ query, onClear }: { query: MailQuery; onClear: () => void }) {
  if (query.search.trim() !== "" || query.state !== null || query.importId !== null) {
    return (
      <NothingFound className="m-4 md:m-5" action={<Button onClick={onClear}>Show all mail</Button>}>
        No mail matches.
      </NothingFound>
    );
  }
  return (
    <EmptyState
      title="No mail yet"
      description="Welcome mails, password links and reports of imports appear here, with what became of each."
      actions={<Button render={<Link href="/settings/mails" />}>See what mails look like</Button>}
    />
  );
}
