"use client";
/** What is wrong with a cell, in plain words, and what one press or key does about it: here, in all rows alike, or leaving the row out. */
import type { ImportRowView, ProblemCause } from "@rollcall/accounts";
import { PopoverChoice } from "@rollcall/ui";
import { Ban, CheckCheck, Info, TriangleAlert, Undo2, WandSparkles } from "lucide-react";
import { useModKey } from "../../shell/reader";
import { causeOf, keyOf } from "../rows/edit-target";

export interface CellHelpProps {
  row: ImportRowView;
  /** what the column is called */
  header: string;
  /** whose row it is */
  who: string;
  problems: readonly ImportRowView["problems"][number][];
  causes: readonly ProblemCause[];
  /** what the file has in the cell; null where it is as it was */
  before: string | null;
  onFix: (problem: ImportRowView["problems"][number], all: boolean) => void;
  onRestore: (value: string) => void;
  onDrop: () => void;
}

export function CellHelp(props: CellHelpProps) {
  const { row, header, who, problems, causes, before, onFix, onRestore, onDrop } = props;
  const mod = useModKey();
  const fixable = problems.filter((problem) => problem.fix !== null);
  const where = [header, `line ${row.line.toLocaleString("en-GB")}`, who].filter((part) => part !== "");
  return (
    <div className="p-1.5">
      <ul className="px-2.5 pt-1.5 pb-1">
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.message}`} className="flex items-start gap-2 py-0.5">
            {problem.severity === "info" ? (
              <Info className="mt-0.5 size-3.5 shrink-0 text-foreground-3" />
            ) : (
              <TriangleAlert className="mt-0.5 size-3.5 shrink-0 text-warning" />
            )}
            <span className="min-w-0 font-medium text-pretty">{problem.message}</span>
          </li>
        ))}
        <li className="truncate text-xs text-foreground-3">{where.join(" · ")}</li>
      </ul>
      {fixable.map((problem, index) => {
        const alike = causes.find((cause) => keyOf(cause) === causeOf(problem))?.rows ?? 0;
        return (
          <div key={problem.code}>
            <PopoverChoice
              active={index === 0}
              icon={<WandSparkles />}
              kbd={index === 0 ? "↵" : undefined}
              onClick={() => onFix(problem, false)}
            >
              {problem.fix?.label}
            </PopoverChoice>
            {alike > 1 && (
              <PopoverChoice
                icon={<CheckCheck />}
                kbd={index === 0 ? ["⇧", "↵"] : undefined}
                onClick={() => onFix(problem, true)}
              >
                Fix all rows like this
              </PopoverChoice>
            )}
          </div>
        );
      })}
      {before !== null && (
        <PopoverChoice icon={<Undo2 />} onClick={() => onRestore(before)}>
          Back to what the file has: {before === "" ? "nothing" : `“${before}”`}
        </PopoverChoice>
      )}
      {row.outcome === "problem" && (
        <PopoverChoice icon={<Ban />} kbd={[mod, "Del"]} onClick={onDrop}>
          Leave this row out
        </PopoverChoice>
      )}
    </div>
  );
}
