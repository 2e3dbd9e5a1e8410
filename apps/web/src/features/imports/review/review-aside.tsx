"use client";
/** Beside the rows: what to correct first and how, what is worth knowing, what else will happen, and the options. */
import type { ImportRecord, ProblemCause } from "@rollcall/accounts";
import { AsideSection, Button, Skeleton } from "@rollcall/ui";
import { Download } from "lucide-react";
import { countOf } from "../../pieces/words";
import { isDirectorySpreadsheet } from "../upload/look";
import type { RowsView } from "../rows/rows-url";
import { CauseList } from "./cause-list";
import { Consequences } from "./consequences";
import { CorrectionsDrop } from "./corrections-drop";
import { EditHistory } from "./edit-history";
import { GrantRoles } from "./grant-roles";
import { OptionsSection } from "./options-section";
import { RecipeOffer } from "./recipe-offer";
import { SpreadsheetInformation } from "./spreadsheet-information";
import type { Edits } from "./use-edits";

export interface ReviewAsideProps {
  record: ImportRecord;
  /** null while they are on their way */
  causes: readonly ProblemCause[] | null;
  view: RowsView;
  onViewChange: (view: RowsView) => void;
  edits: Edits;
}

const noWayIn = "password.no-way-in";

export function ReviewAside({ record, causes, view, onViewChange, edits }: ReviewAsideProps) {
  const problems = record.summary?.problem ?? 0;
  // Rows that only wait for a yes have nothing to correct.
  const held = record.consequences?.grantsHeld ?? 0;
  const errors = causes?.filter((cause) => cause.severity === "error") ?? [];
  // People without a way in are told of below, with what can be done.
  const notes = causes?.filter((cause) => cause.severity === "warning" && cause.code !== noWayIn) ?? [];
  const list = { record, view, onViewChange, edits };
  return (
    <>
      <GrantRoles record={record} />
      <RecipeOffer record={record} edits={edits} />
      {isDirectorySpreadsheet(record.format?.id) && <SpreadsheetInformation record={record} />}
      {problems > 0 && (
        <AsideSection
          title="Fix first"
          meta={causes === null ? "" : `${countOf(problems, "row")} · ${countOf(errors.length, "cause")}`}
        >
          {causes === null ? <Skeleton className="my-3 w-40" /> : <CauseList causes={errors} {...list} />}
          {problems > held && <InFile record={record} edits={edits} />}
        </AsideSection>
      )}
      <EditHistory edits={edits} />
      {notes.length > 0 && (
        <AsideSection title="Worth knowing">
          <CauseList causes={notes} {...list} />
        </AsideSection>
      )}
      <AsideSection title="What else will happen">
        <Consequences {...list} />
      </AsideSection>
      <OptionsSection record={record} />
    </>
  );
}

/** The other way: correct the rows in a spreadsheet, where their owner knows better. */
function InFile({ record, edits }: { record: ImportRecord; edits: Edits }) {
  const href = `/api/imports/${record.id}/corrections`;
  return (
    <div className="mt-2 rounded-md bg-muted px-3 py-2.5">
      <p className="text-xs text-pretty text-foreground-2">
        Or let somebody else correct them: download the rows with the reason beside each, and drop the file
        back on this page.
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button size="sm" icon={<Download />} render={<a href={href} download />}>
          CSV
        </Button>
        <Button size="sm" icon={<Download />} render={<a href={`${href}?format=xlsx`} download />}>
          XLSX
        </Button>
        <CorrectionsDrop record={record} edits={edits} />
      </div>
    </div>
  );
}
