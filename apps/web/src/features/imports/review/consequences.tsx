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
import { listNames } from "../words/phrases";
import { ConsequenceLine as Line, CreatedNames, linkClass } from "./consequence-line";
import { Removals } from "./removals";

export interface ConsequencesProps {
  record: ImportRecord;
  /** shows the rows of people who would have no way in */
  onShowNoWayIn: () => void;
}

/** What every line needs: the figures, and where they come from. */
interface Told {
  record: ImportRecord;
  told: ImportConsequences;
}

const Locale = createContext<string | undefined>(undefined);

export function Consequences({ record, onShowNoWayIn }: ConsequencesProps) {
  const { consequences: told, creates } = record;
  const { locale } = useReaderLocale();
  if (told === null || creates === null) return null;
  const given = { record, told };
  return (
    <Locale value={locale}>
      <ul>
        <Administrators {...given} />
        <Directory {...given} />
        {record.removals > 0 && <Removals record={record} />}
        <Mails {...given} />
        <Created {...given} />
        <Plans {...given} />
        {told.sessionsEnded > 0 && (
          <Line icon={LogOut} warn detail="Disabled or locked while signed in: their sessions end at once.">
            <Count of={told.sessionsEnded} one="person is" many="people are" /> signed out
          </Line>
        )}
        {told.noWayIn > 0 && <NoWayIn {...given} onShow={onShowNoWayIn} />}
      </ul>
    </Locale>
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

function Administrators({ record, told }: Told) {
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
    <Line icon={ShieldAlert} warn detail="You said yes to this. They can manage other people’s accounts.">
      <Count of={made} one="account becomes an administrator" many="accounts become administrators" />
    </Line>
  );
}

function everyoneIsUser({ format }: ImportRecord): boolean {
  return format?.id === "hosted-users" || format?.id === "connect";
}

function Directory({ told: { directoryBecomesManual: count, directoryDomains: domains } }: Told) {
  if (count === 0) return null;
  const rejected =
    domains.length === 0
      ? "The directory no longer looks after them until it is synchronised again."
      : `${listNames(domains, 4)} ${domains.length === 1 ? "takes" : "take"} mail for valid directory users only: mail to them is rejected there until the directory is synchronised again.`;
  return (
    <Line icon={FolderSync} warn detail={rejected}>
      <Count
        of={count}
        one="directory account becomes manually imported"
        many="directory accounts become manually imported"
      />
    </Line>
  );
}

function Mails({ record: { options, summary }, told: { mails, links } }: Told) {
  const locale = useContext(Locale);
  const none = options.mail === "never" ? "No welcome mail, as you chose" : "No welcome mail";
  const created = summary?.create ?? 0;
  return (
    <>
      <Line icon={Mail} detail={linksDetail(mails, links, locale)}>
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

function linksDetail(mails: number, links: number, locale: string | undefined): string | null {
  if (mails === 0) return null;
  return links === 0
    ? "All with a password from the file"
    : `${formatNumber(links, locale)} with a link to set a password`;
}

function Created({ record: { creates, options } }: Told) {
  if (creates === null) return null;
  const { groups, departments, attributes } = creates;
  return (
    <>
      {groups.length > 0 && (
        <Line icon={FolderPlus} detail={<CreatedNames label="Groups to be created" entries={groups} />}>
          <Count of={groups.length} one="group created" many="groups created" />
        </Line>
      )}
      {departments.length > 0 && (
        <Line
          icon={Building2}
          detail={<CreatedNames label="Departments to be created" entries={departments} />}
        >
          <Count of={departments.length} one="department created" many="departments created" />
        </Line>
      )}
      {attributes.length > 0 && (
        <Line icon={Tag} detail={<CreatedNames label="Attributes to be created" entries={attributes} />}>
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

function Plans({ told: { plansUsed, policyChanges } }: Told) {
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
        <Line icon={ShieldAlert} detail="Their groups carry another policy; it holds on their devices too.">
          <Count of={policyChanges} one="account gets another policy" many="accounts get another policy" />
        </Line>
      )}
    </>
  );
}

function NoWayIn({ told: { noWayIn }, onShow }: Told & { onShow: () => void }) {
  return (
    <Line
      icon={KeyRound}
      warn
      detail={
        <>
          Neither a password nor a mail with a link.{" "}
          <button type="button" onClick={onShow} className={linkClass}>
            Show them
          </button>
          , or mail everyone new in the options.
        </>
      }
    >
      <Count of={noWayIn} one="person has no way in" many="people have no way in" />
    </Line>
  );
}
