"use client";
/** What happens besides the rows: mails, groups and departments by name, people without a way in. Said before it happens. */
import type { ImportRecord } from "@rollcall/accounts";
import { formatNumber, Popover, useReaderLocale } from "@rollcall/ui";
import { Building2, FolderPlus, KeyRound, Mail, ShieldCheck, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { listNames } from "../words/phrases";

export interface ConsequencesProps {
  record: ImportRecord;
  /** shows the rows of people who would have no way in */
  onShowNoWayIn: () => void;
}

export function Consequences({ record, onShowNoWayIn }: ConsequencesProps) {
  const { consequences, creates, options } = record;
  const { locale } = useReaderLocale();
  if (consequences === null || creates === null) return null;
  const number = (value: number) => <strong className="font-semibold">{formatNumber(value, locale)}</strong>;
  return (
    <ul>
      <Line icon={Mail} detail={linksDetail(consequences.mails, consequences.links, locale)}>
        {consequences.mails === 0 ? (
          options.mail === "never" ? (
            "No welcome mail, as you chose"
          ) : (
            "No welcome mail"
          )
        ) : (
          <>
            {number(consequences.mails)} welcome{" "}
            {consequences.mails === 1 ? "mail, sent once" : "mails, each sent once"}
          </>
        )}
      </Line>
      {creates.groups.length > 0 && (
        <Line icon={FolderPlus} detail={<Names label="Groups to be created" entries={creates.groups} />}>
          {number(creates.groups.length)} {creates.groups.length === 1 ? "group" : "groups"} created
        </Line>
      )}
      {creates.departments.length > 0 && (
        <Line
          icon={Building2}
          detail={<Names label="Departments to be created" entries={creates.departments} />}
        >
          {number(creates.departments.length)}{" "}
          {creates.departments.length === 1 ? "department" : "departments"} created
        </Line>
      )}
      {consequences.noWayIn > 0 && (
        <Line
          icon={KeyRound}
          warn
          detail={
            <>
              Neither a password nor a mail with a link.{" "}
              <button
                type="button"
                onClick={onShowNoWayIn}
                className="rounded-xs text-accent-text hover:underline"
              >
                Show them
              </button>
              , or mail everyone new in the options.
            </>
          }
        >
          {number(consequences.noWayIn)} {consequences.noWayIn === 1 ? "person has" : "people have"} no way in
        </Line>
      )}
      {options.groups.length > 0 && (
        <Line icon={FolderPlus} detail={listNames(options.groups, 8)}>
          Everyone is put into {options.groups.length === 1 ? "a group" : `${options.groups.length} groups`}
        </Line>
      )}
      <Line icon={ShieldCheck} detail="The format gives everyone the role User">
        No administrators are made
      </Line>
    </ul>
  );
}

function linksDetail(mails: number, links: number, locale: string | undefined): string | null {
  if (mails === 0) return null;
  return links === 0
    ? "All with a password from the file"
    : `${formatNumber(links, locale)} with a link to set a password`;
}

function Line(props: { icon: LucideIcon; detail: ReactNode; warn?: boolean; children: ReactNode }) {
  const { icon: Icon, detail, warn = false, children } = props;
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

/** The first few names; all of them, with the line that first asks for each, behind a press. */
function Names({ label, entries }: { label: string; entries: readonly { name: string; line: number }[] }) {
  const names = entries.map((entry) => entry.name);
  if (names.length <= shown) return listNames(names, shown);
  return (
    <>
      {names.slice(0, shown).join(", ")} and{" "}
      <Popover
        label={label}
        align="end"
        width={280}
        trigger={
          <button type="button" className="rounded-xs text-accent-text hover:underline">
            {names.length - shown} more
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
    </>
  );
}
