/** Retention: what rows of old imports say, and mails about them, is removed after the days that the settings name. For the worker, now and then. */
import { findHalfRedacted, findRedactable, redactImport } from "@rollcall/db";
import { authorise, authoriseSystem } from "../../access/authorise";
import { auditEntry } from "../../audit/audit-entry";
import type { Context } from "../../context";
import { forgetCopies } from "../../mail/forget-mails";
import type { KeptMails } from "../../mail/types";
import { loadSettings } from "../../organisation/settings";
import { done, type Result } from "../../result";

export interface RedactReport {
  /** 0 or 1: imports of which nothing is left but the record */
  redacted: number;
  /** could not be ended; what could go went. Pass them over for a while. */
  failed: { importId: string; fileName: string; error: string }[];
}

/**
 * Only the system may. One import a call, the oldest first, but for those of `passOver`; one that fails is told and the next is done.
 * Setting 0 keeps everything. `kept`: where copies of mails lie; an import counts as redacted when they are gone, too.
 */
export async function redactOldImports(
  context: Context,
  { kept = nothingKept, passOver = [] }: { kept?: KeptMails; passOver?: readonly string[] } = {},
): Promise<Result<RedactReport>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  const report: RedactReport = { redacted: 0, failed: [] };
  const days = (await loadSettings(context.database))["imports.keepRowsDays"];
  if (days === 0) return done(report);
  const past = passOver.map(BigInt);
  for (;;) {
    const due = await findRedactable(context.database, days, past);
    if (due === null) return done(report);
    past.push(due.id);
    const subject = { type: "import", id: due.id, name: due.fileName } as const;
    const event = auditEntry(context, gate.value, "import.redacted", subject, { rows: due.rows, days });
    try {
      const forget = () => forgetAll(context, kept, due.id);
      const ended = await redactImport(context.database, due, {
        event: { ...event, importId: due.id },
        forget,
      });
      if (ended) return done({ ...report, redacted: 1 });
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      report.failed.push({ importId: String(due.id), fileName: due.fileName, error: words });
    }
  }
}

async function forgetAll(context: Context, kept: KeptMails, id: bigint): Promise<void> {
  const { failed } = await forgetCopies(context, kept, id);
  const [first] = failed;
  if (first === undefined) return;
  const others = failed.length === 1 ? "" : `, and ${String(failed.length - 1)} more`;
  throw new Error(
    `The mail ${first.file}${others} could not be taken away: ${first.error}. Make the folder and the file writable for Rollcall, or remove the file.`,
  );
}

const nothingKept: KeptMails = {
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
