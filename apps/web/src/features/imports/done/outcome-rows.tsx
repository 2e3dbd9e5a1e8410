"use client";
/** One line an outcome: its mark, its number, and a link to whom it concerns. */
import type { ImportRecord, Outcome } from "@rollcall/accounts";
import { Card, formatNumber, useReaderLocale, type Tone } from "@rollcall/ui";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { countOf } from "../../pieces/words";
import { outcomes, outcomeWords } from "../words/outcome";
import { seeWhom } from "../words/phrases";

export function OutcomeRows({ record }: { record: ImportRecord }) {
  const { locale } = useReaderLocale();
  const { summary } = record;
  if (summary === null) return null;
  return (
    <Card flush>
      <ul aria-label="What happened">
        {outcomes.map((outcome) => {
          const { icon: Icon, tone } = outcomeWords[outcome];
          const rows = summary[outcome];
          return (
            <li
              key={outcome}
              className="relative flex min-h-10 items-center gap-3 border-border px-4 py-2 not-first:border-t has-[a]:hover:bg-muted"
            >
              <Icon className={rows === 0 ? "text-foreground-3" : markLooks[tone]} />
              <span className="tabular w-16 shrink-0 text-right font-semibold">
                {formatNumber(rows, locale)}
              </span>
              <span className="min-w-0 flex-1">{wordsOf(outcome, record)}</span>
              {rows > 0 && (
                <Link
                  href={hrefOf(outcome, record)}
                  className={`inline-flex shrink-0 items-center gap-1 rounded-xs font-medium after:absolute after:inset-0 ${outcome === "problem" ? "text-accent-text" : "text-foreground-2"}`}
                >
                  {linkWords(outcome, rows, record)}
                  <ChevronRight className="size-3.5" />
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const markLooks: Record<Tone, string> = {
  neutral: "text-foreground-3",
  success: "text-success",
  info: "text-info",
  warning: "text-warning",
  danger: "text-danger",
};

function linkWords(outcome: Outcome, rows: number, { status }: ImportRecord): string {
  switch (outcome) {
    case "create":
      return seeWhom(rows);
    case "update":
      return status === "COMPLETED" ? "What changed" : "What changes";
    case "unchanged":
    case "skip":
      return "Who";
    case "problem":
      return "See why";
  }
}

/** New accounts exist only once the import is done; everything else is shown by its rows. */
function hrefOf(outcome: Outcome, record: ImportRecord): string {
  return outcome === "create" && record.status === "COMPLETED"
    ? `/users?import=${record.id}`
    : `/imports/${record.id}/record?tab=rows&outcome=${outcome}`;
}

function wordsOf(outcome: Outcome, { status, consequences }: ImportRecord): string {
  const done = status === "COMPLETED";
  switch (outcome) {
    case "create":
      return done ? "created" : "would be created";
    case "update": {
      const values = consequences?.valuesChanged ?? 0;
      return `${done ? "updated" : "would be updated"}${values === 0 ? "" : `, ${countOf(values, "value")}`}`;
    }
    case "unchanged":
      return "unchanged";
    case "skip":
      return "skipped";
    case "problem":
      return done ? "left out, to be corrected" : "to be corrected";
  }
}
