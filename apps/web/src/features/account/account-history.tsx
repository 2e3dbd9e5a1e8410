"use client";
/** What happened to an account lately: audit events, imports that touched it, mails to it, on one line of time. */
import { RelativeTime, Timeline, type TimelineItem } from "@rollcall/ui";
import { FileUp, Mail } from "lucide-react";
import Link from "next/link";
import type { AccountDetails } from "@rollcall/accounts";
import { historyItem } from "../audit/history";
import { ImportLink } from "../imports/words/import-link";
import { messageStates } from "../pieces/message-state";

interface Entry {
  at: Date;
  item: TimelineItem;
}

const MOST = 12;

export function AccountHistory({ account }: { account: AccountDetails }) {
  const entries: Entry[] = [
    ...account.events.map((event) => ({ at: event.at, item: historyItem(event, account.id) })),
    ...account.imports.map(importEntry),
    ...account.messages.map(messageEntry),
  ];
  if (entries.length === 0) return <p className="py-2 text-foreground-3">Nothing has been recorded yet.</p>;
  const newest = entries.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, MOST);
  return <Timeline label={`History of ${account.name}`} items={newest.map((entry) => entry.item)} />;
}

function importEntry(lineage: AccountDetails["imports"][number]): Entry {
  const created = lineage.kind === "created";
  return {
    at: lineage.at,
    item: {
      key: `import ${lineage.importId} ${lineage.kind}`,
      icon: <FileUp />,
      tone: created ? "success" : "info",
      title: created ? "Created by an import" : "Updated by an import",
      detail: (
        <ImportLink importId={lineage.importId} className="rounded-xs hover:underline">
          {lineage.fileName}
          {lineage.line !== null && `, line ${lineage.line}`}
        </ImportLink>
      ),
      time: <RelativeTime value={lineage.at} as="day" />,
    },
  };
}

function messageEntry(message: AccountDetails["messages"][number]): Entry {
  const { label, tone } = messageStates[message.state];
  const at = message.sentAt ?? message.createdAt;
  return {
    at,
    item: {
      key: `message ${message.id}`,
      icon: <Mail />,
      tone: tone === "success" ? "neutral" : tone,
      title: `Mail: ${message.kindName.toLowerCase()}`,
      detail: (
        <Link href={`/mail/${message.id}`} className="rounded-xs hover:underline">
          {label.toLowerCase()}
        </Link>
      ),
      time: <RelativeTime value={at} as="day" />,
    },
  };
}
