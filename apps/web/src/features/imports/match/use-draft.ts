"use client";
/** The draft of the file at hand; kept while one goes back to the file and comes again. */
import { useState } from "react";
import type { Look } from "../upload/look";
import { draftOf, type Draft } from "./match-draft";

/** By what was recognised: another reading of the file begins anew, and nothing outlives its file. */
const kept = new WeakMap<object, Draft>();

export interface DraftAtHand {
  draft: Draft;
  change: (draft: Draft) => void;
  /** Back to what was recognised. */
  startOver: () => void;
}

export function useDraft(look: Look, attributes: readonly string[]): DraftAtHand {
  const { recognition } = look;
  const [held, setHeld] = useState(() => ({
    recognition,
    draft: kept.get(recognition) ?? draftOf(look, attributes),
  }));
  const current =
    held.recognition === recognition ? held.draft : (kept.get(recognition) ?? draftOf(look, attributes));
  const change = (draft: Draft): void => {
    kept.set(recognition, draft);
    setHeld({ recognition, draft });
  };
  return { draft: current, change, startOver: () => change(draftOf(look, attributes)) };
}
