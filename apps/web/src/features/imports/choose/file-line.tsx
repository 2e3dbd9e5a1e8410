"use client";
/** The file at hand on one line: name, size, when it was saved, how far it is, and the cross that lets go of it. */
import { formatClock, formatDay, IconButton, Progress, useReaderLocale } from "@rollcall/ui";
import { CircleCheck, FileSpreadsheet, X } from "lucide-react";
import { counted, describeBytes, describeLeft } from "../words/phrases";
import { ratePerSecond, secondsLeft } from "../words/rate";
import { lookOf, shareOf, type UploadState } from "../upload/upload-state";

type Filled = Exclude<UploadState, { step: "empty" }>;

export function FileLine({ state, onClear }: { state: Filled; onClear: () => void }) {
  const meta = useMeta(state);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-border px-4 py-3">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-sm border border-border bg-subtle text-foreground-2">
        <FileSpreadsheet />
      </span>
      <div className="min-w-0 flex-1 basis-44">
        <p className="truncate font-medium">{state.file.name}</p>
        <p className="truncate text-xs text-foreground-3">{meta}</p>
      </div>
      <div className="flex min-w-0 items-center gap-2 max-md:order-last max-md:w-full md:w-60">
        <Course state={state} />
      </div>
      <IconButton label={clearLabels[state.step]} icon={<X />} onClick={onClear} />
    </div>
  );
}

const clearLabels = {
  looking: "Take the file out",
  stopped: "Take the file out",
  asking: "Take the file out",
  sending: "Cancel the upload",
  reading: "Cancel the upload",
  arrived: "Take the file out",
  failed: "Take the file out",
} as const satisfies Record<Filled["step"], string>;

/** How far the file is. */
function Course({ state }: { state: Filled }) {
  switch (state.step) {
    case "looking":
      return <Looking sent={state.sent} bytes={state.file.bytes} />;
    case "sending": {
      const percent = Math.floor((shareOf(state) ?? 0) * 100);
      const rate = ratePerSecond(state.samples);
      const left = describeLeft(secondsLeft(state.samples, state.file.bytes));
      return (
        <Progress
          value={shareOf(state)}
          label="Upload"
          caption={`Uploading, ${percent}%`}
          hint={rate === null || rate <= 0 ? "" : `${describeBytes(rate)}/s · ${left}`}
          valueText={`${percent}%${left === "" ? "" : `, ${left}`}`}
        />
      );
    }
    case "reading":
      return <Progress value={null} label="Checking the rows" caption="Uploaded, checking the rows" />;
    case "arrived":
      return (
        <span className="flex items-center gap-1.5 text-xs text-success md:ml-auto">
          <CircleCheck className="size-3.5" />
          Uploaded and read
        </span>
      );
    case "asking":
    case "stopped":
    case "failed":
      return null;
  }
}

/** Text is read here; a workbook is sent to be opened, and a large one takes a moment on both ways. */
function Looking({ sent, bytes }: { sent: number | null; bytes: number }) {
  if (sent === null || bytes === 0 || sent >= bytes) {
    const words = sent === null ? "Reading the first rows" : "Opening the workbook";
    return <Progress value={null} label={words} caption={words} />;
  }
  const percent = Math.floor((sent / bytes) * 100);
  return (
    <Progress
      value={sent / bytes}
      label="Showing it to the server"
      caption={`Sending, ${String(percent)}%`}
    />
  );
}

function useMeta(state: Filled): string {
  const { locale, timeZone } = useReaderLocale();
  const { bytes, savedAt } = state.file;
  const saved = new Date(savedAt);
  const format = { locale, timeZone };
  const day = formatDay(saved, new Date(), format);
  const when =
    day === formatDay(new Date(), new Date(), format) ? `today at ${formatClock(saved, format)}` : day;
  const about = lookOf(state)?.aboutRows ?? null;
  const rows =
    state.step === "arrived"
      ? counted(state.arrival.rows, "row", "rows", locale)
      : about === null
        ? null
        : `about ${counted(about, "row", "rows", locale)}`;
  return [describeBytes(bytes, locale), rows, `saved ${when}`].filter((part) => part !== null).join(" · ");
}
