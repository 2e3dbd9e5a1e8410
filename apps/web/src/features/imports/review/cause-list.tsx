"use client";
/** Problems by cause, those first that hold up most rows. A press shows the rows of that cause, another all rows again. */
import type { ProblemCause } from "@rollcall/accounts";
import { Button, formatNumber, useReaderLocale } from "@rollcall/ui";
import { useState } from "react";
import { everyRow, type RowsView } from "../rows/rows-url";

export interface CauseListProps {
  causes: readonly ProblemCause[];
  view: RowsView;
  onViewChange: (view: RowsView) => void;
}

/** So many at first: they hold up most of the rows. */
const atFirst = 6;

export function CauseList({ causes, view, onViewChange }: CauseListProps) {
  const [all, setAll] = useState(false);
  // One more than fits is shown rather than hidden behind a button of the same height.
  const shown = all || causes.length <= atFirst + 1 ? causes : causes.slice(0, atFirst);
  return (
    <ul className="-mx-2">
      {shown.map((cause) => (
        <li key={`${cause.severity} ${cause.code} ${cause.title}`}>
          <Cause
            cause={cause}
            pressed={view.cause === cause.code}
            onPress={() =>
              onViewChange(view.cause === cause.code ? everyRow : { ...everyRow, cause: cause.code })
            }
          />
        </li>
      ))}
      {shown.length < causes.length && (
        <li className="px-2 pt-1">
          <Button variant="link" onClick={() => setAll(true)}>
            {causes.length - shown.length} more causes
          </Button>
        </li>
      )}
    </ul>
  );
}

function Cause({ cause, pressed, onPress }: { cause: ProblemCause; pressed: boolean; onPress: () => void }) {
  const { locale } = useReaderLocale();
  const { line, value } = cause.example;
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className="flex w-full items-start gap-3 rounded-sm px-2 py-1.5 text-left hover:bg-muted focus-inset aria-pressed:bg-muted-strong"
    >
      <span
        className={`tabular min-w-6 shrink-0 text-right font-semibold ${cause.severity === "error" ? "text-warning" : "text-foreground-2"}`}
      >
        {formatNumber(cause.rows, locale)}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium text-pretty">{cause.title}</span>
        <span className="block truncate text-xs text-foreground-3">
          line {formatNumber(line, locale)}
          {value !== "" && <span className="ml-1.5 font-mono whitespace-pre">{value}</span>}
        </span>
      </span>
    </button>
  );
}
