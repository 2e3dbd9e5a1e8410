"use client";
/** An opened row: what changes from what to what, and everything that is wrong or worth knowing, in plain words. */
import type { FieldChange, ImportRowView } from "@rollcall/accounts";
import { Chip, DiffValue } from "@rollcall/ui";
import { ArrowUpRight, Info, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { byField, fieldLabel, fieldValue } from "../words/field-label";
import { notesOf } from "./file-columns";

export interface RowDetailProps {
  row: ImportRowView;
  done: boolean;
  /** pixels in sight; the row itself may be wider */
  width: number;
}

export function RowDetail({ row, done, width }: RowDetailProps) {
  const accent = row.outcome === "problem" ? "border-warning-solid" : "border-info-solid";
  const ignored = row.problems.some((problem) => problem.code === "password.ignored");
  const notes = notesOf(row).filter((problem) => problem.code !== "password.ignored");
  const changes = Object.entries(row.changes).sort(([one], [other]) => byField(one, other));
  const mayOpen = row.accountId !== null && (row.outcome !== "create" || done) && row.outcome !== "problem";
  return (
    <div className="sticky left-0 py-1 pr-5 pl-5 md:pl-14" style={{ width }}>
      <div className={`flex flex-wrap gap-x-6 gap-y-2 border-l-2 py-2 pl-4 ${accent}`}>
        <div className="min-w-0 flex-1 basis-80">
          {changes.map(([field, change]) => (
            <Change key={field} field={field} change={change} />
          ))}
          {ignored && (
            <DiffValue
              label="Password"
              before="In the file"
              after=""
              note="Ignored. An existing password is never changed by an import."
            />
          )}
          <ul className="space-y-1.5">
            {notes.map((problem) => (
              <Note key={`${problem.code} ${problem.message}`} problem={problem} />
            ))}
          </ul>
        </div>
        {mayOpen && (
          <Link
            href={`/users/${row.accountId ?? ""}`}
            className="inline-flex h-5 items-center gap-1 rounded-xs font-medium text-accent-text hover:underline"
          >
            Open account
            <ArrowUpRight className="size-3.5" />
          </Link>
        )}
      </div>
    </div>
  );
}

function Change({ field, change }: { field: string; change: FieldChange }) {
  const label = fieldLabel(field);
  if (!("add" in change)) {
    const [before, after] = [fieldValue(field, change.from), fieldValue(field, change.to)];
    return <DiffValue label={label} before={before} after={after ?? "nothing"} />;
  }
  return (
    <DiffValue
      label={label}
      before={<span className="text-foreground-3">those they have</span>}
      after={
        <>
          {change.add.map((name) => (
            <Chip key={`+${name}`} tone="info">
              + {name}
            </Chip>
          ))}
          {change.remove.map((name) => (
            <Chip key={`-${name}`} tone="removed">
              {name}
            </Chip>
          ))}
        </>
      }
    />
  );
}

function Note({ problem }: { problem: ImportRowView["problems"][number] }) {
  const calm = problem.severity === "info";
  const value = problem.params["value"];
  return (
    <li className="flex items-start gap-2">
      {calm ? (
        <Info className="mt-0.5 text-foreground-3" />
      ) : (
        <TriangleAlert className="mt-0.5 text-warning" />
      )}
      <span className="min-w-0 text-pretty text-foreground-2">
        {problem.message}
        {problem.fix !== null && value !== problem.fix.value && (
          <span className="text-foreground-3">
            {" "}
            Probably meant: <span className="font-mono text-foreground-2">{problem.fix.value}</span>
          </span>
        )}
      </span>
    </li>
  );
}
