"use client";
/** Recomputes the chain of the audit log and says whether anybody tampered with it. */
import { Button, useToast } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";
import { countOf } from "../pieces/words";

export function VerifyButton() {
  const trpc = useTRPC();
  const toast = useToast();
  const news = useNews();
  const verify = useMutation(
    trpc.audit.verify.mutationOptions({
      onError: news.failed,
      onSuccess: ({ ok, checked, firstBroken }) =>
        toast.show(
          ok
            ? {
                tone: "success",
                title: `The log is whole: ${countOf(checked, "event")} follow from one another.`,
              }
            : {
                tone: "danger",
                title: "The log was tampered with.",
                description: `Event ${firstBroken ?? "?"} does not follow from the one before it.`,
                duration: 0,
              },
        ),
    }),
  );
  return (
    <Button icon={<ShieldCheck />} loading={verify.isPending} onClick={() => verify.mutate()}>
      {verify.isPending ? "Checking" : "Verify"}
    </Button>
  );
}
