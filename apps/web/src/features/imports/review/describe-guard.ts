/** The words of a guarded import: what to type, what was wrong with it, and that somebody else was faster. Pure. */
import type { ImportRecord, Refusal } from "@rollcall/accounts";
import { formatClock, formatDay, type TimeFormat } from "@rollcall/ui";
import { countOf } from "../../pieces/words";

export type Guard = Omit<NonNullable<ImportRecord["guard"]>, "onlyGrants">;

export interface GuardWords {
  /** above the number's field */
  label: string;
  /** nothing was typed */
  missing: string;
  /** another number was typed */
  other: string;
}

/** `does`: what is done with the accounts, where it is not an import of a file. */
export function describeGuard({ number, of }: Guard, does = "it creates or changes"): GuardWords {
  const things = of === "accounts" ? countOf(number, "account") : countOf(number, "membership");
  const what = of === "accounts" ? does : "that end";
  return {
    label: `Type the number: ${things} ${what}`,
    missing: `Type ${countOf(number, "", "").trim()}.`,
    other: `That is another number. It is ${countOf(number, "", "").trim()}.`,
  };
}

/** As people write it: 1234, 1,234, 1.234, 1 234 or 1’234. Null when it is no whole number. */
export function parseNumber(text: string): number | null {
  const digits = text.replace(/[\s.,'’]/gu, "");
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}

export type ConfirmedAlready = Extract<Refusal, { code: "confirmed-already" }>;

/** "Bea pressed this button at 14:03", with the day when it was another. */
export function describePressed(
  { by, at, you }: Pick<ConfirmedAlready, "by" | "at" | "you">,
  now: Date,
  format: TimeFormat,
): string {
  const when = new Date(at);
  const day = formatDay(when, now, format, true);
  const on = day === formatDay(now, now, format, true) ? "" : ` on ${day}`;
  return `${you ? "You" : by} pressed this button${on} at ${formatClock(when, format)}`;
}
