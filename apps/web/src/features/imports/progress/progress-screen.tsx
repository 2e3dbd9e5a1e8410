"use client";
/** An import that runs: one count, its rate and the time left, the stages below. It goes on without this page. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button, Callout, formatNumber, PanelBody, Progress, useReaderLocale } from "@rollcall/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Info } from "lucide-react";
import Link from "next/link";
import { useTRPC } from "../../../trpc/client";
import { useNews } from "../../pieces/use-news";
import { ImportPage } from "../import-page";
import { describeBytes, describeTimeLeft } from "../words/phrases";
import { describeProgress, type RunningWords } from "./describe-progress";
import { StageList } from "./stage-list";
import { useStalled } from "./use-stalled";

export function ProgressScreen({ record }: { record: ImportRecord }) {
  const words = describeProgress(record);
  const { progress } = record;
  const stalled = useStalled(`${record.status} ${progress?.phase ?? ""} ${String(progress?.done ?? 0)}`);
  const committing = record.status === "COMMITTING";
  return (
    <ImportPage
      title={record.fileName}
      {...(record.undoes === null ? { step: committing ? (3 as const) : (2 as const) } : {})}
    >
      <PanelBody>
        <div className="mx-auto w-full max-w-200 px-4 py-8 md:px-10 md:py-20">
          <Heading words={words} record={record} />
          {words.stages.length > 0 && <StageList stages={words.stages} />}
          {stalled && (
            <Callout tone="warning" live className="mt-5" title="This takes longer than usual">
              It goes on by itself as soon as a worker is free. If it stays like this, whoever runs Rollcall
              can see with “rollcall doctor” whether a worker is running.
            </Callout>
          )}
          <p className="mt-5 flex items-start gap-2.5 text-pretty text-foreground-2">
            <Info className="mt-0.5 text-foreground-3" />
            {committing
              ? "Nobody sees a change until the last account is in: it all happens, or none of it. You can close this page. A message appears wherever you are when it is done."
              : "Nothing is changed by this. You can leave this page; the import waits for you in the list when every row has been checked."}
          </p>
          <div className="mt-5 flex flex-wrap gap-2">
            <Button render={<Link href="/imports" />}>Leave it running</Button>
            <CancelButton record={record} />
          </div>
        </div>
      </PanelBody>
    </ImportPage>
  );
}

function Heading({ words, record }: { words: RunningWords; record: ImportRecord }) {
  const { locale } = useReaderLocale();
  const { title, share, done, total, unit, rate, secondsLeft } = words;
  const say = (amount: number) =>
    unit === "bytes" ? describeBytes(amount, locale) : formatNumber(amount, locale);
  const percent = share === null ? null : Math.floor(share * 100);
  const left = secondsLeft === null ? "" : describeTimeLeft(secondsLeft);
  const waiting = share === null;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-foreground-3">{title}</h2>
          <p className="tabular mt-1 flex flex-wrap items-baseline gap-x-2">
            <span className="text-3xl font-semibold">{waiting ? say(total) : say(done)}</span>
            <span className="text-md text-foreground-3">
              {waiting
                ? unit === "rows"
                  ? "rows"
                  : ""
                : `of ${say(total)}${unit === "rows" ? " rows" : ""}`}
            </span>
          </p>
        </div>
        <div className="tabular md:text-right">
          <p className="text-md font-medium">{left}</p>
          <p className="text-foreground-3">
            {rate === null ? "" : `${say(Math.round(rate))}${unit === "rows" ? " rows" : ""} a second`}
          </p>
        </div>
      </div>
      <Progress
        className="mt-3"
        size="md"
        value={share}
        label={`${title}: ${record.fileName}`}
        valueText={percent === null ? undefined : `${percent}%${left === "" ? "" : `, ${left}`}`}
      />
      {/* Every quarter is news; every percent is noise. */}
      <p role="status" className="sr-only">
        {percent === null ? title : `${title}, ${Math.floor(percent / 25) * 25}% done`}
      </p>
    </>
  );
}

function CancelButton({ record }: { record: ImportRecord }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const news = useNews();
  const cancel = useMutation(
    trpc.imports.cancel.mutationOptions({
      onSuccess: (cancelled) =>
        queries.setQueryData(trpc.imports.get.queryKey({ importId: record.id }), cancelled),
      onError: news.failed,
    }),
  );
  return (
    <Button
      variant="ghost"
      loading={cancel.isPending || record.cancelRequestedAt !== null}
      onClick={() => cancel.mutate({ importId: record.id, stop: record.status === "COMMITTING" })}
    >
      Stop and change nothing
    </Button>
  );
}
