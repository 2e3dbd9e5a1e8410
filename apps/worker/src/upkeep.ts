/**
 * What is kept up now and then: passwords that must not wait longer, uploads that ended nowhere, retention. Each task runs by itself:
 * none waits for another that fails. What is due and when is decided in the use cases.
 */
import {
  cleanUpAccess,
  dropReviewIndexes,
  expireSealedPasswords,
  failStaleUploads,
  forgetMails,
  redactOldImports,
  type Context,
  type KeptMails,
} from "@rollcall/accounts";
import { granted } from "./granted";
import type { WorkerLog } from "./log";

const hour = 3_600_000;

/** True: there may be more at once. */
type Task = () => Promise<boolean>;

/** A round of upkeep. Throws only when nothing could be done at all (no database): then the lane says so and waits. */
export function makeUpkeep(context: Context, kept: KeptMails, log: WorkerLog): () => Promise<boolean> {
  const tasks: [name: string, task: Task][] = [
    // whatever happens below
    ["destroy passwords after a day", () => destroyPasswords(context, log)],
    ["give up uploads", () => giveUpUploads(context, log)],
    ["clean up access", async () => granted(await cleanUpAccess(context)).removed > 0],
    ["drop review indexes", async () => granted(await dropReviewIndexes(context)).dropped > 0],
    ["remove the contents of old imports", makeRetention(context, kept, log)],
    ["remove mails of old imports", makeForgetting(context, kept, log)],
  ];
  return async () => {
    let more = false;
    const failures: { name: string; error: unknown }[] = [];
    for (const [name, task] of tasks) {
      try {
        more = (await task()) || more;
      } catch (error) {
        failures.push({ name, error });
      }
    }
    if (failures.length === tasks.length) throw failures[0]?.error;
    for (const { name, error } of failures)
      log.defect("upkeep could not do one of its tasks", error, { task: name });
    return more;
  };
}

async function destroyPasswords(context: Context, log: WorkerLog): Promise<boolean> {
  for (const { importId, accounts, rows } of granted(await expireSealedPasswords(context)))
    log.warn("passwords destroyed after a day", { importId: String(importId), accounts, rows });
  return false;
}

async function giveUpUploads(context: Context, log: WorkerLog): Promise<boolean> {
  const { failed, deletedRows } = granted(await failStaleUploads(context));
  if (failed > 0) log.info("uploads given up", { failed });
  return deletedRows > 0;
}

/** An import that cannot be ended is told and left for an hour; the others go on meanwhile. */
function makeRetention(context: Context, kept: KeptMails, log: WorkerLog): Task {
  const until = new Map<string, number>();
  return async () => {
    for (const [importId, at] of until) if (at <= performance.now()) until.delete(importId);
    const { redacted, failed } = granted(
      await redactOldImports(context, { kept, passOver: [...until.keys()] }),
    );
    for (const { importId, fileName, error } of failed) {
      until.set(importId, performance.now() + hour);
      log.error("an old import still has contents; tried again in an hour", { importId, fileName, error });
    }
    return redacted > 0;
  };
}

/** At the start, and every hour: what a mail left that went out, or was given up, after its import was done with; half-written mails. */
function makeForgetting(context: Context, kept: KeptMails, log: WorkerLog): Task {
  let due = 0;
  return async () => {
    if (performance.now() < due) return false;
    const { forgotten, unfinished, failed } = granted(await forgetMails(context, { kept }));
    due = performance.now() + hour;
    if (forgotten > 0) log.info("mails of old imports removed", { forgotten });
    if (unfinished > 0) log.info("mails removed that nobody finished writing", { unfinished });
    const [first] = failed;
    if (first !== undefined)
      log.error(
        "mails of old imports could not be removed: make their folder and files writable for Rollcall, or remove them; tried again in an hour",
        { mails: failed.length, ...first },
      );
    return false;
  };
}
