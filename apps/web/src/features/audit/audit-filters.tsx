"use client";
/** By what the audit log is narrowed: action, subject, days; and chips for what only a link can choose. */
import { Button, FilterChip, Input, Select, Toolbar } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "../../trpc/client";
import { importNumber } from "../imports/words/import-number";
import {
  dayOf,
  emptyAuditQuery,
  isAuditFiltered,
  subjectLabels,
  subjectTypes,
  type AuditQuery,
} from "./audit-query";

export interface AuditFiltersProps {
  query: AuditQuery;
  onChange: (query: AuditQuery) => void;
  end: ReactNode;
}

export function AuditFilters({ query, onChange, end }: AuditFiltersProps) {
  const trpc = useTRPC();
  const { data: actions = [] } = useQuery(
    trpc.audit.actions.queryOptions(undefined, { staleTime: Infinity }),
  );
  return (
    <Toolbar className="border-b border-border pt-3" end={end}>
      <Select
        aria-label="What was done"
        compact
        className="shrink-0"
        placeholder="Any action"
        value={query.action}
        options={[
          { value: "", label: "Any action" },
          ...actions.map(({ value, words }) => ({
            value,
            label: sentence(words),
            description: familyOf(value),
          })),
        ]}
        onValueChange={(action) => onChange({ ...query, action: action === "" ? null : action })}
      />
      <Select
        aria-label="To what"
        compact
        className="shrink-0"
        placeholder="Anything"
        value={query.subjectType}
        options={[
          { value: "", label: "Anything" },
          ...subjectTypes.map((value) => ({ value, label: subjectLabels[value] })),
        ]}
        onValueChange={(value) =>
          onChange({
            ...query,
            subjectType: subjectTypes.find((type) => type === value) ?? null,
            subjectId: null,
          })
        }
      />
      <Day label="From" value={query.from} onChange={(from) => onChange({ ...query, from })} />
      <Day label="To" value={query.to} onChange={(to) => onChange({ ...query, to })} />
      {query.actor !== null && (
        <FilterChip
          field="By"
          verb="is"
          value={query.actor === "system" ? "Rollcall itself" : `user ${query.actor}`}
          onRemove={() => onChange({ ...query, actor: null })}
          removeLabel="Remove filter By"
        />
      )}
      {query.subjectId !== null && (
        <FilterChip
          field="Number"
          verb="is"
          value={query.subjectId}
          onRemove={() => onChange({ ...query, subjectId: null })}
          removeLabel="Remove filter Number"
        />
      )}
      {query.importId !== null && (
        <FilterChip
          field="Import"
          verb="is"
          value={importNumber(query.importId)}
          onRemove={() => onChange({ ...query, importId: null })}
          removeLabel="Remove filter Import"
        />
      )}
      {isAuditFiltered(query) && (
        <Button variant="ghost" size="sm" onClick={() => onChange(emptyAuditQuery)}>
          Clear
        </Button>
      )}
    </Toolbar>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
}) {
  return (
    <label className="flex shrink-0 items-center gap-1.5 text-foreground-3">
      {label}
      <Input
        type="date"
        className="!w-36"
        value={value ?? ""}
        onChange={(event) => onChange(dayOf(event.currentTarget.value))}
      />
    </label>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Several actions share a verb ("added"): what they are about tells them apart. */
function familyOf(action: string): string {
  const family = action.split(".", 1)[0] ?? "";
  return family.charAt(0).toUpperCase() + family.slice(1);
}
