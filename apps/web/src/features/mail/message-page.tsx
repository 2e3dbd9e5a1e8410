"use client";
/** One mail: to whom, in what state, what it says, and sending it again when it failed. */
import {
  Aside,
  AsideSection,
  Breadcrumbs,
  Button,
  Callout,
  DefinitionList,
  DefinitionRow,
  EmptyState,
  PanelBody,
  RelativeTime,
  Skeleton,
  SkeletonRows,
} from "@rollcall/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { EyeOff, RotateCw } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { MessageDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { ImportLink } from "../imports/words/import-link";
import { importNumber } from "../imports/words/import-number";
import { ConsolePage } from "../pieces/console-page";
import { MessageStateBadge, messageStates } from "../pieces/message-state";
import { QueryTrouble } from "../pieces/query-trouble";
import { useNews } from "../pieces/use-news";
import { MailBody } from "./mail-body";
import { addressWords, isRemoved, readerWords } from "./reader-words";

export function MessagePage({ messageId }: { messageId: string }) {
  const trpc = useTRPC();
  const message = useQuery(
    trpc.mail.get.queryOptions(
      { messageId },
      { refetchInterval: (query) => (isMoving(query.state.data) ? 5_000 : false) },
    ),
  );
  const crumbs = [
    { label: "Mail", link: <Link href="/mail" /> },
    {
      label: titleOf(message.data, message.isError),
    },
  ];
  return (
    <ConsolePage
      breadcrumbs={<Breadcrumbs crumbs={crumbs} />}
      actions={message.data?.may.retry === true ? <Retry message={message.data} /> : undefined}
    >
      {message.data !== undefined ? (
        <PanelBody aside={<About message={message.data} />}>
          <div className="mx-auto max-w-180 px-4 py-5 md:px-8">
            <State message={message.data} />
            <Body message={message.data} />
          </div>
        </PanelBody>
      ) : message.isError ? (
        <QueryTrouble what="mail" error={message.error} onRetry={() => void message.refetch()} />
      ) : (
        <SkeletonRows rows={12} label="Loading the mail" />
      )}
    </ConsolePage>
  );
}

function titleOf(message: MessageDetails | undefined, failed: boolean): ReactNode {
  if (message !== undefined) return message.subject ?? message.kindName;
  return failed ? "Not found" : <Skeleton className="w-40" />;
}

function isMoving(message: MessageDetails | undefined): boolean {
  return message?.state === "QUEUED" || message?.state === "RETRYING";
}

function Retry({ message }: { message: MessageDetails }) {
  const trpc = useTRPC();
  const news = useNews();
  const retry = useMutation(
    trpc.mail.retry.mutationOptions({
      onSuccess: () => news.done(`The mail to ${message.toAddress} is on its way again.`),
      onError: news.failed,
    }),
  );
  return (
    <Button
      variant="primary"
      icon={<RotateCw />}
      loading={retry.isPending}
      onClick={() => retry.mutate({ messageId: message.id })}
    >
      Send again
    </Button>
  );
}

function State({ message }: { message: MessageDetails }) {
  const { tone, label, meaning, icon } = messageStates[message.state];
  if (message.state === "SENT") return null;
  return (
    <Callout tone={tone} icon={icon} title={label} className="mb-4">
      {isRemoved(message) ? "It cannot be sent again: its reader’s name and address are not kept." : meaning}
      {message.lastError !== null && <span className="mt-1 block">It said: {message.lastError}</span>}
    </Callout>
  );
}

const hidden = {
  "not-kept": [
    "What it said is not kept",
    "A mail that was handed to a mail server is not readable here: it holds a link that lets its reader in.",
  ],
  "not-sent": [
    "Not written yet",
    "A mail is written at the moment it is sent, with a link that works from then on.",
  ],
  "not-yours": [
    "Not for you to read",
    "It holds a link that lets its reader in. Administrators who may reset passwords can read it.",
  ],
  removed: [
    "What it said was removed",
    "So were its reader’s name and address, with the rows of its import, as the settings say.",
  ],
} as const;

function Body({ message }: { message: MessageDetails }) {
  if (message.body !== null) return <MailBody {...message.body} />;
  const [title, description] = hidden[message.bodyHidden ?? "not-sent"];
  return <EmptyState icon={<EyeOff />} title={title} description={description} />;
}

function About({ message }: { message: MessageDetails }) {
  return (
    <Aside label="About this mail">
      <AsideSection title="About this mail" meta={<MessageStateBadge state={message.state} />}>
        <DefinitionList labelWidth={92}>
          <DefinitionRow label="To">
            {message.accountId === null || isRemoved(message) ? (
              readerWords(message)
            ) : (
              <Link
                href={`/users/${message.accountId}`}
                className="rounded-xs text-accent-text hover:underline"
              >
                {message.toName}
              </Link>
            )}
          </DefinitionRow>
          <DefinitionRow label="Address">{addressWords(message)}</DefinitionRow>
          <DefinitionRow label="Kind">{message.kindName}</DefinitionRow>
          {message.importId !== null && (
            <DefinitionRow label="Import">
              <ImportLink importId={message.importId}>
                {message.importFileName ?? importNumber(message.importId)}
              </ImportLink>
            </DefinitionRow>
          )}
          <DefinitionRow label="Made">
            <RelativeTime value={message.createdAt} as="moment" />
          </DefinitionRow>
          {message.sentAt !== null && (
            <DefinitionRow label="Sent">
              <RelativeTime value={message.sentAt} as="moment" />
            </DefinitionRow>
          )}
          {message.nextAttemptAt !== null && (
            <DefinitionRow label="Next try">
              <RelativeTime value={message.nextAttemptAt} />
            </DefinitionRow>
          )}
          <DefinitionRow label="Tries">{message.attempts}</DefinitionRow>
          {message.providerId !== null && (
            <DefinitionRow label="Provider’s id">
              <code className="font-mono text-xs break-all">{message.providerId}</code>
            </DefinitionRow>
          )}
        </DefinitionList>
      </AsideSection>
    </Aside>
  );
}
