"use client";
/** Above the rows: five tiles that count and filter, the search, and the cause that is filtered by. */
import type { ImportRecord, Outcome, ProblemCause } from "@rollcall/accounts";
import { FilterChip, SearchInput, StatTileGroup, Toolbar, formatNumber, useReaderLocale } from "@rollcall/ui";
import type { ReactNode } from "react";
import { useSearchText } from "../../pieces/use-search-text";
import { useIsPhone } from "../../shell/reader";
import { countOf } from "../../pieces/words";
import { outcomes, outcomeWords } from "../words/outcome";
import { consequenceTitle } from "./consequence-causes";
import { keyOf } from "./edit-target";
import type { RowsView } from "./rows-url";

export interface RowFiltersProps {
  record: ImportRecord;
  causes: readonly ProblemCause[];
  view: RowsView;
  onViewChange: (view: RowsView, step?: "push" | "replace") => void;
  /** tools at the end of the line */
  end?: ReactNode;
}

export function RowFilters({ record, causes, view, onViewChange, end }: RowFiltersProps) {
  const { locale } = useReaderLocale();
  const { summary } = record;
  const phone = useIsPhone();
  const [text, setText] = useSearchText(view.search, (search) =>
    onViewChange({ ...view, search, row: null }, "replace"),
  );
  const cause = causes.find((entry) => keyOf(entry) === view.cause || entry.code === view.cause);
  const consequence = consequenceTitle(view.cause);
  if (summary === null) return null;
  return (
    <>
      <div className="px-4 pt-4 pb-3">
        <StatTileGroup
          label="Show only"
          selected={view.outcomes}
          onSelectedChange={(selected) =>
            onViewChange({ ...view, outcomes: selected, cause: null, row: null })
          }
          tiles={(phone ? problemsFirst : outcomes).map((outcome) => {
            const { plan, past, tone, icon: Icon } = outcomeWords[outcome];
            return {
              id: outcome,
              icon: <Icon />,
              tone,
              label: record.status === "COMPLETED" ? past : plan,
              value: summary[outcome],
              caption: captionOf(outcome, record, causes),
            };
          })}
        />
      </div>
      <Toolbar className="md:!px-4" end={end}>
        <SearchInput
          slash
          label="Search rows"
          placeholder={
            record.rows === 1 ? "Search 1 row" : `Search ${formatNumber(record.rows, locale)} rows`
          }
          value={text}
          onValueChange={setText}
          className="w-64 max-md:w-full"
        />
        {view.cause !== null && (
          <FilterChip
            field={consequence === null ? "Cause" : "Consequence"}
            verb="is"
            value={consequence ?? cause?.title ?? "no longer there"}
            removeLabel={
              consequence === null ? "Remove the filter by cause" : "Remove the filter by consequence"
            }
            onRemove={() => onViewChange({ ...view, cause: null, row: null })}
          />
        )}
      </Toolbar>
    </>
  );
}

/** On a phone not all tiles are in sight: what needs a person comes first. */
const problemsFirst: readonly Outcome[] = ["problem", "create", "update", "unchanged", "skip"];

function captionOf(outcome: Outcome, record: ImportRecord, causes: readonly ProblemCause[]): string {
  switch (outcome) {
    case "create":
      return (record.consequences?.administratorsMade ?? 0) > 0
        ? `${countOf(record.consequences?.administratorsMade ?? 0, "administrator")} made`
        : "Accounts with the role User";
    case "update":
      return updateCaption(record.consequences?.valuesChanged ?? 0);
    case "unchanged":
      return "Already as in the file";
    case "skip":
      return record.summary?.skip === 0 ? "No row is skipped" : skipCaptions[record.options.mode];
    case "problem": {
      const errors = causes.filter((cause) => cause.severity === "error").length;
      if (errors > 0) return countOf(errors, "cause");
      // The causes come a moment after the counts.
      return record.summary?.problem === 0 ? "Every row can be taken" : "Not taken as they are";
    }
  }
}

function updateCaption(values: number): string {
  if (values === 0) return "No account changes";
  return values === 1 ? "1 value changes" : `${countOf(values, "value")} change`;
}

const skipCaptions = {
  create: "Exist already, or left out",
  upsert: "Administrators, or left out",
  update: "No such account, or left out",
} as const satisfies Record<ImportRecord["options"]["mode"], string>;
