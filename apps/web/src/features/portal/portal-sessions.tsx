"use client";
/** Where I am signed in, and how to end it elsewhere. */
import { Badge, Button, RelativeTime, SkeletonRows } from "@rollcall/ui";
import { useMutation, useQuery } from "@tanstack/react-query";
import { CircleCheck, Monitor, Smartphone } from "lucide-react";
import type { SessionView } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { QueryTrouble } from "../pieces/query-trouble";
import { useNews } from "../pieces/use-news";
import { countOf } from "../pieces/words";
import { describeAgent } from "./describe-agent";
import { PortalCard, PortalTitle } from "./portal-frame";

export function PortalSessions() {
  const trpc = useTRPC();
  const news = useNews();
  const sessions = useQuery(trpc.access.mySessions.queryOptions());
  const endOthers = useMutation(
    trpc.access.endMyOtherSessions.mutationOptions({
      onSuccess: () => news.done("Every other browser is signed out."),
      onError: news.failed,
    }),
  );
  if (sessions.isPending) return <SkeletonRows rows={4} label="Loading where you are signed in" />;
  if (sessions.isError) {
    return (
      <QueryTrouble what="list of browsers" error={sessions.error} onRetry={() => void sessions.refetch()} />
    );
  }
  const others = sessions.data.filter((session) => !session.current).length;
  return (
    <>
      <PortalTitle title="Where I am signed in" meta={countOf(sessions.data.length, "browser")} />
      <ul className="flex flex-col gap-3">
        {sessions.data.map((session) => (
          <li key={session.id}>
            <Session session={session} />
          </li>
        ))}
      </ul>
      {others > 0 && (
        <Button
          size="touch"
          wide
          className="mt-5"
          loading={endOthers.isPending}
          onClick={() => endOthers.mutate()}
        >
          Sign out everywhere else
        </Button>
      )}
      <p className="mt-4 text-base text-foreground-3">
        You do not know one of these? Sign it out, then change your password.
      </p>
    </>
  );
}

function Session({ session }: { session: SessionView }) {
  const trpc = useTRPC();
  const news = useNews();
  const agent = describeAgent(session.userAgent);
  const end = useMutation(
    trpc.access.endMySession.mutationOptions({
      onSuccess: () => news.done(`${agent.name} is signed out.`),
      onError: news.failed,
    }),
  );
  const Icon = agent.phone ? Smartphone : Monitor;
  return (
    <PortalCard>
      <div className="flex items-start gap-4 p-4">
        <span aria-hidden className="flex size-11 shrink-0 items-center justify-center rounded-md bg-muted">
          <Icon className="size-5.5" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="text-md font-semibold">{agent.name}</h2>
          <p className="text-sm text-foreground-3">
            {session.ip ?? "Unknown address"} · since <RelativeTime value={session.createdAt} as="moment" />
          </p>
          {session.current ? (
            <Badge variant="plain" tone="success" icon={<CircleCheck />} className="mt-1.5">
              This browser
            </Badge>
          ) : (
            <p className="mt-1.5 text-sm text-foreground-2">
              Last used <RelativeTime value={session.lastSeenAt} />
            </p>
          )}
        </div>
        {!session.current && (
          <Button size="lg" loading={end.isPending} onClick={() => end.mutate({ sessionId: session.id })}>
            Sign out
          </Button>
        )}
      </div>
    </PortalCard>
  );
}
