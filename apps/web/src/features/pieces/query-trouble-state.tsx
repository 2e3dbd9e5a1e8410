"use client";
/** What stands where data should: why it could not be had, and how to go on. */
import { Button, ErrorState, NotFound } from "@rollcall/ui";
import { useRouter } from "next/navigation";
import { describeTrouble } from "../../trpc/error";

export interface QueryTroubleProps {
  error: unknown;
  onRetry: () => void;
  /** what was looked for: "this user" */
  what: string;
}

export function QueryTroubleState({ error, onRetry, what }: QueryTroubleProps) {
  const router = useRouter();
  const trouble = describeTrouble(error);
  const back = (
    <Button variant="ghost" onClick={() => router.back()}>
      Go back
    </Button>
  );
  if (trouble.refusal?.code === "not-found") {
    return <NotFound title={`There is no ${what}`} description={trouble.message} actions={back} />;
  }
  return (
    <ErrorState
      title={trouble.refusal === null ? `The ${what} could not be loaded` : `You may not see the ${what}`}
      description={trouble.message}
      reference={trouble.reference ?? undefined}
      actions={
        trouble.refusal === null ? (
          <>
            <Button onClick={onRetry}>Try again</Button>
            {back}
          </>
        ) : (
          back
        )
      }
    />
  );
}
