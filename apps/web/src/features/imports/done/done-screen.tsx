"use client";
/** What an import did, in numbers that are links; its mails on their way; what waits; and where to go from here. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button, Card, PanelBody, RelativeTime } from "@rollcall/ui";
import { Check, Download, FileUp, ScrollText } from "lucide-react";
import Link from "next/link";
import { countOf } from "../../pieces/words";
import { ImportPage } from "../import-page";
import { describeDuration } from "../words/phrases";
import { importNumber } from "../words/status";
import { uploadStore } from "../upload/use-upload";
import { Aftermath } from "./aftermath";
import { OutcomeRows } from "./outcome-rows";

export function DoneScreen({ record }: { record: ImportRecord }) {
  return (
    <ImportPage title={record.fileName} step={4}>
      <PanelBody>
        <div className="mx-auto w-full max-w-240 px-4 py-6 md:px-8 md:py-12">
          <Heading record={record} />
          <div className="mt-7 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_320px]">
            <div className="space-y-4">
              <OutcomeRows record={record} />
              <Aftermath record={record} />
            </div>
            <NextSteps record={record} />
          </div>
        </div>
      </PanelBody>
    </ImportPage>
  );
}

function Heading({ record }: { record: ImportRecord }) {
  const { confirmedAt, endedAt } = record;
  return (
    <div className="flex items-center gap-4">
      <span className="flex size-11 shrink-0 items-center justify-center rounded-full border border-success-border bg-success-soft text-success">
        <Check className="size-5" />
      </span>
      <div className="min-w-0">
        <h2 className="text-xl font-semibold text-balance">{titleOf(record)}</h2>
        <p role="status" className="sr-only">
          {titleOf(record)}
        </p>
        <p className="text-base text-foreground-3">
          {endedAt !== null && <RelativeTime value={endedAt} as="moment" />}
          {endedAt !== null &&
            confirmedAt !== null &&
            `, in ${describeDuration(endedAt.getTime() - confirmedAt.getTime())}`}
          . Record{" "}
          <Link
            href={`/imports/${record.id}/record`}
            className="rounded-xs font-medium text-accent-text hover:underline"
          >
            {importNumber(record.id)}
          </Link>
        </p>
      </div>
    </div>
  );
}

function titleOf({ summary }: ImportRecord): string {
  const { create = 0, update = 0 } = summary ?? {};
  if (create > 0) return `${countOf(create, "account")} created`;
  if (update > 0) return `${countOf(update, "account")} updated`;
  return "Nothing had to change";
}

function NextSteps({ record }: { record: ImportRecord }) {
  const created = record.summary?.create ?? 0;
  const waiting = record.summary?.problem ?? 0;
  return (
    <div>
      <Card>
        <h2 className="text-base font-semibold">{waiting > 0 ? "Bring in the rest?" : "That is all"}</h2>
        <p className="mt-1 text-pretty text-foreground-2">
          {waiting > 0
            ? `${countOf(waiting, "row")} ${waiting === 1 ? "was" : "were"} left out. Download ${waiting === 1 ? "it" : "them"}, correct what the last column says, and drop the file back in.`
            : "Every row of the file has been taken care of."}
        </p>
        <div className="mt-4 space-y-2">
          {waiting > 0 && (
            <Button
              variant="primary"
              size="lg"
              wide
              icon={<Download />}
              render={<a href={`/api/imports/${record.id}/corrections`} download />}
            >
              Download {countOf(waiting, "row")} to correct
            </Button>
          )}
          {created > 0 && (
            <Button
              variant={waiting > 0 ? "secondary" : "primary"}
              size="lg"
              wide
              render={<Link href={`/users?import=${record.id}`} />}
            >
              See the new accounts
            </Button>
          )}
          <Button
            size="lg"
            wide
            icon={<FileUp />}
            render={<Link href="/imports/new" onClick={uploadStore.clear} />}
          >
            Import another file
          </Button>
        </div>
      </Card>
      <ul className="mt-3 space-y-1 px-1">
        <li>
          <Button
            variant="ghost"
            icon={<ScrollText />}
            render={<Link href={`/imports/${record.id}/record`} />}
          >
            The whole record
          </Button>
        </li>
        <li>
          <Button
            variant="ghost"
            icon={<Download />}
            render={<a href={`/api/imports/${record.id}/report?format=csv`} download />}
          >
            Row by row report
          </Button>
        </li>
      </ul>
    </div>
  );
}
