/** Retention: what rows of old imports say is removed after the days that the settings name. For the worker, now and then. */
import { findRedactable, redactImport } from "@rollcall/db";
import { authoriseSystem } from "../../access/authorise";
import { auditEntry } from "../../audit/audit-entry";
import type { Context } from "../../context";
import { loadSettings } from "../../organisation/settings";
import { done, type Result } from "../../result";

/** Only the system may. One import a call, the oldest first; `redacted` is how many that was. Setting 0 keeps everything. */
export async function redactOldImports(context: Context): Promise<Result<{ redacted: number }>> {
  const gate = authoriseSystem(context);
  if (!gate.ok) return gate;
  const settings = await loadSettings(context.database);
  const days = settings["imports.keepRowsDays"];
  if (days === 0) return done({ redacted: 0 });
  const due = await findRedactable(context.database, days);
  if (due === null) return done({ redacted: 0 });
  const subject = { type: "import", id: due.id, name: due.fileName } as const;
  const event = auditEntry(context, gate.value, "import.redacted", subject, { rows: due.rows, days });
  await redactImport(context.database, due, { ...event, importId: due.id });
  return done({ redacted: 1 });
}
