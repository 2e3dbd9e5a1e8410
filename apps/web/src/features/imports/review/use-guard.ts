"use client";
/** What a guarded button asks before it does anything: the dialog's state, and what the server found wrong with the answer. */
import type { Refusal } from "@rollcall/accounts";
import { useState } from "react";
import type { Guard } from "./describe-guard";

export interface Asked {
  guard: Guard;
  open: boolean;
  close: () => void;
  answer: (typed: number, password: string) => void;
  /** what the server found wrong with the answer, by field; else why it did not work */
  wrong: { number?: string; password?: string };
  trouble: string | null;
  /** something else is being typed: what was wrong is said no more */
  forgive: () => void;
}

export interface Answer {
  typed?: number;
  password?: string;
}

export interface Guarded {
  /** what the press asks first; null: it asks nothing */
  asked: Asked | null;
  /** why the last press did not work, where no dialog says it */
  trouble: string | null;
  /** `asks`: false sends at once, whatever the guard */
  press: (asks?: boolean) => void;
  close: () => void;
  /** to be told of every refusal of what was sent */
  onRefused: (refusal: Refusal | null) => void;
}

export interface GuardedButton {
  /** as the page was read; null: it asked nothing then */
  guard: Guard | null;
  /** what became of the last press; `said` null: nothing is said of it */
  failed: { refusal: Refusal | null; said: string | null } | null;
  send: (answer: Answer) => void;
  reset: () => void;
}

export function useGuard({ guard: known, failed, send, reset }: GuardedButton): Guarded {
  const [open, setOpen] = useState(false);
  const refusal = failed?.refusal ?? null;
  // A limit may have been lowered since the page was read.
  const guard = refusal?.code === "guarded" ? refusal : known;
  const said = failed?.said ?? null;
  const wrong = refusal?.code === "guarded" ? wrongOf(refusal.wrong, said) : {};
  return {
    trouble: open || refusal?.code === "guarded" ? null : said,
    press: (asks = true) => {
      if (guard === null || !asks) send({});
      else setOpen(true);
    },
    close: () => setOpen(false),
    onRefused: (found) => {
      if (found?.code === "guarded") setOpen(true);
      // Neither the number nor the password is the reason: it is said at the button.
      else if (found !== null && found.code !== "too-many-attempts" && found.code !== "busy") setOpen(false);
    },
    asked:
      guard === null
        ? null
        : {
            ...{ guard, open, wrong },
            close: () => {
              setOpen(false);
              reset();
            },
            answer: (typed, password) => send({ typed, password }),
            trouble: refusal?.code === "guarded" ? null : said,
            forgive: () => {
              if (failed !== null) reset();
            },
          },
  };
}

function wrongOf(wrong: "missing" | "number" | "password", said: string | null): Asked["wrong"] {
  return wrong === "missing" || said === null ? {} : { [wrong]: said };
}
