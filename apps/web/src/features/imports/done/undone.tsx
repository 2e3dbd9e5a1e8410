"use client";
/** Where an import stands between undo and redo: what took it back, what it takes back, and what carries it on, each a link. */
import type { ImportRecord } from "@rollcall/accounts";
import { Callout, Card, CardRow, RelativeTime } from "@rollcall/ui";
import { History, Undo2 } from "lucide-react";
import Link from "next/link";
import { countOf } from "../../pieces/words";
import { describeUndone } from "./describe-undone";
import { importNumber } from "../words/import-number";

export function Undone({ record }: { record: ImportRecord }) {
  const { undoneBy, undoes, undo, continues, continuedBy } = record;
  if (undoneBy === null && undoes === null && continues === null && continuedBy === null) return null;
  return (
    <>
      {undoneBy !== null && (
        <Callout tone="warning" icon={<Undo2 />} title={undoneTitle(undoneBy)}>
          By {undoneBy.by}, <RelativeTime value={undoneBy.at} as="moment" />: <RecordLink id={undoneBy.id} />
        </Callout>
      )}
      {undo !== null && (
        <Card flush>
          {describeUndone(undo).map((words) => (
            <CardRow key={words} icon={<Undo2 />} title={words} />
          ))}
        </Card>
      )}
      {(undoes !== null || continues !== null || continuedBy !== null) && (
        <Card flush>
          {undoes !== null && (
            <CardRow
              icon={<History />}
              title={`Takes back ${undoes.fileName}`}
              end={<RecordLink id={undoes.id} />}
            />
          )}
          {continues !== null && (
            <CardRow
              icon={<History />}
              title="Carries on the rows that waited"
              end={<RecordLink id={continues.id} />}
            />
          )}
          {continuedBy !== null && (
            <CardRow
              icon={<History />}
              title="The rows that waited are carried on"
              end={<RecordLink id={continuedBy.id} />}
            />
          )}
        </Card>
      )}
    </>
  );
}

function undoneTitle({ status, rows }: NonNullable<ImportRecord["undoneBy"]>): string {
  if (status !== "COMPLETED") return "It is being taken back";
  return rows === null
    ? "This import was taken back"
    : `${countOf(rows, "account")} of it ${rows === 1 ? "was" : "were"} taken back`;
}

function RecordLink({ id }: { id: string }) {
  return (
    <Link
      href={`/imports/${id}`}
      className="rounded-xs font-medium text-accent-text underline underline-offset-2"
    >
      {importNumber(id)}
    </Link>
  );
}
