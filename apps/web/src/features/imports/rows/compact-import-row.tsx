"use client";
/** A row of the review on a phone: two lines; a row that needs attention is a card with the cell and what is wrong. */
import type { ImportRowView } from "@rollcall/accounts";
import { Button } from "@rollcall/ui";
import { CompactRow } from "@rollcall/ui/data-grid";
import { ChevronDown, TriangleAlert } from "lucide-react";
import type { MouseEvent } from "react";
import { OutcomeBadge } from "../words/outcome";
import { problemsIn, valuesOf, type FileColumn } from "./file-columns";
import { MarkedValue } from "./row-cell";

/** What can be done about the problems of a row. */
export interface RowCorrections {
  onFix: (row: ImportRowView, problem: ImportRowView["problems"][number], all: boolean) => void;
  onEdit: (row: ImportRowView) => void;
  /** rows with the same cause */
  alike: (problem: ImportRowView["problems"][number]) => number;
  busy: boolean;
}

export interface CompactImportRowProps {
  row: ImportRowView;
  columns: readonly FileColumn[];
  done: boolean;
  expandable: boolean;
  expanded: boolean;
  onToggle: () => void;
  corrections?: RowCorrections | undefined;
}

export function CompactImportRow(props: CompactImportRowProps) {
  const { row, columns, done, expandable, expanded, onToggle } = props;
  const valueOf = (field: string) => {
    const column = columns.find((entry) => entry.field === field);
    return column === undefined ? "" : (valuesOf(column, row)[0] ?? "");
  };
  const name = valueOf("fullName");
  const title = name === "" ? (row.email ?? valueOf("email")) : name;
  if (row.outcome === "problem") return <ProblemCard {...props} title={title === "" ? "No name" : title} />;
  return (
    <CompactRow
      title={title}
      detail={name === "" ? row.why : (row.email ?? valueOf("email"))}
      end={<OutcomeBadge outcome={row.outcome} done={done} />}
      endDetail={
        expandable ? (
          <button
            type="button"
            aria-expanded={expanded}
            onClick={(event) => pressOnce(event, onToggle)}
            className="relative inline-flex items-center gap-1 rounded-xs before:absolute before:-inset-2.5"
          >
            {row.outcome === "update" ? row.why : "Details"}
            <ChevronDown className={`size-3.5 ${expanded ? "rotate-180" : ""}`} />
          </button>
        ) : (
          `line ${row.line}`
        )
      }
    />
  );
}

/** The grid opens a row wherever it is pressed; the button does it itself, so the row must not do it again. */
function pressOnce(event: MouseEvent, onToggle: () => void): void {
  event.stopPropagation();
  onToggle();
}

function ProblemCard(props: CompactImportRowProps & { title: string }) {
  const { row, columns, title, expanded, onToggle, corrections } = props;
  const errors = row.problems.filter((problem) => problem.severity === "error");
  const marked = columns.filter((column) => problemsIn(column, row)[0]?.severity === "error");
  return (
    <div className="-mx-1 overflow-hidden rounded-md border border-border bg-surface shadow-xs">
      <div className="px-3.5 pt-3 pb-3.5">
        <div className="flex items-baseline justify-between gap-3">
          <span className="truncate text-base font-medium text-foreground">{title}</span>
          <span className="tabular shrink-0 text-foreground-3">line {row.line}</span>
        </div>
        {marked.map((column) => (
          <div key={column.id} className="mt-2">
            <p className="mb-0.5 text-xs text-foreground-3">{column.header}</p>
            <div className="flex">
              <MarkedValue
                value={valuesOf(column, row).join(", ")}
                showSpaces={problemsIn(column, row)[0]?.code === "email.spaces"}
                message=""
              />
            </div>
          </div>
        ))}
        <ul className="mt-2 space-y-1">
          {errors.map((problem) => (
            <li key={`${problem.code} ${problem.message}`} className="flex items-start gap-2 text-warning">
              <TriangleAlert className="mt-0.5 size-3.5" />
              <span className="min-w-0 text-pretty">{problem.message}</span>
            </li>
          ))}
        </ul>
      </div>
      {corrections !== undefined && <Decisions row={row} corrections={corrections} />}
      {corrections === undefined && row.problems.length > errors.length && (
        <Button
          variant="ghost"
          size="lg"
          wide
          aria-expanded={expanded}
          onClick={(event) => pressOnce(event, onToggle)}
          className="rounded-none border-t border-border"
        >
          {expanded ? "Less" : "More about this row"}
        </Button>
      )}
    </div>
  );
}

/** One decision a card: its fix, the fix of all alike, or typing another value. */
function Decisions({ row, corrections }: { row: ImportRowView; corrections: RowCorrections }) {
  const { onFix, onEdit, alike, busy } = corrections;
  const problem = row.problems.find((entry) => entry.fix !== null && entry.severity === "error");
  const count = problem === undefined ? 0 : alike(problem);
  const press = (act: () => void) => (event: MouseEvent) => pressOnce(event, act);
  return (
    <div className="flex divide-x divide-border border-t border-border">
      {problem !== undefined && (
        <button
          type="button"
          disabled={busy}
          onClick={press(() => onFix(row, problem, false))}
          className={`${decisionLook} text-accent-text`}
        >
          {problem.fix?.label}
        </button>
      )}
      {problem !== undefined && count > 1 && (
        <button
          type="button"
          disabled={busy}
          onClick={press(() => onFix(row, problem, true))}
          className={decisionLook}
        >
          Fix all like this
        </button>
      )}
      <button type="button" onClick={press(() => onEdit(row))} className={decisionLook}>
        Edit
      </button>
    </div>
  );
}

const decisionLook =
  "min-h-12 min-w-0 flex-1 px-2 font-medium focus-inset disabled:opacity-45 active:bg-muted";
