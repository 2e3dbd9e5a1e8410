"use client";
/** The history of one thing: who did what to it and when, newest first. */
import { RelativeTime, Timeline, type TimelineItem } from "@rollcall/ui";
import type { AuditEventView } from "@rollcall/accounts";
import { ImportLink } from "../imports/words/import-link";
import { eventMark } from "./event-mark";
import { describeChanges } from "./describe-changes";
import { bareWords } from "./say-event";

export interface HistoryProps {
  /** names the list: "History of Katarzyna Nowak-Lis" */
  label: string;
  events: readonly AuditEventView[];
  /** the thing itself, which is not named again in each line */
  subjectId: string;
}

export function History({ label, events, subjectId }: HistoryProps) {
  if (events.length === 0) return <p className="py-2 text-foreground-3">Nothing has been recorded yet.</p>;
  return <Timeline label={label} items={events.map((event) => historyItem(event, subjectId))} />;
}

/** One event as a line of a history about `subjectId`. */
export function historyItem(event: AuditEventView, subjectId: string): TimelineItem {
  const { icon: Icon, tone } = eventMark(event.action);
  return {
    key: `event ${event.id}`,
    icon: <Icon />,
    tone,
    title: titleOf(event, subjectId),
    detail: <Detail event={event} />,
    time: <RelativeTime value={event.at} as="day" />,
  };
}

function titleOf(event: AuditEventView, subjectId: string): string {
  const named = event.subjectId !== subjectId && event.subjectName !== null;
  const sentence = named
    ? `${event.words.replace(/:$/, "")} ${event.subjectName ?? ""}`
    : bareWords(event.words);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function Detail({ event }: { event: AuditEventView }) {
  const changes = describeChanges(event.data);
  return (
    <>
      by {event.actorName}
      {event.importId !== null && (
        <>
          {" · "}
          <ImportLink importId={event.importId} className="rounded-xs hover:underline" />
        </>
      )}
      {changes !== null && <span title={changes}> · {changes}</span>}
    </>
  );
}
