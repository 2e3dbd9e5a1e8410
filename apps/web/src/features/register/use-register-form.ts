"use client";
/** Saving an entry of a short list: busy, which field is wrong in which words, and what is wrong beside no field. */
import { useState } from "react";
import { describeTrouble, fieldErrors } from "../../trpc/error";
import { useNews } from "../pieces/use-news";

export interface RegisterSaving {
  errors: Record<string, string>;
  trouble: string | null;
  busy: boolean;
  /** Runs `work` unless `missing` already says what is wrong; tells `done` and closes when it worked. */
  save: (missing: Record<string, string>, work: () => Promise<string>) => Promise<void>;
}

/** `known` are the fields that the form shows; other faults stand above them. */
export function useRegisterForm(known: readonly string[], onClose: () => void): RegisterSaving {
  const news = useNews();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (missing: Record<string, string>, work: () => Promise<string>) => {
    setErrors(missing);
    setTrouble(null);
    if (Object.keys(missing).length > 0 || busy) return;
    setBusy(true);
    try {
      const said = await work();
      onClose();
      news.done(said);
    } catch (cause) {
      const { refusal, message } = describeTrouble(cause);
      const found = refusal?.code === "name-taken" ? { name: message } : fieldErrors(cause);
      setErrors(found);
      if (!Object.keys(found).some((field) => known.includes(field))) setTrouble(message);
    } finally {
      setBusy(false);
    }
  };
  return { errors, trouble, busy, save };
}
