"use client";
/**
 * What happens besides the rows, said before it happens: mails, names that are created, administrators, directory accounts that
 * become manual, people taken out of groups, policies and plans, sessions that end, people without a way in.
 */
import type { ImportConsequences, ImportRecord } from "@rollcall/accounts";
import { formatNumber, useReaderLocale } from "@rollcall/ui";
import {
  Building2,
  FolderPlus,
  FolderSync,
  KeyRound,
  Layers,
  LogOut,
  Mail,
  MailPlus,
  ShieldAlert,
  ShieldCheck,
  Tag,
} from "lucide-react";
import { createContext, useContext } from "react";
import { consequenceCause } from "../rows/consequence-causes";
import { everyRow, type RowsView } from "../rows/rows-url";
import { listNames } from "../words/phrases";
import { ConsequenceLine as Line, CreatedNames, linkClass } from "./consequence-line";
import { Removals } from "./removals";
import type { Edits } from "./use-edits";
import { nameStep } from "./name-step";

export interface ConsequencesProps {
  record: ImportRecord;
  onViewChange: (view: RowsView) => void;
  edits: Edits;
}

/** What every line needs: the figures, where they come from, and the way to their rows. */
interface Told {
  record: ImportRecord;
  told: ImportConsequences;
  /** shows the rows that this comes from */
  show: (view: Partial<RowsView>) => void;
}

const Locale = createContext<string | undefined>(undefined);

export function Consequences({ record, onViewChange, edits }: ConsequencesProps) {
  const { consequences: told, creates } = record;
  const { locale } = useReaderLocale();
  if (told === null || creates === null) return null;
  const show = (view: Partial<RowsView>) => onViewChange({ ...everyRow, ...view });
  const given = { record, told, show };
  return (
    <Locale value={locale}>
      <ul>
        <Administrators {...given} />
        <Directory {...given} />
        {record.removals > 0 && <Removals record={record} />}
        <Mails {...given} />
        <Created {...given} edits={edits} />
        <Plans {...given} />
        {told.sessionsEnded > 0 && (
          <Line
            icon={LogOut}
            warn
            detail={
              <>
                Disabled or locked while signed in: their sessions end at once.{" "}
                <Rows show={show} view={{ cause: consequenceCause("sessionsEnded") }} />
              </>
            }
          >
            <Count of={told.sessionsEnded} one="person is" many="people are" /> signed out
          </Line>
        )}
        {told.noWayIn > 0 && <NoWayIn {...given} edits={edits} />}
      </ul>
    </Locale>
  );
}

/** The way to the rows that a line speaks of. */
function Rows(props: { show: Told["show"]; view: Partial<RowsView>; children?: string }) {
  return (
    <button type="button" className={linkClass} onClick={() => props.show(props.view)}>
      {props.children ?? "Show the rows"}
    </button>
  );
}

function Count({ of, one, many }: { of: number; one: string; many: string }) {
  const locale = useContext(Locale);
  return (
    <>
      <strong className="font-semibold">{formatNumber(of, locale)}</strong> {of === 1 ? one : many}
    </>
  );
}

function Administrators({ record, told, show }: Told) {
  const { administratorsMade: made, grantsHeld: held } = told;
  if (made === 0 && held === 0)
    return (
      <Line
        icon={ShieldCheck}
        detail={everyoneIsUser(record) ? "The format gives everyone the role User" : null}
      >
        No administrators are made
      </Line>
    );
  if (made === 0) return null;
  return (
    <Line
      icon={ShieldAlert}
      warn
      detail={
        <>
          You said yes to this. They can manage other people’s accounts.{" "}
          <Rows show={show} view={{ cause: consequenceCause("administratorsMade") }} />
        </>
      }
    >
      <Count of={made} one="account becomes an administrator" many="accounts become administrators" />
    </Line>
  );
}

function everyoneIsUser({ format }: ImportRecord): boolean {
  return format?.id === "hosted-users" || format?.id === "connect";
}

function Directory({ show, told: { directoryBecomesManual: count, directoryDomains: domains } }: Told) {
  if (count === 0) return null;
  const rejected =
    domains.length === 0
      ? "The directory no longer looks after them until it is synchronised again."
      : `${listNames(domains, 4)} ${domains.length === 1 ? "takes" : "take"} mail for valid directory users only: mail to them is rejected there until the directory is synchronised again.`;
  return (
    <Line
      icon={FolderSync}
      warn
      detail={
        <>
          {rejected} <Rows show={show} view={{ cause: consequenceCause("directoryBecomesManual") }} />
        </>
      }
    >
      <Count
        of={count}
        one="directory account becomes manually imported"
        many="directory accounts become manually imported"
      />
    </Line>
  );
}

function Mails({ show, record: { options, summary }, told: { mails, links } }: Told) {
  const locale = useContext(Locale);
  const none = options.mail === "never" ? "No welcome mail, as you chose" : "No welcome mail";
  const created = summary?.create ?? 0;
  return (
    <>
      <Line
        icon={Mail}
        detail={
          mails === 0 ? null : (
            <>
              {linksDetail(links, locale)}. <Rows show={show} view={{ outcomes: ["create"] }} />
            </>
          )
        }
      >
        {mails === 0 ? (
          none
        ) : (
          <Count of={mails} one="welcome mail, sent once" many="welcome mails, each sent once" />
        )}
      </Line>
      {options.invite && created > 0 && (
        <Line icon={MailPlus} detail="When the import is done; each gets one mail with a link.">
          The new people are invited to enrol
        </Line>
      )}
    </>
  );
}

function linksDetail(links: number, locale: string | undefined): string {
  return links === 0
    ? "All with a password from the file"
    : `${formatNumber(links, locale)} with a link to set a password`;
}

function Created({ record, show, edits }: Told & { edits: Edits }) {
  const { creates, options } = record;
  if (creates === null) return null;
  const shared = { onShow: (name: string) => show({ search: name }), busy: edits.busy };
  const onUse = (field: string) => (name: string, near: string) =>
    void edits.run(nameStep(record, field, { name, near }));
  const { groups, departments, attributes } = creates;
  return (
    <>
      {groups.length > 0 && (
        <Line
          icon={FolderPlus}
          detail={
            <CreatedNames label="Groups to be created" entries={groups} {...shared} onUse={onUse("groups")} />
          }
        >
          <Count of={groups.length} one="group created" many="groups created" />
        </Line>
      )}
      {departments.length > 0 && (
        <Line
          icon={Building2}
          detail={
            <CreatedNames
              label="Departments to be created"
              entries={departments}
              {...shared}
              onUse={onUse("department")}
            />
          }
        >
          <Count of={departments.length} one="department created" many="departments created" />
        </Line>
      )}
      {attributes.length > 0 && (
        <Line
          icon={Tag}
          detail={<CreatedNames label="Attributes to be created" entries={attributes} {...shared} />}
        >
          <Count of={attributes.length} one="attribute created" many="attributes created" />
        </Line>
      )}
      {options.groups.length > 0 && !options.noGroup && (
        <Line icon={FolderPlus} detail={listNames(options.groups, 8)}>
          Everyone is put into{" "}
          {options.groups.length === 1 ? "a group" : `${String(options.groups.length)} groups`}
        </Line>
      )}
    </>
  );
}

function Plans({ show, told: { plansUsed, policyChanges } }: Told) {
  const locale = useContext(Locale);
  const words = plansUsed.map(({ plan, accounts }) => `${plan} for ${formatNumber(accounts, locale)}`);
  return (
    <>
      {plansUsed.length > 0 && (
        <Line icon={Layers} detail={listNames(words, 6)}>
          <Count of={plansUsed.length} one="service plan is used" many="service plans are used" />
        </Line>
      )}
      {policyChanges > 0 && (
        <Line
          icon={ShieldAlert}
          detail={
            <>
              Their groups carry another policy; it holds on their devices too.{" "}
              <Rows show={show} view={{ cause: consequenceCause("policyChanges") }} />
            </>
          }
        >
          <Count of={policyChanges} one="account gets another policy" many="accounts get another policy" />
        </Line>
      )}
    </>
  );
}

function NoWayIn({ told: { noWayIn }, show, edits }: Told & { edits: Edits }) {
  return (
    <Line
      icon={KeyRound}
      warn
      detail={
        <>
          Neither a password nor a mail with a link. <Rows show={show} view={{ cause: noWayInCause }} />, or{" "}
          <button
            type="button"
            disabled={edits.busy}
            className={linkClass}
            onClick={() => void edits.run({ kind: "fix", cause: noWayInCause })}
          >
            send them a link
          </button>
          .
        </>
      }
    >
      <Count of={noWayIn} one="person has no way in" many="people have no way in" />
    </Line>
  );
}

const noWayInCause = "password.no-way-in|sendWelcome|";
