"use client";
/** One thing that happens besides the rows: what and how many, and below it what that means. Names behind a press. */
import { Popover } from "@rollcall/ui";
import { TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { listNames } from "../words/phrases";

export interface ConsequenceLineProps {
  icon: LucideIcon;
  detail: ReactNode;
  /** a person should look twice */
  warn?: boolean;
  children: ReactNode;
}

export function ConsequenceLine({ icon: Icon, detail, warn = false, children }: ConsequenceLineProps) {
  return (
    <li className="flex items-start gap-3 py-1.5">
      <Icon className={`mt-0.5 ${warn ? "text-warning" : "text-foreground-3"}`} />
      <span className="min-w-0 flex-1">
        <span className="block">{children}</span>
        {detail !== null && <span className="block text-xs text-pretty text-foreground-3">{detail}</span>}
      </span>
    </li>
  );
}

const shown = 3;

export interface CreatedEntry {
  name: string;
  line: number;
  near: string | null;
}

/** The first few names; all of them, with the line that first asks for each, behind a press. Near ones are pointed out. */
export function CreatedNames({ label, entries }: { label: string; entries: readonly CreatedEntry[] }) {
  const names = entries.map((entry) => entry.name);
  const doubtful = entries.filter((entry) => entry.near !== null);
  return (
    <>
      {listNames(names, shown)}{" "}
      {entries.length > shown && (
        <Popover
          label={label}
          align="end"
          width={280}
          trigger={
            <button type="button" className={linkClass}>
              Show all
            </button>
          }
        >
          <ul className="max-h-80 overflow-y-auto scrollbar-thin" tabIndex={0} aria-label={label}>
            {entries.map((entry) => (
              <li key={entry.name} className="flex justify-between gap-4 py-0.5">
                <span className="min-w-0 truncate">{entry.name}</span>
                <span className="tabular shrink-0 text-foreground-3">line {entry.line}</span>
              </li>
            ))}
          </ul>
        </Popover>
      )}
      {doubtful.slice(0, shown).map((entry) => (
        <span key={entry.name} className="mt-0.5 flex items-start gap-1.5 text-warning">
          <TriangleAlert className="mt-0.5 size-3.5 shrink-0" />
          <span>
            “{entry.name}” is nearly “{entry.near}”, which exists. Line {entry.line}.
          </span>
        </span>
      ))}
      {doubtful.length > shown && (
        <span className="block text-warning">And {doubtful.length - shown} more like that.</span>
      )}
    </>
  );
}

export const linkClass = "rounded-xs text-accent-text hover:underline";
