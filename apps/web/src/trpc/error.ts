/**
 * What went wrong, for a screen: the words, and which of the three kinds it was. It reads what the server's error
 * formatter wrote and knows no procedure.
 */
import { TRPCClientError } from "@trpc/client";
import type { Refusal } from "@rollcall/accounts";

export interface Trouble {
  /** one or two plain sentences: what happened, what to do */
  message: string;
  /** the use case declined: its code and details */
  refusal: Refusal | null;
  /** a defect's id, to quote */
  reference: string | null;
  /** worth trying again as it is */
  again: boolean;
}

interface Outside {
  refusal: Refusal | null;
  malformed: boolean;
  defectId: string | null;
}

/** The trouble behind anything that a query or mutation rejected with. */
export function describeTrouble(error: unknown): Trouble {
  const nothing = { refusal: null, reference: null, again: false };
  if (!(error instanceof TRPCClientError)) {
    return {
      ...nothing,
      message: "Something went wrong on this page. Reload it and try again.",
      again: true,
    };
  }
  const data = error.data as Outside | null | undefined;
  if (data === null || data === undefined) {
    return {
      ...nothing,
      message: "Rollcall cannot be reached. Check the connection, then try again.",
      again: true,
    };
  }
  if (data.refusal !== null) return { ...nothing, message: error.message, refusal: data.refusal };
  if (data.malformed) {
    return { ...nothing, message: "This page is older than the server. Reload it and try again." };
  }
  return {
    ...nothing,
    message: "Something went wrong. It has been noted.",
    reference: data.defectId,
    again: true,
  };
}

/** The words for each field of a form, when the use case found its values wanting; else empty. */
export function fieldErrors(error: unknown): Record<string, string> {
  const { refusal } = describeTrouble(error);
  return refusal?.code === "invalid" ? refusal.fields : {};
}

/** Only what may go better the second time: no answer at all, or a defect. */
export function isRetryable(error: unknown): boolean {
  return describeTrouble(error).again;
}

export function isSignedOut(error: unknown): boolean {
  return describeTrouble(error).refusal?.code === "not-signed-in";
}
