"use client";
/**
 * Behind a mailed link: who it is for, a password of one's own choice, and in. Looking at the page uses nothing up; only
 * the valid form does. Whoever is signed in as somebody else is asked first.
 */
import { useQuery } from "@tanstack/react-query";
import { useTRPCClient } from "../../trpc/client";
import { isRetryable } from "../../trpc/error";
import { LinkSkeleton, LinkTrouble } from "./link-trouble";
import { SetPasswordForm } from "./set-password-form";
import { SomebodyElse, type SignedInAs } from "./somebody-else";
import { useLinkToken } from "./use-link-token";

export function SetPassword({ signedInAs }: { signedInAs: SignedInAs | null }) {
  const token = useLinkToken();
  const client = useTRPCClient();
  const link = useQuery({
    queryKey: ["password link", token],
    queryFn: () => client.access.checkPasswordLink.mutate({ token: token ?? "" }),
    enabled: typeof token === "string",
    retry: (count, error) => count < 2 && isRetryable(error),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (token === null) return <LinkTrouble error={null} />;
  if (token === undefined || link.isPending) return <LinkSkeleton />;
  if (link.isError) return <LinkTrouble error={link.error} />;
  if (signedInAs !== null && signedInAs.email !== link.data.email) {
    return <SomebodyElse signedInAs={signedInAs} meant={link.data} />;
  }
  return <SetPasswordForm key={token} token={token} link={link.data} />;
}
