"use client";
/** That the very same bytes were imported before, when and by whom, and the way there. Nothing is wrong with that: it is said. */
import { Callout, formatDay, formatExact, useReaderLocale } from "@rollcall/ui";
import { History } from "lucide-react";
import Link from "next/link";
import { importNumber } from "./import-number";

export interface EarlierImportProps {
  earlier: { id: string; at: Date; by: string };
  className?: string;
}

export function EarlierImport({ earlier: { id, at, by }, className }: EarlierImportProps) {
  const format = useReaderLocale();
  return (
    <Callout tone="info" icon={<History />} className={className}>
      These bytes were imported on{" "}
      <time dateTime={at.toISOString()} title={formatExact(at, format)}>
        {formatDay(at, new Date(), format, true)}
      </time>{" "}
      by {by} (
      <Link href={`/imports/${id}`} className="rounded-xs underline underline-offset-2 hover:no-underline">
        {importNumber(id)}
      </Link>
      ).
    </Callout>
  );
}
