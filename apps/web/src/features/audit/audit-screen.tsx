"use client";
/** Who did what to what, when and from where. Every line is kept; the chain that proves it can be checked here. */
import {
  Avatar,
  Button,
  EmptyState,
  NothingFound,
  PanelBody,
  RelativeTime,
  useReaderLocale,
} from "@rollcall/ui";
import { CompactRow, type GridColumn } from "@rollcall/ui/data-grid";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Bot, Download } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import type { AuditAction, AuditEventView, AuditSubject } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { ConsolePage } from "../pieces/console-page";
import { nextCursor } from "../pieces/params";
import { PagedGrid } from "../pieces/paged-grid";
import { useUrlState } from "../pieces/use-url-state";
import { useIsPhone } from "../shell/reader";
import { useMay } from "../shell/viewer-context";
import { AuditFilters } from "./audit-filters";
import { auditFilter, auditQuery, emptyAuditQuery, isAuditFiltered } from "./audit-query";
import { describeChanges } from "./describe-changes";
import { eventMark } from "./event-mark";
import { sayEvent, sayOf } from "./say-event";

const VerifyButton = dynamic(() => import("./verify-button").then((module) => module.VerifyButton), {
  ssr: false,
});

export function AuditScreen() {
  const trpc = useTRPC();
  const [query, setQuery] = useUrlState(auditQuery);
  const { timeZone = "UTC" } = useReaderLocale();
  const phone = useIsPhone();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const filter = auditFilter(query, timeZone);
  const list = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      { ...filter, limit: 100 },
      { getNextPageParam: nextCursor, placeholderData: keepPreviousData },
    ),
  );
  return (
    <ConsolePage title="Audit log" actions={!phone && <VerifyButton />}>
      <AuditFilters query={query} onChange={setQuery} end={<ExportLink filter={filter} />} />
      <PanelBody scroll={false}>
        <PagedGrid<AuditEventView>
          list={list}
          what="audit log"
          label="Audit log"
          columns={columns}
          rowKey={(event) => event.id}
          expanded={open}
          onExpandedChange={setOpen}
          renderDetail={(event) => <EventDetail event={event} />}
          renderCompact={(event) => (
            <CompactRow
              leading={<Mark action={event.action} />}
              title={event.actorName}
              detail={sayEvent(event)}
              endDetail={<RelativeTime value={event.at} />}
            />
          )}
          empty={
            isAuditFiltered(query) ? (
              <NothingFound
                className="m-4 md:m-5"
                action={<Button onClick={() => setQuery(emptyAuditQuery)}>Show everything</Button>}
              >
                Nothing was recorded that matches.
              </NothingFound>
            ) : (
              <EmptyState
                title="Nothing yet"
                description="Everything that anybody changes is written down here."
              />
            )
          }
        />
      </PanelBody>
    </ConsolePage>
  );
}

function ExportLink({ filter }: { filter: ReturnType<typeof auditFilter> }) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined) params.set(name, value instanceof Date ? value.toISOString() : String(value));
  }
  return (
    <Button
      variant="ghost"
      size="sm"
      icon={<Download />}
      render={<a href={`/api/audit?${params}`} download aria-label="Export as CSV" />}
    >
      Export
    </Button>
  );
}

function Mark({ action }: { action: AuditAction }) {
  const { icon: Icon } = eventMark(action);
  return (
    <span
      aria-hidden
      className="flex size-9 items-center justify-center rounded-full bg-muted text-foreground-2"
    >
      <Icon />
    </span>
  );
}

const columns: GridColumn<AuditEventView>[] = [
  {
    id: "at",
    header: "When",
    width: 132,
    cell: (event) => <RelativeTime value={event.at} as="moment" className="text-foreground-3" />,
  },
  {
    id: "actor",
    header: "Who",
    width: "minmax(150px, 1fr)",
    cell: (event) => (
      <span className="flex min-w-0 items-center gap-2">
        <Avatar name={event.actorName} {...(event.actorId === null ? { icon: <Bot /> } : {})} />
        <span className="truncate font-medium text-foreground">{event.actorName}</span>
      </span>
    ),
  },
  {
    id: "what",
    header: "Did what",
    width: "minmax(260px, 2.4fr)",
    cell: (event) => (
      <span className="flex min-w-0 items-center gap-2">
        <EventIcon action={event.action} />
        <span className="truncate">
          {event.words} <Subject event={event} />
        </span>
      </span>
    ),
  },
  {
    id: "changes",
    header: "Change",
    width: "minmax(140px, 1.6fr)",
    cell: (event) => <span className="truncate text-foreground-3">{describeChanges(event.data) ?? ""}</span>,
  },
  {
    id: "ip",
    header: "From",
    width: 124,
    cell: (event) => <span className="tabular truncate text-foreground-3">{event.ip ?? "–"}</span>,
  },
];

function EventIcon({ action }: { action: AuditAction }) {
  const { icon: Icon } = eventMark(action);
  return <Icon className="size-3.5 text-foreground-3" />;
}

const pages: Partial<Record<AuditSubject, string>> = {
  account: "/users",
  group: "/groups",
  department: "/departments",
  import: "/imports",
  message: "/mail",
};

/** What it was done to, as a link where there is a page for it that the reader may open. */
function Subject({ event }: { event: AuditEventView }) {
  const mayOpen = useMay("imports.read") || event.subjectType !== "import";
  if (sayOf(event) === null) return null;
  const base = pages[event.subjectType];
  const gone = event.action.endsWith(".deleted");
  if (base === undefined || event.subjectId === null || gone || !mayOpen) {
    return <span className="text-foreground">{event.subjectName}</span>;
  }
  return (
    <Link
      href={`${base}/${event.subjectId}`}
      prefetch={false}
      tabIndex={-1}
      className="text-foreground hover:underline"
    >
      {event.subjectName}
    </Link>
  );
}

function EventDetail({ event }: { event: AuditEventView }) {
  const changes = describeChanges(event.data);
  return (
    <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-3 gap-y-1 py-2 text-xs">
      <dt className="text-foreground-3">Exactly</dt>
      <dd>
        <time dateTime={event.at.toISOString()}>{event.at.toISOString()}</time>
      </dd>
      {changes !== null && (
        <>
          <dt className="text-foreground-3">Change</dt>
          <dd className="break-words">{changes}</dd>
        </>
      )}
      <dt className="text-foreground-3">From</dt>
      <dd>{event.ip ?? "this server"}</dd>
      <dt className="text-foreground-3">Number</dt>
      <dd className="tabular">{event.id}</dd>
    </dl>
  );
}
