"use client";
/**
 * The button "Review": waits until the file has arrived, plans it anew when the options were changed since it was sent,
 * and opens the review.
 */
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTRPCClient } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { sameOptions } from "../options/describe-options";
import type { PlanOptions } from "../upload/upload-store";
import { uploadStore, useUpload } from "../upload/use-upload";

export interface GoToReview {
  go: () => void;
  waiting: boolean;
  /** why it did not work, in plain words */
  trouble: string | null;
}

const planPollMs = 300;

export function useGoToReview(): GoToReview {
  const router = useRouter();
  const client = useTRPCClient();
  const { state } = useUpload();
  const [wanted, setWanted] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const importId = state.step === "arrived" ? state.arrival.importId : null;

  useEffect(() => {
    if (!wanted || importId === null) return;
    let left = false;
    const open = async () => {
      const { options, sentOptions } = uploadStore.get();
      if (sentOptions !== null && !sameOptions(options, sentOptions)) {
        await planAnew(client, importId, options, () => left);
      }
      if (left) return;
      router.push(`/imports/${importId}`);
      uploadStore.clear();
    };
    open().catch((error: unknown) => {
      if (left) return;
      setWanted(false);
      setTrouble(describeTrouble(error).message);
    });
    return () => {
      left = true;
    };
  }, [wanted, importId, client, router]);

  const isOver = state.step === "empty" || state.step === "stopped" || state.step === "failed";
  return {
    go: () => {
      setTrouble(null);
      setWanted(true);
    },
    waiting: wanted && !isOver,
    trouble,
  };
}

type Client = ReturnType<typeof useTRPCClient>;

/** A plan can be made anew once there is one. */
async function planAnew(
  client: Client,
  importId: string,
  options: PlanOptions,
  left: () => boolean,
): Promise<void> {
  while (!left()) {
    const { status } = await client.imports.get.query({ importId });
    if (status !== "STAGED") break;
    await new Promise((resolve) => setTimeout(resolve, planPollMs));
  }
  if (!left()) await client.imports.replan.mutate({ importId, options });
}
