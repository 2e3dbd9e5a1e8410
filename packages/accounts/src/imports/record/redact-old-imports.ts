/** Retention: what rows of old imports say, and mails about them, is removed after the days that the settings name. For the worker, now and then. */
import { findRedactable, redactImport, type ForgetMail } from "@rollcall/db";
import { authoriseSystem } from "../../access/authorise";
import { auditEntry } from "../../audit/audit-entry";
import type { Context } from "../../context";
import { loadSettings } from "../../organisation/settings";
import { done, type Result } from "../../result";

/**
 * Only the system may. One import a call, the oldest first; `redacted` is how many that was. Setting 0 keeps everything. `forget`: takes
 * away what the transport kept of a mail that went out (MailTransport); what throws there is thrown, and the next call tries again.
 */
export async function redactOldImports(
  context: Context,
  { forget = keepsNothing }: { forget?: ForgetMail | undefined } = {},
): Promise<Result<{ redacted: number }>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  const settings = await loadSettings(context.database);
  const days = settings["imports.keepRowsDays"];
  if (days === 0) return done({ redacted: 0 });
  const due = await findRedactable(context.database, days);
  if (due === null) return done({ redacted: 0 });
  const subject = { type: "import", id: due.id, name: due.fileName } as const;
  const event = auditEntry(context, gate.value, "import.redacted", subject, { rows: due.rows, days });
  await redactImport(context.database, due, { event: { ...event, importId: due.id }, forget });
  return done({ redacted: 1 });
}

const keepsNothing: ForgetMail = () => Promise.resolve();
