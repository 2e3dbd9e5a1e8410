"use client";
/** The rows at a desk: filters with their tools, find and replace, and the sheet. Another filter begins another list. */
import type { ImportRecord, ProblemCause } from "@rollcall/accounts";
import { Button, Menu, MenuCheckboxItem, MenuSeparator, SkeletonRows } from "@rollcall/ui";
import { Columns3, Replace } from "lucide-react";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { lazyPart } from "../../pieces/lazy-part";
import { useModKey } from "../../shell/reader";
import { keyOf } from "../rows/edit-target";
import { fileColumns } from "../rows/file-columns";
import { RowFilters } from "../rows/row-filters";
import type { RowsView } from "../rows/rows-url";
import { useWidth } from "../rows/use-width";
import { countRows } from "../words/outcome";
import { noFind, type FindDraft } from "./find-draft";
import type { Edits } from "./use-edits";

// The page wakes up without them: filters, causes and the button are there at once.
const ReviewSheet = dynamic(() => import("./review-sheet").then((module) => module.ReviewSheet), {
  ssr: false,
  loading: () => (
    <div className="min-h-0 flex-1 overflow-hidden border-t border-border">
      <div aria-hidden className="h-8 border-b border-border bg-subtle" />
      <SkeletonRows rows={16} />
    </div>
  ),
});
const FindReplace = lazyPart(() => import("./find-replace").then((module) => module.FindReplace));

export interface ReviewRowsProps {
  record: ImportRecord;
  edits: Edits;
  view: RowsView;
  onViewChange: (view: RowsView, step?: "push" | "replace") => void;
  causes: readonly ProblemCause[];
  find: FindDraft;
  onFind: (draft: FindDraft) => void;
}

export function ReviewRows({ record, edits, view, onViewChange, causes, find, onFind }: ReviewRowsProps) {
  const mod = useModKey();
  const [place, width] = useWidth();
  const finding = find.open;
  const setFinding = (open: boolean) => onFind(open ? { ...find, open } : noFind);
  const [apart, setApart] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const choice = useMemo(() => {
    const titles = new Map(causes.map((cause) => [keyOf(cause), cause.title]));
    return { width, apart, hidden, titles };
  }, [width, apart, hidden, causes]);
  const list = JSON.stringify([view.outcomes, view.search.trim(), view.cause, edits.generation]);
  const total = useListTotal(list, totalOf(record, view, causes));
  const filter = JSON.stringify([view.outcomes, view.search.trim(), view.cause]);
  return (
    <div ref={place} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <RowFilters
        record={record}
        causes={causes}
        view={view}
        onViewChange={onViewChange}
        end={
          <>
            <Button
              variant="ghost"
              icon={<Replace />}
              pressed={finding}
              aria-keyshortcuts={mod === "⌘" ? "Meta+H" : "Control+H"}
              onClick={() => setFinding(!finding)}
            >
              Find and replace
            </Button>
            <ColumnMenu {...{ record, apart, setApart, hidden, setHidden }} />
          </>
        }
      />
      {finding && (
        <FindReplace
          record={record}
          view={view}
          edits={edits}
          draft={find}
          onDraft={onFind}
          onClose={() => {
            setFinding(false);
            document.querySelector<HTMLElement>("[role=grid]")?.focus({ preventScroll: true });
          }}
        />
      )}
      <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        <ReviewSheet
          key={filter}
          {...{ record, view, onViewChange, edits, causes, choice, total, width }}
          onTakeApart={() => setApart(true)}
          onFind={() => setFinding(true)}
        />
      </div>
    </div>
  );
}

interface ColumnMenuProps {
  record: ImportRecord;
  apart: boolean;
  setApart: (apart: boolean) => void;
  hidden: ReadonlySet<string>;
  setHidden: (hidden: ReadonlySet<string>) => void;
}

function ColumnMenu({ record, apart, setApart, hidden, setHidden }: ColumnMenuProps) {
  const columns = fileColumns(record.columns, apart);
  const several = fileColumns(record.columns).some((column) => column.cells.length > 1);
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" icon={<Columns3 />}>
          Columns
        </Button>
      }
    >
      {columns.map((column) => (
        <MenuCheckboxItem
          key={column.id}
          checked={!hidden.has(column.id)}
          onCheckedChange={(shown) => {
            const next = new Set(hidden);
            if (shown) next.delete(column.id);
            else next.add(column.id);
            setHidden(next);
          }}
        >
          {column.header}
        </MenuCheckboxItem>
      ))}
      {several && <MenuSeparator />}
      {several && (
        <MenuCheckboxItem checked={apart} onCheckedChange={setApart}>
          Each group in a column of its own
        </MenuCheckboxItem>
      )}
    </Menu>
  );
}

/** Of a list that is shown: what is corrected in it stays in it, so its length stays, too, until the list is another. */
function useListTotal(list: string, total: number | null): number | null {
  const [kept, setKept] = useState({ list, total });
  if (kept.list !== list || (kept.total === null && total !== null)) {
    setKept({ list, total });
    return total;
  }
  return kept.total;
}

/** Known for tiles and causes, which the server counted; not for words, nor for several filters together. */
function totalOf(record: ImportRecord, view: RowsView, causes: readonly ProblemCause[]): number | null {
  if (view.search.trim() !== "") return null;
  const byOutcome =
    view.outcomes.length === 0 || record.summary === null ? null : countRows(record.summary, view.outcomes);
  if (view.cause === null) return byOutcome ?? record.rows;
  const cause = causes.find((entry) => keyOf(entry) === view.cause);
  return byOutcome === null ? (cause?.rows ?? null) : null;
}
