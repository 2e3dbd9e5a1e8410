"use client";
/** What the audit log says of one import, newest first. */
import type { AuditEventView, ImportRecord } from "@rollcall/accounts";
import { RelativeTime, SkeletonRows, Timeline } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/client";
import { eventMark } from "../../audit/event-mark";
import { QueryTrouble } from "../../pieces/query-trouble";
import { describeEvent } from "./describe-event";

export function RecordHistory({ record }: { record: ImportRecord }) {
  const trpc = useTRPC();
  const events = useQuery(
    trpc.audit.list.queryOptions({ importId: record.id, subjectType: "import", limit: 100 }),
  );
  if (events.isError) {
    return (
      <QueryTrouble
        error={events.error}
        onRetry={() => void events.refetch()}
        what="history of this import"
      />
    );
  }
  if (events.data === undefined) return <SkeletonRows rows={5} label="Loading the history" />;
  if (events.data.items.length === 0)
    return <p className="text-foreground-3">Nothing has been recorded yet.</p>;
  return <Timeline label={`History of ${record.fileName}`} items={events.data.items.map(toItem)} />;
}

function toItem(event: AuditEventView) {
  const { icon: Icon, tone } = eventMark(event.action);
  const detail = describeEvent(event);
  return {
    key: event.id,
    icon: <Icon />,
    tone,
    title: event.words.charAt(0).toUpperCase() + event.words.slice(1),
    detail: `by ${event.actorName}${detail === "" ? "" : ` · ${detail}`}`,
    time: <RelativeTime value={event.at} as="moment" />,
  };
}
