"use client";
/** The first minutes of an organisation: its name and its first administrator, behind the link that the start printed. */
import { useQuery } from "@tanstack/react-query";
import { useTRPCClient } from "../../trpc/client";
import { isRetryable } from "../../trpc/error";
import { LinkSkeleton, LinkTrouble } from "./link-trouble";
import { SetUpForm } from "./set-up-form";
import { useLinkToken } from "./use-link-token";

export function SetUp() {
  const token = useLinkToken();
  const client = useTRPCClient();
  const link = useQuery({
    queryKey: ["set-up link", token],
    queryFn: () => client.access.checkSetUpLink.mutate({ token: token ?? "" }),
    enabled: typeof token === "string",
    retry: (count, error) => count < 2 && isRetryable(error),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (token === null) return <LinkTrouble error={null} forSetUp />;
  if (token === undefined || link.isPending) return <LinkSkeleton />;
  if (link.isError) return <LinkTrouble error={link.error} forSetUp />;
  return <SetUpForm token={token} minLength={link.data.passwordMinLength} />;
}
