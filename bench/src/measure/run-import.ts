/** One import from the first byte to the end, over HTTP, with the clock running: what a person at the console waits for. */
import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "../app/browser";

/** What of an import's record is looked at here. */
export interface ImportSeen {
  id: string;
  status: string;
  fingerprint: string | null;
  failure: string | null;
  objection: string | null;
  rows: number;
  summary: Record<"create" | "update" | "unchanged" | "skip" | "problem", number> | null;
  consequences: { mails: number } | null;
  guard: { number: number } | null;
  progress: { phase: string; done: number } | null;
}

export interface ImportTimes {
  record: ImportSeen;
  /** seconds: uploaded, checked and staged */
  stage: number;
  plan: number;
  commit: number;
  total: number;
}

/** How often, in milliseconds, a waiting page asks; half of it is added to a phase on average. */
const poll = 50;

/** Uploads, waits for the plan, confirms at once, waits for the end. Throws when it ends in anything but COMPLETED. */
export async function runImport(browser: Browser, file: string, options: object): Promise<ImportTimes> {
  const began = performance.now();
  const importId = await uploadFile(browser, file, options);
  const staged = performance.now();
  const planned = await waitFor(browser, importId, "READY");
  const ready = performance.now();
  await confirm(browser, planned);
  const record = await waitFor(browser, importId, "COMPLETED");
  const ended = performance.now();
  return {
    record,
    stage: (staged - began) / 1000,
    plan: (ready - staged) / 1000,
    commit: (ended - ready) / 1000,
    total: (ended - began) / 1000,
  };
}

/** Takes an import back as the console does: the preview, then exactly that. In seconds, from the press of the button to the end. */
export async function runUndo(browser: Browser, importId: string): Promise<number> {
  const preview = (await browser.query("imports.undoPreview", { importId })) as { fingerprint: string };
  const began = performance.now();
  const undo = (await browser.mutate("imports.undo", {
    importId,
    fingerprint: preview.fingerprint,
  })) as ImportSeen;
  await waitFor(browser, undo.id, "COMPLETED");
  return (performance.now() - began) / 1000;
}

/** The import's id, once its rows are staged. */
export async function uploadFile(browser: Browser, file: string, options: object): Promise<string> {
  const arrival = (await browser.upload(file, options)) as {
    importId: string;
    status: string;
    failure: string | null;
  };
  if (arrival.status === "FAILED") throw new Error(`the file was refused: ${arrival.failure ?? ""}`);
  return arrival.importId;
}

/** Says yes to exactly the plan of this record, with the number and the password where it is over a limit. */
export async function confirm(browser: Browser, planned: ImportSeen): Promise<void> {
  const { id: importId, fingerprint, guard } = planned;
  await browser.mutate("imports.confirm", {
    importId,
    fingerprint: fingerprint ?? "",
    ...(guard === null ? {} : { typed: guard.number, password: browser.password }),
  });
}

/** Asks until the import has the status; throws when it ended otherwise. */
export async function waitFor(browser: Browser, importId: string, status: string): Promise<ImportSeen> {
  for (;;) {
    const record = (await browser.query("imports.get", { importId })) as ImportSeen;
    if (record.status === status) return record;
    if (record.status === "FAILED" || record.status === "CANCELLED" || record.objection !== null) {
      throw new Error(`the import ended as ${record.status}: ${record.failure ?? record.objection ?? ""}`);
    }
    await pause(poll);
  }
}
