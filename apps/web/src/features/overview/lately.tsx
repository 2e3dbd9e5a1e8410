"use client";
/** The last things anybody did. */
import { RelativeTime } from "@rollcall/ui";
import type { AuditEventView } from "@rollcall/accounts";

export function Lately({ events }: { events: readonly AuditEventView[] }) {
  if (events.length === 0) return <p className="pb-2 text-foreground-3">Nothing has happened yet.</p>;
  return (
    <ol className="pb-1">
      {events.map((event) => (
        <li key={event.id} className="flex gap-3 py-1.5">
          <span className="w-20 shrink-0 text-foreground-3">
            <RelativeTime value={event.at} />
          </span>
          <span className="min-w-0 truncate text-foreground-3">
            <span className="font-medium text-foreground">{event.actorName}</span> {event.words}{" "}
            {event.subjectName}
          </span>
        </li>
      ))}
    </ol>
  );
}
