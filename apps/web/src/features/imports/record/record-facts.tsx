"use client";
/** The facts of an import on one page: what happened, the file, how it was read, the options, and who did what when. */
import type { ImportRecord } from "@rollcall/accounts";
import {
  Button,
  Callout,
  CopyButton,
  DefinitionList,
  DefinitionRow,
  formatExact,
  formatNumber,
  RelativeTime,
  useReaderLocale,
} from "@rollcall/ui";
import { Eraser } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { lazyPart } from "../../pieces/lazy-part";
import { countOf } from "../../pieces/words";
import { OutcomeRows } from "../done/outcome-rows";
import { mayHaveDrifted } from "../done/may-have-drifted";
import { Undone } from "../done/undone";
import { encodingLabel as encodingName } from "../choose/encodings";
import { describeBytes, describeDuration } from "../words/phrases";
import { StatusBadge } from "../words/status";
import { RecordMapping } from "./record-mapping";
import { RecordOptions } from "./record-options";

/** Only a file that was corrected has any. */
const RecordEdits = dynamic(() => import("./record-edits").then((module) => module.RecordEdits), {
  ssr: false,
});
const DriftedRows = dynamic(() => import("../done/drifted-rows").then((module) => module.DriftedRows), {
  ssr: false,
});
const FileProblems = lazyPart(() => import("../done/file-problems").then((module) => module.FileProblems));

export function RecordFacts({ record }: { record: ImportRecord }) {
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      <div className="space-y-8">
        <WhatHappened record={record} />
        {record.undoes === null && <RecordEdits record={record} />}
        <Times record={record} />
      </div>
      <div className="space-y-8">
        <TheFile record={record} />
        <RecordMapping record={record} />
        <RecordOptions record={record} />
      </div>
    </div>
  );
}

function WhatHappened({ record }: { record: ImportRecord }) {
  const open = record.status === "READY" || record.status === "STAGED" || record.status === "COMMITTING";
  return (
    <section>
      <div className="mb-3 flex min-h-8 items-center justify-between gap-3">
        <h2 className="flex items-center gap-3 text-sm font-semibold">
          {record.status === "COMPLETED" ? "What happened" : "What would happen"}{" "}
          <StatusBadge record={record} />
        </h2>
        {open && (
          <Button size="sm" render={<Link href={`/imports/${record.id}`} />}>
            {record.status === "READY" ? "Review it" : "See its progress"}
          </Button>
        )}
      </div>
      {record.objection !== null && (
        <Callout tone="warning" className="mb-3" title="It was confirmed and not carried out">
          {record.objection}
        </Callout>
      )}
      {record.failure !== null && (
        <Callout tone="danger" className="mb-3">
          {record.failure}
        </Callout>
      )}
      <div className="space-y-3">
        <Lost record={record} />
        <Stayed kept={record.consequences?.removalsKept ?? 0} />
        <Undone record={record} />
        <OutcomeRows record={record} />
        {mayHaveDrifted(record) && <DriftedRows record={record} />}
      </div>
      {record.problems.length > 0 && (
        <Callout className="mt-3" title="About the file as a whole">
          <FileProblems problems={record.problems} done={record.status === "COMPLETED"} />
        </Callout>
      )}
    </section>
  );
}

/** Members outside the file whom the preview listed as leaving. */
function Stayed({ kept }: { kept: number }) {
  if (kept === 0) return null;
  return (
    <Callout tone="warning" title={`${countOf(kept, "membership")} that the preview listed did not end`}>
      {kept === 1 ? "The account was" : "These accounts were"} changed, or left the group, between the preview
      and the import. Import the list again to see them as they are now.
    </Callout>
  );
}

/** What is not kept any more, and what became of passwords that nobody could hash in time. */
function Lost({ record: { redactedAt, passwordsExpired } }: { record: ImportRecord }) {
  return (
    <>
      {redactedAt !== null && (
        <Callout icon={<Eraser />} title="The contents of its rows were removed">
          <RelativeTime value={redactedAt} as="moment" />, as the settings say. What it did is still on
          record; it cannot be undone any more.
        </Callout>
      )}
      {passwordsExpired > 0 && (
        <Callout tone="warning" title={`${countOf(passwordsExpired, "password")} of the file expired`}>
          {passwordsExpired === 1 ? "It was" : "They were"} not hashed within a day and destroyed. Send{" "}
          {passwordsExpired === 1 ? "this person" : "these people"} a welcome mail, so that they can set one.
        </Callout>
      )}
    </>
  );
}

function TheFile({ record }: { record: ImportRecord }) {
  const { locale } = useReaderLocale();
  const { fileSha256, format } = record;
  return (
    <DefinitionList title="The file">
      <DefinitionRow label="Name">{record.fileName}</DefinitionRow>
      <DefinitionRow label="Size">
        {describeBytes(record.fileBytes, locale)}
        {record.fileBytes >= 1024 && (
          <span className="tabular text-foreground-3"> · {formatNumber(record.fileBytes, locale)} bytes</span>
        )}
      </DefinitionRow>
      <DefinitionRow label="Rows">
        {formatNumber(record.rows, locale)}
        {record.blankRows > 0 && (
          <span className="text-foreground-3">
            , {formatNumber(record.blankRows, locale)} blank {record.blankRows === 1 ? "one" : "ones"} left
            out
          </span>
        )}
      </DefinitionRow>
      <DefinitionRow label="Plan">
        {record.fingerprint === null ? null : (
          <code className="block truncate font-mono text-xs">{record.fingerprint}</code>
        )}
      </DefinitionRow>
      <DefinitionRow label="SHA-256">
        {fileSha256 === null ? null : (
          <span className="flex items-center gap-1">
            <code className="min-w-0 truncate font-mono text-xs">{fileSha256}</code>
            <CopyButton text={fileSha256} label="Copy the hash" />
          </span>
        )}
      </DefinitionRow>
      <DefinitionRow label="Format">
        {format === null ? null : (
          <>
            {format.label}, {Math.round(format.confidence * 100)}% sure
            <span className="block text-xs text-pretty text-foreground-3">{format.reason}</span>
          </>
        )}
      </DefinitionRow>
      <DefinitionRow label="Sheet">
        {record.sheet === null ? null : (
          <>
            {record.sheet}
            {record.sheets.length > 1 && (
              <span className="text-foreground-3"> of {formatNumber(record.sheets.length, locale)}</span>
            )}
          </>
        )}
      </DefinitionRow>
      <DefinitionRow label="Encoding">{encodingLabel(record)}</DefinitionRow>
      <DefinitionRow label="Separated by">
        {delimiterLabels[record.delimiter ?? ""] ?? record.delimiter}
      </DefinitionRow>
      <DefinitionRow label="Columns">
        <span className="text-pretty">
          {record.columns
            .filter(({ header, field }) => header !== "" || field !== null)
            .map((column) => (column.field === null ? `${column.header} (not used)` : column.header))
            .join(", ")}
        </span>
      </DefinitionRow>
    </DefinitionList>
  );
}

const delimiterLabels: Record<string, string> = {
  ",": "Commas",
  ";": "Semicolons",
  "\t": "Tabs",
  "|": "Pipes",
};

function encodingLabel({ encoding, options }: ImportRecord): string | null {
  if (encoding === null) return null;
  const label = encodingName(encoding);
  return options.encoding === null ? label : `${label}, as chosen`;
}

function Times({ record }: { record: ImportRecord }) {
  const reader = useReaderLocale();
  const { createdAt, plannedAt, confirmedAt, endedAt, createdBy, confirmedBy } = record;
  const exact = (time: Date | null) =>
    time === null ? null : <time dateTime={time.toISOString()}>{formatExact(time, reader)}</time>;
  return (
    <DefinitionList title="Who and when">
      <DefinitionRow label="Uploaded by">{createdBy}</DefinitionRow>
      <DefinitionRow label="Uploaded">{exact(createdAt)}</DefinitionRow>
      <DefinitionRow label="Checked">{exact(plannedAt)}</DefinitionRow>
      <DefinitionRow label="Confirmed by">{confirmedBy}</DefinitionRow>
      <DefinitionRow label="Confirmed">{exact(confirmedAt)}</DefinitionRow>
      <DefinitionRow label="Ended">{exact(endedAt)}</DefinitionRow>
      <DefinitionRow label="Took">
        {confirmedAt !== null && endedAt !== null
          ? describeDuration(endedAt.getTime() - confirmedAt.getTime())
          : null}
      </DefinitionRow>
    </DefinitionList>
  );
}
