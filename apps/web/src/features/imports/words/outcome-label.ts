/** The words of outcomes before anything happened, without their marks. Pure. */
import type { Outcome } from "@rollcall/accounts";

export const outcomeLabel = {
  create: "New",
  update: "Update",
  unchanged: "Unchanged",
  skip: "Skipped",
  problem: "Needs attention",
} as const satisfies Record<Outcome, string>;
