"use client";
/** What an import did, in numbers that are links; its mails on their way; what waits; and where to go from here. */
import type { ImportRecord } from "@rollcall/accounts";
import { PanelBody, RelativeTime } from "@rollcall/ui";
import { Check } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { countOf } from "../../pieces/words";
import { ImportPage } from "../import-page";
import { UndoImport } from "../undo/undo-import";
import { describeDuration } from "../words/phrases";
import { importNumber } from "../words/import-number";
import { Aftermath } from "./aftermath";
import { mayHaveDrifted } from "./may-have-drifted";
import { NextSteps } from "./next-steps";
import { OutcomeRows } from "./outcome-rows";
import { Undone } from "./undone";

// Few imports have any.
const DriftedRows = dynamic(() => import("./drifted-rows").then((module) => module.DriftedRows), {
  ssr: false,
});

export function DoneScreen({ record }: { record: ImportRecord }) {
  return (
    <ImportPage title={record.fileName} {...(record.undoes === null ? { step: 4 as const } : {})}>
      <PanelBody>
        <div className="mx-auto w-full max-w-240 px-4 py-6 md:px-8 md:py-12">
          <Heading record={record} />
          <div className="mt-7 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_320px]">
            <div className="space-y-4">
              <Undone record={record} />
              <OutcomeRows record={record} />
              {mayHaveDrifted(record) && <DriftedRows record={record} />}
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
    <div className="flex flex-wrap items-center gap-4">
      <span className="flex size-11 shrink-0 items-center justify-center rounded-full border border-success-border bg-success-soft text-success">
        <Check className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
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
      <div className="empty:hidden max-md:w-full max-md:*:w-full">
        <UndoImport record={record} />
      </div>
    </div>
  );
}

function titleOf({ summary, undo, redo }: ImportRecord): string {
  if (undo !== null) {
    const took = undo.restored + undo.removed;
    if (took === 0) return "Nothing was taken back";
    return `${countOf(took, "account")} ${redo ? "brought" : "taken"} back`;
  }
  const { create = 0, update = 0 } = summary ?? {};
  if (create > 0) return `${countOf(create, "account")} created`;
  if (update > 0) return `${countOf(update, "account")} updated`;
  return "Nothing had to change";
}
