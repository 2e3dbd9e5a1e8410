"use client";
/** Problems by cause, those first that hold up most rows: a press shows the rows of one, its button deals with all of them at once. */
import type { ImportRecord, ProblemCause, RowSet } from "@rollcall/accounts";
import { Button, IconButton, Menu, MenuItem, Tooltip, formatNumber, useReaderLocale } from "@rollcall/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Ban, Ellipsis, Filter, PencilLine, WandSparkles } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { lazyPart } from "../../pieces/lazy-part";
import { countOf } from "../../pieces/words";
import { causeOf, keyOf } from "../rows/edit-target";
import { everyRow, type RowsView } from "../rows/rows-url";
import { fixLabel, mainAction, sampleWords, type ActionKind } from "./cause-action";
import type { Edits } from "./use-edits";

const SetValueDialog = lazyPart(() => import("./set-value-dialog").then((module) => module.SetValueDialog));

export interface CauseListProps {
  record: ImportRecord;
  causes: readonly ProblemCause[];
  view: RowsView;
  onViewChange: (view: RowsView) => void;
  edits: Edits;
}

/** So many at first: they hold up most of the rows. */
const atFirst = 6;

export function CauseList(props: CauseListProps) {
  const { causes, view, onViewChange } = props;
  const [all, setAll] = useState(false);
  // One more than fits is shown rather than hidden behind a button of the same height.
  const shown = all || causes.length <= atFirst + 1 ? causes : causes.slice(0, atFirst);
  return (
    <ul className="-mx-4">
      {shown.map((cause) => (
        <Cause
          key={`${cause.severity} ${keyOf(cause)}`}
          {...props}
          cause={cause}
          pressed={view.cause === keyOf(cause)}
          onPress={() =>
            onViewChange(view.cause === keyOf(cause) ? everyRow : { ...everyRow, cause: keyOf(cause) })
          }
        />
      ))}
      {shown.length < causes.length && (
        <li className="px-4 pt-1">
          <Button variant="link" onClick={() => setAll(true)}>
            {causes.length - shown.length} more causes
          </Button>
        </li>
      )}
    </ul>
  );
}

interface CauseProps extends CauseListProps {
  cause: ProblemCause;
  pressed: boolean;
  onPress: () => void;
}

function Cause({ record, cause, pressed, onPress, edits }: CauseProps) {
  const { locale } = useReaderLocale();
  const [setting, setSetting] = useState(false);
  const key = keyOf(cause);
  const ready = useReadyFix(record, cause);
  const fix = ready ?? null;
  const fixes = useFixedRows(record, cause, fix !== null);
  const rows: RowSet = { filter: { outcomes: [], search: null, cause: key } };
  // Until it is known whether there is a fix, no other way is offered in its place.
  const main = ready === undefined ? null : mainAction(cause, fix !== null);
  const run = (kind: ActionKind) => {
    if (kind === "fix") void edits.run({ kind: "fix", cause: key });
    if (kind === "drop") void edits.run({ kind: "decide", decision: "skip", rows });
    if (kind === "empty") void edits.run({ kind: "fill", column: columnOf(record, cause), value: "", rows });
    if (kind === "set") setSetting(true);
  };
  return (
    <li className={`flex items-start gap-2 py-1.5 pr-2 pl-4 ${pressed ? "bg-muted" : "hover:bg-muted"}`}>
      <button
        type="button"
        aria-pressed={pressed}
        onClick={onPress}
        className="flex min-w-0 flex-1 items-start gap-3 rounded-xs text-left"
      >
        <span
          className={`tabular min-w-6 shrink-0 text-right font-semibold ${cause.severity === "error" ? "text-warning" : "text-foreground-2"}`}
        >
          {formatNumber(cause.rows, locale)}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block font-medium text-pretty">{cause.title}</span>
          <span className="block truncate text-xs text-foreground-3">
            {fix === null ? (
              <>
                line {formatNumber(cause.example.line, locale)}
                {cause.example.value !== "" && (
                  <span className="ml-1.5 font-mono whitespace-pre">{cause.example.value}</span>
                )}
              </>
            ) : (
              <span className="font-mono">
                {fix.from === "" ? "empty" : fix.from} → {fix.to === "" ? "empty" : fix.to}
              </span>
            )}
          </span>
        </span>
      </button>
      {main !== null && (
        <Tooltip content={<Samples record={record} cause={cause} kind={main.kind} />}>
          <Button size="sm" disabled={edits.busy} onClick={() => run(main.kind)}>
            {main.kind === "fix" ? fixLabel(fixes, cause.rows, locale) : main.label}
          </Button>
        </Tooltip>
      )}
      <Menu
        align="end"
        trigger={
          <IconButton label={`More for: ${cause.title}`} tooltip={false} size="sm" icon={<Ellipsis />} />
        }
      >
        <MenuItem icon={<Filter />} onSelect={onPress}>
          {pressed ? "Show all rows" : cause.rows === 1 ? "Show this row" : "Show these rows"}
        </MenuItem>
        {fix !== null && (
          <MenuItem icon={<WandSparkles />} onSelect={() => run("fix")}>
            {fixes === null ? "Fix all that can be fixed" : `Fix ${countOf(fixes, "row")}`}
          </MenuItem>
        )}
        <MenuItem icon={<PencilLine />} onSelect={() => run("set")}>
          {cause.rows === 1 ? "Set a value…" : "Set a value in all…"}
        </MenuItem>
        <MenuItem icon={<Ban />} onSelect={() => run("drop")}>
          Leave out {countOf(cause.rows, "row")}
        </MenuItem>
      </Menu>
      {setting && (
        <SetValueDialog
          {...{ record, edits, rows }}
          column={String(columnPlace(record, cause) ?? cause.field ?? 0)}
          onClose={() => setSetting(false)}
        />
      )}
    </li>
  );
}

function columnPlace(record: ImportRecord, cause: ProblemCause): number | null {
  const at = record.columns.findIndex(({ field }) => field !== null && field === cause.field);
  return at < 0 ? null : at;
}

function columnOf(record: ImportRecord, cause: ProblemCause) {
  return columnPlace(record, cause) ?? 0;
}

/** The ready fix of a cause, as its first rows have it; null where they have none, undefined while they are on their way. */
function useReadyFix(
  record: ImportRecord,
  cause: ProblemCause,
): { from: string; to: string } | null | undefined {
  const trpc = useTRPC();
  const key = keyOf(cause);
  const first = useQuery(
    trpc.imports.rows.queryOptions(
      { importId: record.id, problemCode: key, limit: 5 },
      { staleTime: 60_000, placeholderData: keepPreviousData },
    ),
  );
  if (first.isPending) return undefined;
  for (const row of first.data?.rows ?? []) {
    const problem = row.problems.find((entry) => causeOf(entry) === key && entry.fix !== null);
    if (problem?.fix === null || problem === undefined) continue;
    const { field, index, value } = problem.fix;
    const at = index ?? record.columns.findIndex((column) => column.field === field);
    return { from: row.cells[at] ?? "", to: value };
  }
  return null;
}

/** Of so many rows it is counted at once how many a fix mends; of more when somebody looks at the button. */
const mostCounted = 2_000;

/** How many rows the fix of a cause changes; null where that is not known yet. */
function useFixedRows(record: ImportRecord, cause: ProblemCause, fixable: boolean): number | null {
  const preview = useFixPreview(record, cause, fixable && cause.rows <= mostCounted);
  return preview.data?.rows ?? null;
}

function useFixPreview(record: ImportRecord, cause: ProblemCause, enabled: boolean) {
  const trpc = useTRPC();
  const step = { kind: "fix" as const, cause: keyOf(cause) };
  return useQuery(
    trpc.imports.previewEdit.queryOptions({ importId: record.id, step }, { enabled, staleTime: 60_000 }),
  );
}

/** What would become of the first rows, before the button is pressed; asked for when somebody looks at the button. */
function Samples({ record, cause, kind }: { record: ImportRecord; cause: ProblemCause; kind: ActionKind }) {
  const preview = useFixPreview(record, cause, kind === "fix");
  if (kind !== "fix" || preview.data === undefined) return sampleWords(kind, cause);
  return (
    <span className="block space-y-0.5">
      <span className="block">{countOf(preview.data.rows, "row")} would be fixed, for example</span>
      {preview.data.samples.map((sample) => (
        <span key={sample.rowNo} className="block font-mono">
          {sample.from === "" ? "empty" : sample.from} → {sample.to === "" ? "empty" : sample.to}
        </span>
      ))}
    </span>
  );
}
