"use client";
/** One thing that happens besides the rows: what and how many, and below it what that means. Names behind a press. */
import { Popover } from "@rollcall/ui";
import { TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

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

export interface CreatedNamesProps {
  label: string;
  entries: readonly CreatedEntry[];
  /** shows the rows that have the name */
  onShow: (name: string) => void;
  /** takes the existing name instead */
  onUse?: (name: string, near: string) => void;
  busy: boolean;
}

/** The first few names; all of them, with the line that first asks for each, behind a press. Near ones are pointed out. */
export function CreatedNames({ label, entries, onShow, onUse, busy }: CreatedNamesProps) {
  const doubtful = entries.filter((entry) => entry.near !== null);
  return (
    <>
      {entries.slice(0, shown).map((entry, index) => (
        <span key={entry.name}>
          {index > 0 && ", "}
          <button type="button" className={linkClass} onClick={() => onShow(entry.name)}>
            {entry.name}
          </button>
        </span>
      ))}{" "}
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
                <button
                  type="button"
                  className={`min-w-0 truncate ${linkClass}`}
                  onClick={() => onShow(entry.name)}
                >
                  {entry.name}
                </button>
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
            “{entry.name}” is nearly “{entry.near}”, which exists.{" "}
            {onUse !== undefined && entry.near !== null && (
              <button
                type="button"
                disabled={busy}
                className={linkClass}
                onClick={() => onUse(entry.name, entry.near ?? entry.name)}
              >
                Use “{entry.near}”
              </button>
            )}
          </span>
        </span>
      ))}
      {doubtful.length > shown && (
        <span className="block text-warning">And {doubtful.length - shown} more like that.</span>
      )}
    </>
  );
}

/** A long name that wraps stays at the start: a button would centre it. */
export const linkClass = "rounded-xs text-left text-accent-text hover:underline";
