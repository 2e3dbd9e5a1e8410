/** Retention: what rows of old imports say, and mails about them, is removed after the days that the settings name. For the worker, now and then. */
import {
  beginRedaction,
  endRedaction,
  findHalfRedacted,
  findRedactable,
  type RedactableImport,
} from "@rollcall/db";
import { authorise, authoriseSystem } from "../../access/authorise";
import { auditEntry } from "../../audit/audit-entry";
import type { Context } from "../../context";
import { forgetCopies, wordsOf, type ForgottenCopies } from "../../mail/forget-mails";
import type { KeptMails } from "../../mail/types";
import { loadSettings } from "../../organisation/settings";
import { done, type Result } from "../../result";

export interface RedactReport {
  /** imports of which nothing is left but the record; 0 means that no more are due */
  redacted: number;
  /** could not be ended; what could go went. Pass them over for a while. */
  failed: { importId: string; fileName: string; error: string }[];
}

/** A turn's length: the rest of upkeep waits for it, a long list of old imports waits for the next. */
const turnMs = 10_000;

/**
 * Only the system may. The oldest imports first, but for those of `passOver`, for ten seconds at most before their mails' copies are
 * looked for (all of them at once: the folder may be long); one that fails is told and the others are done. Setting 0 keeps everything.
 * `kept`: where copies of mails lie; an import counts as redacted when they are gone, too.
 */
export async function redactOldImports(
  context: Context,
  {
    kept = nothingKept,
    passOver = [],
  }: { kept?: Pick<KeptMails, "files" | "forget">; passOver?: readonly string[] } = {},
): Promise<Result<RedactReport>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  const { database } = context;
  const days = (await loadSettings(database))["imports.keepRowsDays"];
  if (days === 0) return done({ redacted: 0, failed: [] });
  const { begun, failed } = await beginAll(context, days, passOver);
  const copies = begun.length === 0 ? null : await forgetAll(context, kept, begun);
  let redacted = 0;
  for (const due of begun) {
    const subject = { type: "import", id: due.id, name: due.fileName } as const;
    const event = auditEntry(context, gate.value, "import.redacted", subject, { rows: due.rows, days });
    try {
      throwIfLeft(copies, due.id);
      await endRedaction(database, due, { ...event, importId: due.id });
      redacted += 1;
    } catch (error) {
      failed.push(failure(due, error));
    }
  }
  return done({ redacted, failed });
}

async function beginAll(
  { database }: Context,
  days: number,
  passOver: readonly string[],
): Promise<{ begun: RedactableImport[]; failed: RedactReport["failed"] }> {
  const until = performance.now() + turnMs;
  const begun: RedactableImport[] = [];
  const failed: RedactReport["failed"] = [];
  const past = passOver.map(BigInt);
  do {
    const due = await findRedactable(database, days, past);
    if (due === null) break;
    past.push(due.id);
    try {
      if (await beginRedaction(database, due, days)) begun.push(due);
    } catch (error) {
      failed.push(failure(due, error));
    }
  } while (performance.now() < until);
  return { begun, failed };
}

function failure({ id, fileName }: RedactableImport, error: unknown): RedactReport["failed"][number] {
  return { importId: String(id), fileName, error: wordsOf(error) };
}

/** What could not be taken away; the error where the folder cannot even be read. */
async function forgetAll(
  context: Context,
  kept: Pick<KeptMails, "files" | "forget">,
  begun: readonly RedactableImport[],
): Promise<ForgottenCopies | Error> {
  try {
    return await forgetCopies(
      context,
      kept,
      begun.map(({ id }) => id),
    );
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function throwIfLeft(copies: ForgottenCopies | Error | null, id: bigint): void {
  if (copies === null) return;
  if (copies instanceof Error) throw copies;
  const left = copies.failed.filter(({ importId }) => importId === String(id));
  const [first] = left;
  if (first === undefined) return;
  const others = left.length === 1 ? "" : `, and ${String(left.length - 1)} more`;
  throw new Error(
    `The mail ${first.file}${others} could not be taken away: ${first.error}. Make the folder and the file writable for Rollcall, or remove the file.`,
  );
}

const nothingKept: Pick<KeptMails, "files" | "forget"> = {
  files: async function* () {
    // nowhere
  },
  forget: () => Promise.resolve(),
};

/** Imports whose contents could go only in part, the oldest first: for `rollcall doctor`. */
export async function halfRedactedImports(
  context: Context,
): Promise<Result<{ importId: string; fileName: string; since: Date }[]>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const found = await findHalfRedacted(context.database);
  return done(found.map(({ id, fileName, since }) => ({ importId: String(id), fileName, since })));
}
