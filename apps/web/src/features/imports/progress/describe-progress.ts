/**
 * How far a running import is, from its record alone, so that a reload shows the same: the share, the count, the rate,
 * the time left and the stages. Pure; both times it compares were written by the server's clock.
 */
import type { ImportProgress, ImportRecord } from "@rollcall/accounts";
import { countOf } from "../../pieces/words";

export type StageState = "done" | "now" | "ahead";

export interface Stage {
  id: string;
  label: string;
  state: StageState;
  /** at the end of the line: a count */
  detail: string;
}

export interface RunningWords {
  /** "Creating accounts" */
  title: string;
  /** 0 to 1; null when it is not known */
  share: number | null;
  done: number;
  total: number;
  /** what is counted: "rows", "bytes" */
  unit: "rows" | "bytes";
  /** units a second; null while too little is known */
  rate: number | null;
  secondsLeft: number | null;
  stages: Stage[];
}

type Running = Pick<
  ImportRecord,
  "status" | "rows" | "fileBytes" | "progress" | "summary" | "creates" | "consequences"
> &
  Partial<Pick<ImportRecord, "undoes">>;

/** For UPLOADING, STAGED and COMMITTING. */
export function describeProgress(record: Running): RunningWords {
  switch (record.status) {
    case "UPLOADING":
      return describeReading(record);
    case "COMMITTING":
      return (record.undoes ?? null) === null ? describeCommitting(record) : describeUndoing(record);
    case "STAGED":
    case "READY":
    case "COMPLETED":
    case "FAILED":
    case "CANCELLED":
      return {
        title: "Comparing with your accounts",
        ...unknown(record.rows, "rows"),
        stages: [],
      };
  }
}

function describeReading({ progress, fileBytes }: Running): RunningWords {
  const done = progress?.done ?? 0;
  const total = progress?.total === undefined || progress.total === 0 ? fileBytes : progress.total;
  if (total === 0) return { title: "Uploading and checking the file", ...unknown(0, "bytes"), stages: [] };
  return {
    title: "Uploading and checking the file",
    share: Math.min(1, done / total),
    done,
    total,
    unit: "bytes",
    ...pace(progress, total),
    stages: [],
  };
}

/** Where each phase begins and ends on the bar. Accounts are most of the work; the rest is short. */
const phases = [
  { id: "groups", from: 0, to: 0.02 },
  { id: "accounts", from: 0.02, to: 0.9 },
  { id: "updates", from: 0.9, to: 0.95 },
  { id: "mail", from: 0.95, to: 0.98 },
  { id: "finishing", from: 0.98, to: 1 },
] as const;

function describeCommitting(record: Running): RunningWords {
  const { progress, rows } = record;
  const at = Math.max(
    0,
    phases.findIndex((phase) => phase.id === progress?.phase),
  );
  const phase = phases[at] ?? phases[0];
  const inAccounts = phase.id === "accounts" && progress !== null && progress.total > 0;
  const inside = inAccounts ? Math.min(1, progress.done / progress.total) : 0;
  const walked = inAccounts ? progress.done : at > 1 ? rows : 0;
  return {
    title: (record.summary?.create ?? 0) > 0 ? "Creating accounts" : "Updating accounts",
    share: progress === null ? null : phase.from + (phase.to - phase.from) * inside,
    done: walked,
    total: rows,
    unit: "rows",
    ...(inAccounts ? pace(progress, progress.total) : { rate: null, secondsLeft: at > 1 ? 0 : null }),
    stages: stagesOf(record, at, walked),
  };
}

/** Of an undo: what it would do is looked at under its locks first; putting accounts back is most of the rest. */
const undoPhases = [
  { id: "looking", from: 0, to: 0.15, label: "Look at what was changed since" },
  { id: "keeping", from: 0.15, to: 0.3, label: "Note what there is, so that this can be undone" },
  { id: "removing", from: 0.3, to: 0.5, label: "Remove what the import made" },
  { id: "restoring", from: 0.5, to: 0.95, label: "Put back what it changed" },
  { id: "finishing", from: 0.95, to: 1, label: "Check the whole, then make it visible" },
] as const;

function describeUndoing({ progress, rows }: Running): RunningWords {
  const at = Math.max(
    0,
    undoPhases.findIndex((phase) => phase.id === progress?.phase),
  );
  const phase = undoPhases[at] ?? undoPhases[0];
  const done = progress?.done ?? 0;
  const total = progress === null || progress.total === 0 ? rows : progress.total;
  const inside = phase.id === "restoring" && total > 0 ? Math.min(1, done / total) : 0;
  return {
    title: "Taking it back",
    share: progress === null ? null : phase.from + (phase.to - phase.from) * inside,
    ...{ done, total, unit: "rows" },
    ...(phase.id === "restoring" ? pace(progress, total) : { rate: null, secondsLeft: null }),
    stages: undoPhases.map(({ id, label }, index) => ({
      ...{ id, label, detail: "" },
      state: index < at ? "done" : index === at ? "now" : "ahead",
    })),
  };
}

function stagesOf(record: Running, at: number, walked: number): Stage[] {
  const { summary, creates, consequences, rows } = record;
  const named = (creates?.groups.length ?? 0) + (creates?.departments.length ?? 0);
  const mails = consequences?.mails ?? 0;
  const update = summary?.update ?? 0;
  const stateOf = (index: number): StageState => (index < at ? "done" : index === at ? "now" : "ahead");
  const entries: [label: string, detail: string][] = [
    ["Groups and departments", named === 0 ? "none to create" : `${countOf(named, "name")} to create`],
    [
      "Accounts created",
      at === 1
        ? `${figure.format(walked)} of ${countOf(rows, "row")}`
        : countOf(summary?.create ?? 0, "account"),
    ],
    ["Accounts updated", update === 0 ? "none" : countOf(update, "account")],
    ["Welcome mails", mails === 0 ? "none" : `${countOf(mails, "mail")} to send`],
    ["Check the whole, then make it visible", ""],
  ];
  return entries.map(([label, detail], index) => ({
    id: phases[index]?.id ?? label,
    label,
    detail,
    state: stateOf(index),
  }));
}

const figure = new Intl.NumberFormat("en-GB");

/** How fast it went since it began, and how long the rest takes at that. */
function pace(
  progress: ImportProgress | null,
  total: number,
): { rate: number | null; secondsLeft: number | null } {
  if (progress === null || progress.done <= 0) return { rate: null, secondsLeft: null };
  const seconds = (progress.updatedAt.getTime() - progress.startedAt.getTime()) / 1000;
  if (seconds < 0.5) return { rate: null, secondsLeft: null };
  const rate = progress.done / seconds;
  return { rate, secondsLeft: Math.max(0, total - progress.done) / rate };
}

function unknown(total: number, unit: "rows" | "bytes"): Omit<RunningWords, "title" | "stages"> {
  return { share: null, done: 0, total, unit, rate: null, secondsLeft: null };
}
