"use client";
/**
 * What would happen to a row, and what became of it: its word, its mark and its colour, said once for tiles, grid, lists
 * and bars. Colour never stands alone.
 */
import type { ImportSummary, Outcome } from "@rollcall/accounts";
import { Badge, type Tone } from "@rollcall/ui";
import { Equal, Pencil, Plus, SkipForward, TriangleAlert, type LucideIcon } from "lucide-react";
import { outcomeLabel } from "./outcome-label";

export interface OutcomeWords {
  /** before: what would happen */
  plan: string;
  /** afterwards: what happened */
  past: string;
  tone: Tone;
  icon: LucideIcon;
}

/** In the order in which they are shown. */
export const outcomes = [
  "create",
  "update",
  "unchanged",
  "skip",
  "problem",
] as const satisfies readonly Outcome[];

export const outcomeWords = {
  create: { plan: outcomeLabel.create, past: "Created", tone: "success", icon: Plus },
  update: { plan: outcomeLabel.update, past: "Updated", tone: "info", icon: Pencil },
  unchanged: { plan: outcomeLabel.unchanged, past: "Unchanged", tone: "neutral", icon: Equal },
  skip: { plan: outcomeLabel.skip, past: "Skipped", tone: "neutral", icon: SkipForward },
  problem: { plan: outcomeLabel.problem, past: "Left out", tone: "warning", icon: TriangleAlert },
} as const satisfies Record<Outcome, OutcomeWords>;

/** Mark and word, as in a table. */
export function OutcomeBadge({ outcome, done = false }: { outcome: Outcome; done?: boolean }) {
  const { plan, past, tone, icon: Icon } = outcomeWords[outcome];
  return (
    <Badge variant="plain" tone={tone} icon={<Icon />}>
      {done ? past : plan}
    </Badge>
  );
}

/** Rows of these outcomes together. */
export function countRows(summary: ImportSummary, of: readonly Outcome[]): number {
  return of.reduce((sum, outcome) => sum + summary[outcome], 0);
}
