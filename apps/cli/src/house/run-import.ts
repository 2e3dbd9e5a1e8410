/**
 * Takes one file through receive, plan, confirm and commit, in this process. A worker that runs beside us may be quicker at
 * a step: then we wait for it, since the import goes on all the same.
 */
import { setTimeout as pause } from "node:timers/promises";
import {
  cancelImport,
  commitImport,
  confirmImport,
  getImport,
  planImport,
  receiveImport,
  type Context,
  type ImportOptions,
  type ImportRecord,
  type ImportStatus,
  type Result,
} from "@rollcall/accounts";
import { granted } from "./granted";
import type { OpenFile } from "./open-file";
import { optionError } from "./option-problem";
import type { Stop } from "./stop-on-signal";

export interface ImportRun {
  /** as it is at the end */
  record: ImportRecord;
  /** it was confirmed and carried out */
  applied: boolean;
}

export interface ImportRequest {
  file: OpenFile;
  options: Partial<ImportOptions>;
  /** stop at the preview; the caller shows it and then drops the import (`dropPreview`) */
  dryRun: boolean;
  /** the number of an import over a limit (`record.guard`), as a yes to it */
  typed: number | null;
}

/**
 * Throws a RequestError when a use case declines, a StoppedError when a signal stopped it. A file that is refused is no refusal: its record says FAILED. Over a limit and
 * without the number that says yes to it, the import waits READY: its record has the guard.
 */
export async function runImport(context: Context, request: ImportRequest, stop: Stop): Promise<ImportRun> {
  const { record, applied } = await carryThrough(context, request, stop);
  // The import of a dry run has not ended yet: it is still to be dropped.
  return { record: request.dryRun ? record : await stop.ended(record), applied };
}

async function carryThrough(
  context: Context,
  { file, options, dryRun, typed }: ImportRequest,
  stop: Stop,
): Promise<ImportRun> {
  const answer = await receiveImport(context, {
    fileName: file.name,
    declaredBytes: file.bytes,
    options,
    source: stop.whileWanted(file.read()),
    onStarted: stop.began,
  });
  if (!answer.ok) throw optionError(answer.refusal, options.domain);
  const received = answer.value;
  const { id } = received;
  const planned = withYes(
    received.status === "STAGED"
      ? await step(context, id, () => planImport(context, { importId: id }), ["STAGED"])
      : received,
    typed,
  );
  stop.throwIfAsked();
  // What only errors speak for stays READY: it waits to be corrected in the console.
  if (planned.status === "READY" && !dryRun && !isHeldBack(planned, typed))
    granted(
      await confirmImport(context, {
        importId: id,
        fingerprint: planned.fingerprint ?? "",
        typed: typed ?? undefined,
      }),
    );
  // Some formats confirm a clean file by themselves as soon as it is planned (sources/002).
  else if (planned.status !== "COMMITTING")
    return { record: planned, applied: planned.status === "COMPLETED" };
  const record = await step(context, id, () => commitImport(context, { importId: id }), ["COMMITTING"]);
  // What is done says no more that the bytes were known.
  const earlier = planned.earlier ?? received.earlier;
  return { record: { ...record, earlier }, applied: record.status === "COMPLETED" };
}

/** Over a limit by nothing but administrators: to those `--grant-roles` said yes, in this very command. */
function withYes(record: ImportRecord, typed: number | null): ImportRecord {
  return typed === null && record.guard?.onlyGrants === true ? { ...record, guard: null } : record;
}

/** Ends a dry run: the import is cancelled, its record stays. */
export async function dropPreview(context: Context, { id, status }: ImportRecord): Promise<void> {
  if (status === "READY") granted(await cancelImport(context, { importId: id }));
}

/** Stopped by a problem of one row, over a limit that nobody said yes to, strict with any error, or nothing but errors wanted something. */
function isHeldBack({ summary, options, stopped, guard }: ImportRecord, typed: number | null): boolean {
  if (stopped !== null || (guard !== null && typed === null)) return true;
  if (summary === null || summary.problem === 0) return false;
  return options.strict || summary.create + summary.update === 0;
}

/** Does a step, or waits for the worker that does it, until the import has left the states `through`. */
export async function step(
  context: Context,
  importId: string,
  work: () => Promise<Result<ImportRecord>>,
  through: readonly ImportStatus[],
): Promise<ImportRecord> {
  for (;;) {
    const result = await work();
    if (result.ok && !through.includes(result.value.status)) return result.value;
    if (!result.ok && result.refusal.code !== "busy" && result.refusal.code !== "wrong-state")
      return granted(result);
    const record = granted(await getImport(context, { importId }));
    if (!through.includes(record.status)) return record;
    await pause(200);
  }
}
