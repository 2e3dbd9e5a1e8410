"use client";
/**
 * The button "Review": sends the file when it waited for a word, or anew when it has to be read in another way; waits until it
 * has arrived; plans it anew when the options were changed since it was sent; and opens the review.
 */
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTRPCClient } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { planOptionsOf, sameOptions, sameReading } from "../options/describe-options";
import type { Reading } from "../upload/reading";
import type { PlanOptions } from "../upload/upload-store";
import { uploadStore, useUpload } from "../upload/use-upload";
import { useLetGo } from "./use-chosen-file";

export interface GoToReview {
  /** `reading`: as a person has it, where that is not how the file was looked at */
  go: (reading?: Partial<Reading>) => void;
  waiting: boolean;
  /** why it did not work, in plain words */
  trouble: string | null;
}

const planPollMs = 300;

export function useGoToReview(): GoToReview {
  const router = useRouter();
  const client = useTRPCClient();
  const { state } = useUpload();
  const letGo = useLetGo();
  const [wanted, setWanted] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const importId = state.step === "arrived" ? state.arrival.importId : null;

  useEffect(() => {
    if (!wanted || importId === null) return;
    let left = false;
    const open = async () => {
      const { options, sentOptions } = uploadStore.get();
      if (sentOptions !== null && !sameOptions(options, sentOptions)) {
        await planAnew(client, importId, planOptionsOf(options), () => left);
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
    go: (reading) => {
      setTrouble(null);
      if (mustSend(reading)) {
        letGo();
        uploadStore.send(reading);
      }
      setWanted(true);
    },
    waiting: wanted && !isOver,
    trouble,
  };
}

/** Whether the file has not been sent as it is wanted now. */
function mustSend(reading: Partial<Reading> | undefined): boolean {
  const { state, options, sentOptions } = uploadStore.get();
  if (state.step === "asking" || state.step === "failed") return true;
  if (reading !== undefined) return true;
  return sentOptions !== null && !sameReading(options, sentOptions);
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
