"use client";
/** Who was invited to enrol, and what became of it: pending, accepted, expired, revoked. */
import {
  Button,
  EmptyState,
  FilterChip,
  NothingFound,
  PanelBody,
  RelativeTime,
  SegmentedControl,
  Toolbar,
} from "@rollcall/ui";
import { CompactRow, GridLink, type GridColumn } from "@rollcall/ui/data-grid";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import type { InvitationItem, InvitationState } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { SearchPage } from "../pieces/search-page";
import { InvitationStateBadge, invitationStates } from "../pieces/invitation-words";
import { MessageStateBadge } from "../pieces/message-state";
import { nextCursor } from "../pieces/params";
import { PagedGrid } from "../pieces/paged-grid";
import { useUrlState } from "../pieces/use-url-state";
import {
  everyInvitation,
  invitationsInput,
  invitationsQuery,
  invitationStateIds,
  type InvitationsQuery,
} from "./invitations-query";

const InvitationActions = dynamic(
  () => import("./invitation-actions").then((module) => module.InvitationActions),
  { ssr: false },
);

export function InvitationsScreen() {
  const trpc = useTRPC();
  const [query, setQuery] = useUrlState(invitationsQuery);
  const list = useInfiniteQuery(
    trpc.enrolment.invitations.list.infiniteQueryOptions(invitationsInput(query), {
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
      // People accept while one looks.
      refetchInterval: 30_000,
    }),
  );
  return (
    <SearchPage
      title="Invitations"
      plain
      search={{
        label: "Search invitations",
        placeholder: "Name or address",
        applied: query.search,
        apply: (search) => setQuery({ ...query, search }, "replace"),
      }}
      searchClassName="px-4 pb-3"
    >
      <Toolbar className="border-b border-border">
        <SegmentedControl<InvitationState | "all">
          label="State"
          value={query.state ?? "all"}
          onValueChange={(state) => setQuery({ ...query, state: state === "all" ? null : state })}
          options={[{ value: "all", label: "All" }, ...stateOptions]}
        />
        {query.importId !== null && (
          <FilterChip
            field="Sent"
            verb="by"
            value={`import ${query.importId}`}
            onRemove={() => setQuery({ ...query, importId: null })}
            removeLabel="Remove filter Import"
          />
        )}
      </Toolbar>
      <PanelBody scroll={false}>
        <PagedGrid<InvitationItem>
          list={list}
          what="list of invitations"
          label="Invitations"
          columns={columns}
          rowKey={(invitation) => invitation.id}
          rowActions={(invitation) => <InvitationActions invitation={invitation} withPerson />}
          renderCompact={(invitation) => (
            <CompactRow
              title={<PersonLink invitation={invitation} />}
              detail={invitation.address}
              end={<InvitationStateBadge state={invitation.state} variant="plain" />}
              endDetail={<RelativeTime value={invitation.createdAt} />}
            />
          )}
          empty={<Empty query={query} onClear={() => setQuery(everyInvitation)} />}
        />
      </PanelBody>
    </SearchPage>
  );
}

const stateOptions = invitationStateIds.map((value) => ({ value, label: invitationStates[value].label }));

function PersonLink({ invitation }: { invitation: InvitationItem }) {
  return (
    <GridLink render={<Link href={`/users/${invitation.accountId}/invitations`} prefetch={false} />}>
      <span className="truncate">{invitation.personName}</span>
    </GridLink>
  );
}

/** What came of it, or what will end it. */
function Until({ invitation }: { invitation: InvitationItem }) {
  const { state, device, expiresAt, acceptedAt, revokedAt } = invitation;
  if (state === "accepted")
    return (
      <span className="truncate">
        {device === null ? "Accepted" : device.name}
        {acceptedAt !== null && (
          <span className="text-foreground-3">
            {", "}
            <RelativeTime value={acceptedAt} />
          </span>
        )}
      </span>
    );
  const at = state === "revoked" ? (revokedAt ?? expiresAt) : expiresAt;
  const verb = { pending: "expires", expired: "expired", revoked: "revoked" }[state];
  return (
    <span className="truncate text-foreground-3">
      {verb} <RelativeTime value={at} />
    </span>
  );
}

const columns: GridColumn<InvitationItem>[] = [
  {
    id: "person",
    header: "Person",
    width: "minmax(150px, 1.2fr)",
    cell: (invitation) => <PersonLink invitation={invitation} />,
  },
  {
    id: "address",
    header: "Address",
    width: "minmax(180px, 1.5fr)",
    cell: (invitation) => <span className="truncate">{invitation.address}</span>,
  },
  {
    id: "state",
    header: "State",
    width: 106,
    cell: (invitation) => <InvitationStateBadge state={invitation.state} variant="plain" />,
  },
  {
    id: "until",
    header: "Device or end",
    width: "minmax(150px, 1.3fr)",
    cell: (invitation) => <Until invitation={invitation} />,
  },
  {
    id: "mail",
    header: "Mail",
    width: 100,
    cell: (invitation) =>
      invitation.mail === null ? (
        <span className="text-foreground-3">–</span>
      ) : (
        <MessageStateBadge state={invitation.mail} variant="plain" />
      ),
  },
  {
    id: "by",
    header: "By",
    width: "minmax(110px, 0.9fr)",
    cell: (invitation) => (
      <span className="truncate text-foreground-3">
        {invitation.invitedBy ?? "Rollcall"}
        {invitation.importFileName !== null && `, ${invitation.importFileName}`}
      </span>
    ),
  },
  {
    id: "made",
    header: "Invited",
    width: 104,
    align: "end",
    cell: (invitation) => <RelativeTime value={invitation.createdAt} className="text-foreground-3" />,
  },
];

function Empty({ query, onClear }: { query: InvitationsQuery; onClear: () => void }) {
  if (query.search.trim() !== "" || query.state !== null || query.importId !== null) {
    return (
      <NothingFound className="m-4 md:m-5" action={<Button onClick={onClear}>Show all invitations</Button>}>
        No invitation matches.
      </NothingFound>
    );
  }
  return (
    <EmptyState
      title="Nobody is invited yet"
      description="An invitation brings a link with which a person enrols one device. Select people in the list of users, or invite everybody whom an import created."
      actions={<Button render={<Link href="/users" />}>Choose people</Button>}
    />
  );
}
