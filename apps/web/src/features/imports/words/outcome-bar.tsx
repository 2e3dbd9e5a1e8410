"use client";
/** The rows of an import as one stacked bar; its words say the same for those who do not see it. */
import type { ImportSummary, Outcome } from "@rollcall/accounts";
import { formatNumber, Tooltip, useReaderLocale } from "@rollcall/ui";
import { outcomes, outcomeWords } from "./outcome";

const fills = {
  create: "bg-success-solid",
  update: "bg-info-solid",
  unchanged: "bg-neutral-solid",
  skip: "bg-muted-strong",
  problem: "bg-warning-solid",
} as const satisfies Record<Outcome, string>;

export function OutcomeBar({ summary, done }: { summary: ImportSummary; done: boolean }) {
  const { locale } = useReaderLocale();
  const shown = outcomes.filter((outcome) => summary[outcome] > 0);
  const words = shown
    .map((outcome) => {
      const { plan, past } = outcomeWords[outcome];
      return `${formatNumber(summary[outcome], locale)} ${(done ? past : plan).toLowerCase()}`;
    })
    .join(", ");
  if (shown.length === 0) return <span className="text-foreground-3">–</span>;
  return (
    <Tooltip content={words} naming>
      <span
        role="img"
        aria-label={words}
        className="flex h-2 w-full min-w-16 gap-px overflow-hidden rounded-full"
      >
        {shown.map((outcome) => (
          // A sliver stays visible: one row in a million is still a row.
          <span
            key={outcome}
            className={`min-w-1 ${fills[outcome]}`}
            style={{ flexGrow: summary[outcome], flexBasis: 0 }}
          />
        ))}
      </span>
    </Tooltip>
  );
}
