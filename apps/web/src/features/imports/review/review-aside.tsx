"use client";
/** Beside the rows: what to correct first and how, what is worth knowing, what else will happen, and the options. */
import type { ImportRecord, ProblemCause } from "@rollcall/accounts";
import { AsideSection, Button, Skeleton } from "@rollcall/ui";
import { Download } from "lucide-react";
import Link from "next/link";
import { countOf } from "../../pieces/words";
import { everyRow, type RowsView } from "../rows/rows-url";
import { CauseList } from "./cause-list";
import { isDirectorySpreadsheet } from "../upload/look";
import { Consequences } from "./consequences";
import { GrantRoles } from "./grant-roles";
import { OptionsSection } from "./options-section";
import { SpreadsheetInformation } from "./spreadsheet-information";

export interface ReviewAsideProps {
  record: ImportRecord;
  /** null while they are on their way */
  causes: readonly ProblemCause[] | null;
  view: RowsView;
  onViewChange: (view: RowsView) => void;
}

const noWayIn = "password.no-way-in";

export function ReviewAside({ record, causes, view, onViewChange }: ReviewAsideProps) {
  const problems = record.summary?.problem ?? 0;
  // Rows that only wait for a yes have nothing to correct.
  const held = record.consequences?.grantsHeld ?? 0;
  const errors = causes?.filter((cause) => cause.severity === "error") ?? [];
  // People without a way in are told of below, with what can be done.
  const notes = causes?.filter((cause) => cause.severity === "warning" && cause.code !== noWayIn) ?? [];
  const list = { view, onViewChange };
  return (
    <>
      <GrantRoles record={record} />
      {isDirectorySpreadsheet(record.format?.id) && <SpreadsheetInformation record={record} />}
      {problems > 0 && (
        <AsideSection
          title="Fix first"
          meta={causes === null ? "" : `${countOf(problems, "row")} · ${countOf(errors.length, "cause")}`}
        >
          {causes === null ? <Skeleton className="my-3 w-40" /> : <CauseList causes={errors} {...list} />}
          {problems > held && <HowToCorrect record={record} problems={problems} />}
        </AsideSection>
      )}
      {notes.length > 0 && (
        <AsideSection title="Worth knowing">
          <CauseList causes={notes} {...list} />
        </AsideSection>
      )}
      <AsideSection title="What else will happen">
        <Consequences record={record} onShowNoWayIn={() => onViewChange({ ...everyRow, cause: noWayIn })} />
      </AsideSection>
      <OptionsSection record={record} />
    </>
  );
}

function HowToCorrect({ record, problems }: { record: ImportRecord; problems: number }) {
  return (
    <div className="mt-2 rounded-md bg-muted px-3 py-2.5">
      <p className="text-xs text-pretty text-foreground-2">
        Download {problems === 1 ? "it" : "them"}, correct what the last column says, and{" "}
        <Link href="/imports/new" className="rounded-xs text-accent-text underline underline-offset-2">
          drop the file back in
        </Link>
        . The other rows need not wait for that.
      </p>
      <Button
        size="sm"
        icon={<Download />}
        className="mt-2"
        render={<a href={`/api/imports/${record.id}/corrections`} download />}
      >
        Download {countOf(problems, "row")}
      </Button>
    </div>
  );
}
