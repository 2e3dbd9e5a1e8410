"use client";
/** The last things anybody did. */
import { RelativeTime } from "@rollcall/ui";
import type { AuditEventView } from "@rollcall/accounts";
import { sayEvent } from "../audit/say-event";

export function Lately({ events }: { events: readonly AuditEventView[] }) {
  if (events.length === 0) return <p className="pb-2 text-foreground-3">Nothing has happened yet.</p>;
  return (
    <ol className="pb-1">
      {events.map((event) => (
        <li key={event.id} className="flex gap-2 py-1">
          <span className="w-19 shrink-0 text-xs leading-5 text-foreground-3">
            <RelativeTime value={event.at} />
          </span>
          <span className="min-w-0 truncate text-foreground-3">
            <span className="font-medium text-foreground">{event.actorName}</span> {sayEvent(event)}
          </span>
        </li>
      ))}
    </ol>
  );
}
