"use client";
/** What goes on after an import: mails being delivered, passwords being sealed for good; and what else it made. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button, Card, CardRow, Chip, formatNumber, Progress, useReaderLocale } from "@rollcall/ui";
import { FolderPlus, FolderSync, KeyRound, Mail, MailX, StickyNote } from "lucide-react";
import Link from "next/link";
import { countOf } from "../../pieces/words";
import { listNames, seeWhom } from "../words/phrases";

const shownNames = 3;

export function Aftermath({ record }: { record: ImportRecord }) {
  const { mails, creates, consequences, passwordsPending, passwordsExpired } = record;
  const made = [...(creates?.groups ?? []), ...(creates?.departments ?? []), ...(creates?.attributes ?? [])];
  const names = made.map((entry) => entry.name);
  const { directoryBecomesManual: manual = 0, directoryDomains = [] } = consequences ?? {};
  const { note } = record.options;
  const noWayIn = consequences?.noWayIn ?? 0;
  const quiet =
    mails.total === 0 && names.length === 0 && passwordsPending + passwordsExpired === 0 && noWayIn === 0;
  if (quiet && manual === 0 && note === null) return null;
  return (
    <Card flush>
      {mails.total > 0 && <Mails record={record} />}
      {mails.failed > 0 && (
        <CardRow
          tone="danger"
          icon={<MailX />}
          title={`${countOf(mails.failed, "mail")} could not be delivered`}
          end={
            <Button size="sm" render={<Link href={`/mail?import=${record.id}&state=FAILED`} />}>
              See why
            </Button>
          }
        />
      )}
      {names.length > 0 && (
        <CardRow
          icon={<FolderPlus />}
          title={madeWords(record)}
          end={
            <span className="flex min-w-0 flex-wrap justify-end gap-1 max-md:hidden" title={names.join(", ")}>
              {names.slice(0, shownNames).map((name, index) => (
                <Chip key={`${name} ${index}`}>{name}</Chip>
              ))}
              {names.length > shownNames && <Chip>+{names.length - shownNames}</Chip>}
            </span>
          }
        />
      )}
      {note !== null && (
        <CardRow icon={<StickyNote />} title={`“${note}”`} description="Noted on every address of the file" />
      )}
      {manual > 0 && (
        <CardRow
          tone="warning"
          icon={<FolderSync />}
          title={`${countOf(manual, "directory account")} became manual`}
          description={
            directoryDomains.length === 0
              ? `Until ${manual === 1 ? "its" : "their"} directory is synchronised again.`
              : `${directoryDomains.join(", ")} ${directoryDomains.length === 1 ? "turns" : "turn"} mail to ${manual === 1 ? "it" : "them"} away until the directory is synchronised again.`
          }
          end={
            <Button size="sm" render={<Link href={`/users?import=${record.id}`} />}>
              {seeWhom(manual)}
            </Button>
          }
        />
      )}
      {passwordsPending > 0 && <Passwords record={record} />}
      {passwordsExpired > 0 && (
        <CardRow
          tone="warning"
          icon={<KeyRound />}
          title={`${countOf(passwordsExpired, "password")} of the file expired`}
          description="Nobody hashed them within a day, so they were destroyed. A welcome mail lets these people set one."
        />
      )}
      {noWayIn > 0 && (
        <CardRow
          tone="warning"
          icon={<KeyRound />}
          title={`${countOf(noWayIn, "person has", "people have")} no way in yet`}
          description={`Neither a password nor a mail. Send ${noWayIn === 1 ? "this person" : "them"} a welcome mail from the list of users.`}
          end={
            <Button size="sm" render={<Link href={`/users?import=${record.id}&status=invited`} />}>
              {seeWhom(noWayIn)}
            </Button>
          }
        />
      )}
    </Card>
  );
}

/** They work already: who signs in before theirs is hashed is served at once. */
function Passwords({ record: { passwordsPending, progress } }: { record: ImportRecord }) {
  const { locale } = useReaderLocale();
  const hashing = progress?.phase === "passwords" && progress.total > 0;
  const total = hashing ? Math.max(progress.total, passwordsPending) : passwordsPending;
  const done = total - passwordsPending;
  return (
    <CardRow
      icon={<KeyRound />}
      title={`${countOf(passwordsPending, "password")} from the file still to be hashed`}
      description="They work already. This goes on in the background."
      end={
        hashing ? (
          <span className="flex w-1/2 max-w-60 items-center gap-3 max-md:w-auto">
            <Progress
              className="max-md:hidden"
              value={done / total}
              tone="success"
              label="Passwords hashed"
              valueText={`${formatNumber(done, locale)} of ${formatNumber(total, locale)}`}
            />
            <span className="tabular shrink-0 text-xs text-foreground-3">
              {formatNumber(done, locale)} hashed
            </span>
          </span>
        ) : undefined
      }
    />
  );
}

function Mails({ record }: { record: ImportRecord }) {
  const { locale } = useReaderLocale();
  const { total, sent, failed } = record.mails;
  const isOver = sent + failed >= total;
  return (
    <CardRow
      icon={<Mail />}
      title={
        <Link href={`/mail?import=${record.id}`} className="rounded-xs hover:underline">
          <strong className="font-semibold">{formatNumber(total, locale)}</strong>{" "}
          {total === 1 ? "mail" : "mails"} to the people of the file
        </Link>
      }
      end={
        <span className="flex w-1/2 max-w-60 items-center gap-3 max-md:w-auto">
          <Progress
            className="max-md:hidden"
            value={total === 0 ? 1 : (sent + failed) / total}
            tone="success"
            label="Mails delivered"
            valueText={`${formatNumber(sent, locale)} of ${formatNumber(total, locale)}`}
          />
          <span className="tabular shrink-0 text-xs text-foreground-3">
            {isOver && failed === 0 ? "all sent" : `${formatNumber(sent, locale)} sent`}
          </span>
        </span>
      }
    />
  );
}

function madeWords({ creates }: ImportRecord): string {
  const groups = creates?.groups.length ?? 0;
  const departments = creates?.departments.length ?? 0;
  const attributes = creates?.attributes.length ?? 0;
  const parts = [
    groups > 0 ? countOf(groups, "group") : null,
    departments > 0 ? countOf(departments, "department") : null,
    attributes > 0 ? countOf(attributes, "attribute") : null,
  ].filter((part) => part !== null);
  return `${listNames(parts)} created`;
}
